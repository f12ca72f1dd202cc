import type { CustomerRow, SimulationReport } from "@kleinod/engine/programme/simulation/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";

/** Customers won and lost by year with the plan; in small print as today goes on (K20). */
export function CustomerCountTable({
  report,
  segment,
}: {
  report: SimulationReport;
  segment: string | null;
}) {
  const { t, format } = useTexts();
  const columns: TableColumn<CustomerRow>[] = [
    { code: "year", label: t("simulation.yearLabel"), cell: (row) => t("simulation.year", { n: row.year }) },
    ...(["start", "new", "reactivated", "lost", "end"] as const).map(
      (field): TableColumn<CustomerRow> => ({
        code: field,
        label: t(`simulation.${field}`),
        isNumber: true,
        cell: (row) => (
          <>
            {format.count(Math.round(row.plan[field]))}
            <small style={{ display: "block", color: "var(--k-muted)" }}>
              {format.count(Math.round(row.today[field]))}
            </small>
          </>
        ),
      }),
    ),
  ];
  return (
    <Section title={t("simulation.customersTitle")} hint={t("simulation.customersHint")}>
      <SimpleTable
        label={t("simulation.customersTitle")}
        columns={columns}
        rows={report.customers.filter((row) => row.segment === segment)}
        rowKey={(row) => row.year}
      />
    </Section>
  );
}
