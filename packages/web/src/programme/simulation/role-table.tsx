import type { RoleRow, SimulationReport } from "@kleinod/engine/programme/simulation/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";

/** Minutes of roles against their capacity in the last year (K7), today's course beside the plan's. */
export function RoleTable({ report }: { report: SimulationReport }) {
  const { t, format, pick } = useTexts();
  const last = Math.max(...report.roles.map(({ year }) => year));
  const hours = (minutes: number) => format.count(Math.round(minutes / 60));
  const use = (ratio: number | null) =>
    ratio === null ? (
      <span className="k-unclear">{t("simulation.unknownCapacity")}</span>
    ) : (
      format.percent(ratio)
    );
  const columns: TableColumn<RoleRow>[] = [
    { code: "role", label: t("simulation.role"), cell: (row) => pick(row.label) },
    ...(["today", "plan"] as const).flatMap((side): TableColumn<RoleRow>[] => [
      {
        code: `${side}Used`,
        label: `${t("simulation.used")} ${t(`planParts.${side}`)}`,
        isNumber: true,
        sortValue: (row) => row[side].usedMinutes,
        cell: (row) => hours(row[side].usedMinutes),
      },
      {
        code: `${side}Utilisation`,
        label: `${t("simulation.utilisation")} ${t(`planParts.${side}`)}`,
        isNumber: true,
        sortValue: (row) => row[side].utilisationRatio,
        cell: (row) => use(row[side].utilisationRatio),
      },
    ]),
    {
      code: "capacity",
      label: t("simulation.capacity"),
      isNumber: true,
      cell: (row) => (row.plan.capacityMinutes === null ? "" : hours(row.plan.capacityMinutes)),
    },
    {
      code: "hired",
      label: t("simulation.hired"),
      isNumber: true,
      sortValue: (row) => row.plan.hiredPositions + row.plan.addedPositions,
      cell: (row) => format.number(row.plan.hiredPositions + row.plan.addedPositions),
    },
    {
      code: "waiting",
      label: t("simulation.waiting"),
      isNumber: true,
      cell: (row) => (row.plan.waitingRatio === null ? "" : format.percent(row.plan.waitingRatio)),
    },
  ];
  return (
    <Section title={t("simulation.capacityTitle")} hint={t("simulation.capacityHint")}>
      <SimpleTable
        label={t("simulation.capacityTitle")}
        columns={columns}
        rows={report.roles.filter(({ year }) => year === last)}
        rowKey={(row) => row.role}
        initialSort="-planUtilisation"
      />
    </Section>
  );
}
