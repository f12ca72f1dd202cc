import type { CustomerCost } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { channelLabel } from "./channel-label.ts";
import { CsvButton } from "./csv-button.tsx";
import { MoneyCell } from "./money-cell.tsx";
import { unitsOf } from "./table-csv.ts";

type Activity = CustomerCost["activities"][number];

/** Minutes times rate for each activity of one customer; the sum is the customer's cost. */
export function CostActivities({ cost }: { cost: CustomerCost }) {
  const texts = useTexts();
  const { t, format, pick } = texts;
  const { currency } = cost;
  const inCurrency = (label: string) => (currency === null ? label : `${label} (${currency})`);
  const number = (
    code: string,
    label: string,
    value: (row: Activity) => number | null,
    show: (row: Activity) => React.ReactNode,
  ): TableColumn<Activity> => ({ code, label, isNumber: true, sortValue: value, cell: show });
  const columns: TableColumn<Activity>[] = [
    {
      code: "activity",
      label: t("costToServe.customer.activity"),
      sortValue: (row) => pick(row.label),
      cell: (row) => pick(row.label),
    },
    {
      code: "role",
      label: t("costToServe.customer.role"),
      sortValue: (row) => pick(row.roleLabel),
      cell: (row) =>
        [pick(row.roleLabel), row.pool].filter((part) => part !== null && part !== "").join(", "),
    },
    {
      code: "channel",
      label: t("costToServe.customer.channel"),
      sortValue: (row) => row.channel,
      cell: (row) => (row.channel === null ? "–" : channelLabel(row.channel, texts)),
    },
    number(
      "events",
      t("costToServe.customer.events"),
      (row) => row.events,
      (row) => (
        <span
          title={t("costToServe.customer.loggedOf", { logged: format.count(row.loggedEvents) })}
        >{`${format.count(row.events)}${row.loggedEvents > 0 ? ` (${t("costToServe.customer.loggedOf", { logged: format.count(row.loggedEvents) })})` : ""}`}</span>
      ),
    ),
    number(
      "minutes",
      t("costToServe.customer.minutes"),
      (row) => row.minutes,
      (row) => format.number(row.minutes),
    ),
    number(
      "rate",
      inCurrency(t("costToServe.customer.rate")),
      (row) => row.centsPerMinute,
      (row) =>
        row.centsPerMinute === null
          ? t("costToServe.customer.money")
          : format.number(row.centsPerMinute / 100, 4),
    ),
    number(
      "full",
      inCurrency(t("costToServe.customers.full")),
      (row) => row.fullCents,
      (row) => <MoneyCell cents={row.fullCents} />,
    ),
    number(
      "avoidable",
      inCurrency(t("costToServe.customers.avoidable")),
      (row) => row.avoidableCents,
      (row) => <MoneyCell cents={row.avoidableCents} />,
    ),
    {
      code: "equation",
      label: t("costToServe.customer.equation"),
      cell: (row) => (row.role === "direct" ? "–" : <code>{row.equation}</code>),
    },
  ];
  const title = t("costToServe.customer.arithmetic");
  return (
    <Section
      title={title}
      hint={t("costToServe.customer.activitiesHint")}
      actions={
        <CsvButton
          title={`${title} ${cost.customer.accountKey}`}
          rows={cost.activities}
          columns={[
            { header: t("costToServe.customer.activity"), value: (row) => pick(row.label) },
            { header: t("costToServe.customer.role"), value: (row) => pick(row.roleLabel) },
            { header: t("costToServe.reconciliation.pool"), value: (row) => row.pool },
            { header: t("costToServe.customer.channel"), value: (row) => row.channel },
            { header: t("costToServe.customer.events"), value: (row) => row.events },
            { header: t("costToServe.customer.logged"), value: (row) => row.loggedEvents },
            { header: t("costToServe.customer.minutes"), value: (row) => row.minutes },
            { header: t("costToServe.customer.rate"), value: (row) => unitsOf(row.centsPerMinute) },
            { header: t("costToServe.customers.full"), value: (row) => unitsOf(row.fullCents) },
            { header: t("costToServe.customers.avoidable"), value: (row) => unitsOf(row.avoidableCents) },
          ]}
        />
      }
    >
      <SimpleTable
        label={title}
        columns={columns}
        rows={cost.activities}
        rowKey={(row, index) => `${row.activity} ${index}`}
        initialSort="-full"
      />
    </Section>
  );
}
