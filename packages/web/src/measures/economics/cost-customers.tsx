import type { CostToServeReport } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import { Button, Group, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SortHeader } from "../../ui/sort-header.tsx";
import { useSpace } from "../../ui/use-space.ts";
import { ExportMenu } from "../parts/export-menu.tsx";
import { CustomerLink } from "./customer-link.tsx";
import { MoneyCell } from "./money-cell.tsx";
import { SizeMark } from "./size-mark.tsx";

type Customer = CostToServeReport["customers"][number];

interface CostCustomersProps {
  report: CostToServeReport;
  isLoading: boolean;
  pageSize: number;
}

const exportColumns = [
  "accountKey",
  "name",
  "sizeClass",
  "salesLast12Cents",
  "ordersLast12",
  "costFullCents",
  "costAvoidableCents",
  "costLowCents",
  "costHighCents",
  "costTier",
  "costMinutes",
  "contribution1Last12Cents",
  "contribution2Cents",
  "contribution3Cents",
  "contributionAvoidableCents",
  "servableContributionCents",
  "servableLowCents",
  "servableHighCents",
];

/** Every customer's cost, full and avoidable side by side, page by page; a name opens documents and minutes. */
export function CostCustomers({ report, isLoading, pageSize }: CostCustomersProps) {
  const { t, format } = useTexts();
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/economics/cost-to-serve" });
  const search = useSearch({ from: "/$space/economics/cost-to-serve" });
  const sort = search.sort ?? "-fullCents";
  const change = (values: Record<string, string | undefined>) =>
    void navigate({
      search: (current) => ({ ...current, ...values }),
      replace: true,
      resetScroll: false,
    });
  const searchFor = useDebouncedCallback(
    (text: string) => change({ q: text === "" ? undefined : text, offset: undefined }),
    250,
  );
  const columns = [
    { code: "name", label: t("costToServe.customers.customer"), isNumber: false },
    { code: "sizeClass", label: t("costToServe.customers.size"), isNumber: false },
    { code: "minutes", label: t("costToServe.customers.minutes"), isNumber: true },
    { code: "fullCents", label: t("costToServe.customers.full"), isNumber: true },
    { code: "avoidableCents", label: t("costToServe.customers.avoidable"), isNumber: true },
    { code: "interval", label: t("costToServe.customers.interval"), isNumber: true },
    { code: "tier", label: t("costToServe.customers.tier"), isNumber: false },
    { code: "contribution3Cents", label: t("costToServe.customers.contributionFull"), isNumber: true },
    {
      code: "contributionAvoidableCents",
      label: t("costToServe.customers.contributionAvoidable"),
      isNumber: true,
    },
    { code: "servableContributionCents", label: t("costToServe.customers.servable"), isNumber: true },
  ];
  const unsorted = new Set(["interval", "tier", "sizeClass"]);
  const title = t("costToServe.customers.title");
  const lastShown = Math.min(report.total, report.offset + report.customers.length);
  return (
    <Section
      title={report.currency === null ? title : `${title} (${report.currency})`}
      hint={t("costToServe.customers.hint")}
      actions={
        <ExportMenu
          space={space}
          query={{ columns: exportColumns, sort: "-costFullCents", search: search.q }}
        />
      }
    >
      <TextInput
        className="k-no-print"
        aria-label={t("customers.search")}
        placeholder={t("customers.search")}
        leftSection={<IconSearch size={16} stroke={1.6} />}
        defaultValue={search.q ?? ""}
        onChange={(event) => searchFor(event.currentTarget.value)}
        maw={360}
        mb="xs"
      />
      <ScrollRegion label={title}>
        <table className="k-table" aria-busy={isLoading || undefined}>
          <caption className="k-hidden">{title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <SortHeader
                  key={column.code}
                  column={column}
                  sort={sort}
                  onSort={
                    unsorted.has(column.code)
                      ? undefined
                      : (next) =>
                          change({ sort: next === "-fullCents" ? undefined : next, offset: undefined })
                  }
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {report.customers.map((customer) => (
              <CustomerRow key={customer.id} customer={customer} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Group mt="xs" justify="space-between" className="k-no-print">
        <Text size="sm" c="dimmed">
          {t("costToServe.customers.page", {
            from: format.count(report.total === 0 ? 0 : report.offset + 1),
            to: format.count(lastShown),
            total: format.count(report.total),
          })}
        </Text>
        <Group gap="xs">
          <Button
            variant="default"
            disabled={report.offset === 0}
            onClick={() => change({ offset: textOf(Math.max(0, report.offset - pageSize)) })}
          >
            {t("costToServe.customers.previous")}
          </Button>
          <Button
            variant="default"
            disabled={lastShown >= report.total}
            onClick={() => change({ offset: textOf(report.offset + pageSize) })}
          >
            {t("costToServe.customers.next")}
          </Button>
        </Group>
      </Group>
    </Section>
  );
}

const textOf = (offset: number) => (offset === 0 ? undefined : String(offset));

function CustomerRow({ customer }: { customer: Customer }) {
  const { t, format } = useTexts();
  return (
    <tr>
      <td>
        <CustomerLink id={customer.id} name={customer.name} to="cost" />
      </td>
      <td>
        <SizeMark sizeClass={customer.sizeClass} />
      </td>
      <td className="k-number">{format.count(Math.round(customer.minutes))}</td>
      <td className="k-number">
        <MoneyCell cents={customer.fullCents} />
      </td>
      <td className="k-number">
        <MoneyCell cents={customer.avoidableCents} />
      </td>
      <td className="k-number">
        {format.count(Math.round(customer.lowCents / 100))}–
        {format.count(Math.round(customer.highCents / 100))}
      </td>
      <td>
        {customer.isUnclear ? (
          <span className="k-unclear" title={t("costToServe.customers.unclearWhy")}>
            {t("costToServe.customers.unclear")}
          </span>
        ) : (
          customer.tier
        )}
      </td>
      <td className="k-number">
        <MoneyCell cents={customer.contribution3Cents} />
      </td>
      <td className="k-number">
        <MoneyCell cents={customer.contributionAvoidableCents} />
      </td>
      <td className="k-number">
        <MoneyCell cents={customer.servableContributionCents} />
      </td>
    </tr>
  );
}
