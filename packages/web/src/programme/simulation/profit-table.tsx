import type {
  ProfitLine,
  ProfitRow,
  SimulationReport,
} from "@kleinod/engine/programme/simulation/report-contract.ts";
import { Group, Select } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";

interface ProfitTableProps {
  report: SimulationReport;
  /** Null: all small customers. */
  segment: string | null;
  onSegment: (segment: string | null) => void;
}

interface Line {
  readonly line: ProfitLine;
  readonly years: readonly ProfitRow[];
}

/** Profit and loss by year: with the plan, below it the difference against today. */
export function ProfitTable({ report, segment, onSegment }: ProfitTableProps) {
  const { t, format, pick } = useTexts();
  const rows = report.lines.filter((row) => row.segment === segment);
  const lines = [...new Set(rows.map(({ line }) => line))].map(
    (line): Line => ({
      line,
      years: rows.filter((row) => row.line === line).sort((a, b) => a.year - b.year),
    }),
  );
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
  const money = (cents: number) => format.moneyShort(cents, report.currency);
  const columns: TableColumn<Line>[] = [
    {
      code: "line",
      label: t("simulation.line"),
      cell: ({ line }) =>
        line === "result" || line === "contribution1" ? (
          <strong>{t(`simulation.lineNames.${line}`)}</strong>
        ) : (
          t(`simulation.lineNames.${line}`)
        ),
    },
    ...years.map(
      (year, index): TableColumn<Line> => ({
        code: `year${year}`,
        label: t("simulation.year", { n: year }),
        isNumber: true,
        cell: (row) => {
          const cell = row.years[index];
          if (cell === undefined) return "";
          return (
            <span
              title={t("planParts.interval", {
                low: money(cell.plan.lowCents),
                high: money(cell.plan.highCents),
              })}
            >
              {money(cell.plan.meanCents)}
              <small style={{ display: "block", color: "var(--k-muted)" }}>
                {cell.difference.meanCents > 0 ? "+" : ""}
                {money(cell.difference.meanCents)}
              </small>
            </span>
          );
        },
      }),
    ),
  ];
  const choices = [
    { value: "", label: t("simulation.allSegments") },
    ...report.segments.map(({ code, name }) => ({ value: code, label: pick(name) })),
  ];
  return (
    <Section
      title={t("simulation.linesTitle")}
      hint={t("simulation.linesHint")}
      actions={
        report.segments.length < 2 ? undefined : (
          <Group className="k-no-print">
            <Select
              aria-label={t("simulation.segment")}
              data={choices}
              value={segment ?? ""}
              allowDeselect={false}
              onChange={(next) => onSegment(next === null || next === "" ? null : next)}
            />
          </Group>
        )
      }
    >
      <SimpleTable
        label={t("simulation.linesTitle")}
        columns={columns}
        rows={lines}
        rowKey={(row) => row.line}
      />
    </Section>
  );
}
