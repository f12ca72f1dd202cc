import type { Decision } from "@kleinod/engine/programme/decisions/decision-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";

type Comparison = NonNullable<Decision["comparison"]>;
type Row = Comparison["rows"][number];

interface DecisionComparisonProps {
  comparison: Comparison;
  decision: string;
  currency: string | null;
}

/** Figures of then beside those of now; what of the difference is due to the decision stays open. */
export function DecisionComparison({ comparison, decision, currency }: DecisionComparisonProps) {
  const { t, format, pick } = useTexts();
  const amount = ({ code }: Row, value: number | null) =>
    value === null ? (
      <span className="k-unclear">{t("frame.unclear")}</span>
    ) : code === "salesCents" || code === "contributionCents" ? (
      format.money(Math.round(value), currency)
    ) : (
      format.count(Math.round(value))
    );
  if (comparison.before.asOf === comparison.now.asOf)
    return <p className="k-note">{pick(comparison.sentence)}</p>;
  const columns: TableColumn<Row>[] = [
    { code: "row", label: t("decisionRecord.row"), cell: (row) => pick(row.label) },
    {
      code: "before",
      label: t("decisionRecord.before", { date: format.date(comparison.before.asOf) }),
      isNumber: true,
      cell: (row) => amount(row, row.before),
    },
    {
      code: "now",
      label: t("decisionRecord.now", { date: format.date(comparison.now.asOf) }),
      isNumber: true,
      cell: (row) => amount(row, row.now),
    },
    {
      code: "difference",
      label: t("decisionRecord.difference"),
      isNumber: true,
      cell: (row) => amount(row, row.difference),
    },
  ];
  return (
    <>
      <SimpleTable
        label={t("decisionRecord.comparisonOf", { decision })}
        columns={columns}
        rows={comparison.rows}
        rowKey={({ code }) => code}
      />
      <p className="k-note">{pick(comparison.sentence)}</p>
    </>
  );
}
