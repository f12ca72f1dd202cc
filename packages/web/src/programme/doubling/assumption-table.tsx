import type { DoublingReport } from "@kleinod/engine/programme/doubling/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";

type Assumption = DoublingReport["assumptions"][number];

/** The numbers that the interval comes from, with who says so. */
export function AssumptionTable({
  rows,
  currency,
}: {
  rows: readonly Assumption[];
  currency: string | null;
}) {
  const { t, format, pick } = useTexts();
  const value = (row: Assumption, number: number) => {
    if (row.unit === "cents") return format.money(number, currency);
    if (row.unit === "ratio") return format.percent(number);
    return format.number(number);
  };
  const columns: TableColumn<Assumption>[] = [
    { code: "label", label: t("doubling.assumption"), cell: (row) => pick(row.label) },
    ...(["low", "mid", "high"] as const).map(
      (side): TableColumn<Assumption> => ({
        code: side,
        label: t(`doubling.${side}`),
        isNumber: true,
        cell: (row) => value(row, row[side]),
      }),
    ),
    {
      code: "source",
      label: t("doubling.source"),
      cell: (row) => (
        <span title={row.note ?? undefined}>
          {t(`doubling.sources.${row.source}`)}
          {row.grade === null ? "" : ` (${row.grade})`}
        </span>
      ),
    },
  ];
  return (
    <Section title={t("doubling.assumptionsTitle")} hint={t("doubling.assumptionsHint")}>
      <SimpleTable
        label={t("doubling.assumptionsTitle")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
        maxHeight={360}
      />
    </Section>
  );
}
