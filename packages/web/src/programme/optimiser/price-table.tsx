import type {
  ConstraintUse,
  OptimisationReport,
} from "@kleinod/engine/programme/optimiser/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";

/** What each limit costs: the worth of one step more. */
export function PriceTable({ report }: { report: OptimisationReport }) {
  const { t, format, pick } = useTexts();
  const amount = (row: ConstraintUse, value: number) => {
    if (row.unit === "minutes") return t("optimiser.minutes", { n: format.count(Math.round(value / 60)) });
    if (row.unit === "contacts") return t("optimiser.contacts", { n: format.number(value) });
    return format.moneyShort(Math.round(value), report.currency);
  };
  const columns: TableColumn<ConstraintUse>[] = [
    { code: "label", label: t("optimiser.constraint"), cell: (row) => pick(row.label) },
    { code: "used", label: t("optimiser.use"), isNumber: true, cell: (row) => amount(row, row.used) },
    { code: "limit", label: t("optimiser.limit"), isNumber: true, cell: (row) => amount(row, row.limit) },
    { code: "step", label: t("optimiser.step"), cell: (row) => pick(row.step.text) },
    {
      code: "price",
      label: t("optimiser.price"),
      isNumber: true,
      sortValue: (row) => row.priceCents,
      cell: (row) =>
        row.priceCents === null ? (
          <span className="k-unclear">{t("optimiser.notSought")}</span>
        ) : (
          <span title={pick(row.sentence)}>{format.moneyShort(row.priceCents, report.currency)}</span>
        ),
    },
  ];
  const binding = report.constraints.filter(({ priceCents }) => (priceCents ?? 0) > 0);
  return (
    <Section title={t("optimiser.pricesTitle")} hint={t("optimiser.pricesHint")}>
      {binding.length === 0 ? null : (
        <ul style={{ margin: "0 0 .5rem", paddingInlineStart: "1.2rem" }}>
          {binding.map((row) => (
            <li key={row.code}>{pick(row.sentence)}</li>
          ))}
        </ul>
      )}
      <SimpleTable
        label={t("optimiser.pricesTitle")}
        columns={columns}
        rows={report.constraints}
        rowKey={(row) => row.code}
        initialSort="-price"
      />
    </Section>
  );
}
