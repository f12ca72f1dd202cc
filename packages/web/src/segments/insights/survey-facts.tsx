import type { SurveyFact } from "@kleinod/engine/segments/insights/contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";

/** One row a question: how many answered, the mean with its interval, and the share of high answers. */
export function SurveyFacts({ facts }: { facts: readonly SurveyFact[] }) {
  const { t, format } = useTexts();
  const interval = (low: number | null, high: number | null, show: (value: number) => string) =>
    low === null || high === null ? "" : ` (${show(low)} – ${show(high)})`;
  const columns: TableColumn<SurveyFact>[] = [
    {
      code: "question",
      label: t("insights.question"),
      sortValue: (row) => row.question,
      cell: (row) => row.question,
    },
    {
      code: "responses",
      label: t("insights.responses"),
      isNumber: true,
      sortValue: (row) => row.responses,
      cell: (row) => format.count(row.responses),
    },
    {
      code: "mean",
      label: t("insights.mean"),
      isNumber: true,
      sortValue: (row) => row.mean,
      cell: (row) =>
        row.mean === null
          ? row.answers.map(({ answer, count }) => `${answer} (${format.count(count)})`).join(", ")
          : `${row.scaleMax === null ? format.number(row.mean) : t("insights.meanOf", { mean: format.number(row.mean), max: format.number(row.scaleMax) })}${interval(row.low, row.high, (value) => format.number(value))}`,
    },
    {
      code: "high",
      label: t("insights.high"),
      isNumber: true,
      sortValue: (row) => row.highShare,
      cell: (row) =>
        row.highShare === null
          ? "–"
          : `${format.percent(row.highShare)}${interval(row.highShareLow, row.highShareHigh, format.percent)}`,
    },
  ];
  return (
    <SimpleTable label={t("insights.facts")} columns={columns} rows={facts} rowKey={(row) => row.question} />
  );
}
