import type { PotentialReport, PotentialRow } from "@kleinod/engine/measures/potential/report-contract.ts";
import { Text } from "@mantine/core";
import { PotentialChart } from "../../charts/potential-chart.tsx";
import { useTexts } from "../../i18n/index.ts";
import { TextLink } from "../../ui/link.tsx";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useSpace } from "../../ui/use-space.ts";

type Cell = PotentialReport["neverContactedCells"][number];

/** Where there is room: by branch as a picture, by customer as a table, and the groups that nobody ever contacted. */
export function PotentialView({ report }: { report: PotentialReport }) {
  const texts = useTexts();
  const { t, format, pick } = texts;
  const columns = useCustomerColumns(report.currency);
  const cellColumns: TableColumn<Cell>[] = [
    {
      code: "branch",
      label: t("needs.potential.branch"),
      sortValue: (row) => row.branch,
      cell: (row) => row.branch ?? t("needs.potential.noBranch"),
    },
    {
      code: "staff",
      label: t("needs.potential.staff"),
      sortValue: (row) => row.staffClass,
      cell: (row) => row.staffClass ?? t("frame.unclear"),
    },
    {
      code: "customers",
      label: t("needs.potential.customers"),
      isNumber: true,
      sortValue: (row) => row.customers,
      cell: (row) => format.count(row.customers),
    },
    { code: "cure", label: t("needs.potential.cure"), cell: (row) => pick(row.cure) },
  ];
  return (
    <>
      <PotentialChart branches={report.branches} currency={report.currency} />
      <Section
        title={t("needs.potential.list")}
        hint={t("needs.potential.listHint", { top: format.count(Math.round((1 - report.quantile) * 100)) })}
      >
        <SimpleTable
          label={t("needs.potential.list")}
          columns={columns}
          rows={report.customers}
          rowKey={(row) => row.id}
        />
      </Section>
      {report.neverContactedCells.length === 0 ? null : (
        <Section title={t("needs.potential.never")} hint={t("needs.potential.neverHint")}>
          <SimpleTable
            label={t("needs.potential.never")}
            columns={cellColumns}
            rows={report.neverContactedCells}
            rowKey={(_, index) => index}
          />
        </Section>
      )}
    </>
  );
}

function useCustomerColumns(currency: string | null): TableColumn<PotentialRow>[] {
  const { t, format } = useTexts();
  const space = useSpace();
  const money = (label: string) => (currency === null ? label : `${label} (${currency})`);
  const francs = (cents: number) => format.count(Math.round(cents / 100));
  const unclear = (row: PotentialRow) => (
    <span
      className="k-unclear"
      title={row.unclearReason === null ? undefined : t(`needs.potential.reasons.${row.unclearReason}`)}
    >
      {t("frame.unclear")}
    </span>
  );
  const open = (row: PotentialRow) =>
    row.potentialCents === null ? null : Math.max(0, row.potentialCents - (row.salesLast12Cents ?? 0));
  return [
    {
      code: "name",
      label: t("needs.gap.customer"),
      sortValue: (row) => row.name,
      cell: (row) => (
        <>
          <TextLink to="/$space/customers/$id" params={{ space, id: String(row.id) }} size="sm">
            {row.name}
          </TextLink>
          <Text size="xs" c="dimmed">
            {[row.branch, row.staffClass, row.region].filter((part) => part !== null).join(" · ")}
          </Text>
        </>
      ),
    },
    {
      code: "sales",
      label: money(t("needs.potential.sales")),
      isNumber: true,
      sortValue: (row) => row.salesLast12Cents,
      cell: (row) => (row.salesLast12Cents === null ? unclear(row) : format.amount(row.salesLast12Cents)),
    },
    {
      code: "potential",
      label: money(t("needs.potential.potentialLabel")),
      isNumber: true,
      sortValue: (row) => row.potentialCents,
      cell: (row) =>
        row.potentialCents === null ? (
          unclear(row)
        ) : (
          <>
            {format.amount(row.potentialCents)}
            {row.lowCents === null || row.highCents === null ? null : (
              <Text size="xs" c="dimmed">
                {francs(row.lowCents)}–{francs(row.highCents)}
              </Text>
            )}
          </>
        ),
    },
    {
      code: "open",
      label: money(t("needs.potential.open")),
      isNumber: true,
      sortValue: open,
      cell: (row) => {
        const cents = open(row);
        return cents === null ? unclear(row) : format.amount(cents);
      },
    },
    {
      code: "share",
      label: t("needs.potential.shareOfWallet"),
      isNumber: true,
      sortValue: (row) => row.shareOfWallet,
      cell: (row) => (row.shareOfWallet === null ? unclear(row) : format.percent(row.shareOfWallet)),
    },
    {
      code: "missing",
      label: t("needs.potential.missing"),
      cell: (row) =>
        row.needGaps
          .slice(0, 3)
          .map((gap) => gap.field)
          .join(", "),
    },
  ];
}
