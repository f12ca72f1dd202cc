import type { NeedsReport } from "@kleinod/engine/measures/need/report-contract.ts";
import { Text } from "@mantine/core";
import { NeedFieldsChart } from "../../charts/need-fields-chart.tsx";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";

type Recommendation = NeedsReport["recommendations"][number];

/** What customers need us for, what is recommended from it, and the proof that size does not decide the breadth. */
export function ProfileView({ report }: { report: NeedsReport }) {
  const { t, format, pick } = useTexts();
  const { sizeDependence } = report;
  const counts = (code: "small" | "large" | "other"): TableColumn<Recommendation> => ({
    code,
    label: t(`needs.profile.${code}`),
    isNumber: true,
    sortValue: (row) => row[code],
    cell: (row) => format.count(row[code]),
  });
  const columns: TableColumn<Recommendation>[] = [
    {
      code: "breadth",
      label: t("needs.profile.breadth"),
      cell: (row) => t(`values.${row.supportBreadth}`),
    },
    {
      code: "form",
      label: t("needs.profile.form"),
      cell: (row) => t(`values.${row.supportForm}`),
    },
    counts("small"),
    counts("large"),
    counts("other"),
  ];
  return (
    <>
      <NeedFieldsChart report={report} />
      <Section title={t("needs.profile.recommendations")} hint={t("needs.profile.recommendationsHint")}>
        <SimpleTable
          label={t("needs.profile.recommendations")}
          columns={columns}
          rows={report.recommendations}
          rowKey={(row) => `${row.supportBreadth} ${row.supportForm}`}
        />
      </Section>
      <Section title={t("needs.profile.dependence")}>
        <div className="k-card">
          <p className="k-sentence">{pick(sizeDependence.sentence)}</p>
          {sizeDependence.swapped === 0 ? null : (
            <Text size="sm" c="dimmed">
              {t("needs.profile.dependenceCounts", {
                n: format.count(sizeDependence.swapped),
                breadth: format.count(sizeDependence.breadthChanged),
                form: format.count(sizeDependence.formChanged),
              })}
            </Text>
          )}
        </div>
      </Section>
    </>
  );
}
