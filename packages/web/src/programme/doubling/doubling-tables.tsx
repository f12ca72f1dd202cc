import type {
  DoublingOutcome,
  DoublingReport,
  GoalSeek,
} from "@kleinod/engine/programme/doubling/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useDoublingWords } from "./use-doubling-words.ts";

type Segment = DoublingReport["segments"][number];
type Step = DoublingReport["steps"][number];
type Rank = DoublingOutcome["flipRanking"][number];

/** What would have to be true, one number at a time. */
export function GoalTable({ rows, currency }: { rows: readonly GoalSeek[]; currency: string | null }) {
  const { t, format, pick } = useTexts();
  const words = useDoublingWords(currency);
  const value = (row: GoalSeek, number: number) => {
    if (row.unit === "cents") return words.perCustomer(number);
    if (row.unit === "ratio") return format.percent(number);
    if (row.unit === "years") return t("doubling.years", { n: format.number(number) });
    return format.count(Math.round(number));
  };
  const columns: TableColumn<GoalSeek>[] = [
    { code: "parameter", label: t("doubling.goalParameter"), cell: (row) => pick(row.label) },
    { code: "today", label: t("doubling.goalToday"), isNumber: true, cell: (row) => value(row, row.today) },
    {
      code: "needed",
      label: t("doubling.goalNeeded"),
      isNumber: true,
      cell: (row) =>
        row.needed === null || !row.isReachable ? (
          <span className="k-unclear" title={row.reason === null ? undefined : pick(row.reason)}>
            {t("doubling.unreachable")}
          </span>
        ) : (
          value(row, row.needed)
        ),
    },
    {
      code: "change",
      label: t("doubling.goalChange"),
      isNumber: true,
      sortValue: (row) => (row.relativeChange === null ? null : Math.abs(row.relativeChange)),
      cell: (row) =>
        row.relativeChange === null || !row.isReachable ? "" : format.change(row.relativeChange),
    },
  ];
  return (
    <Section title={t("doubling.goalTitle")} hint={t("doubling.goalHint")}>
      <SimpleTable
        label={t("doubling.goalTitle")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.parameter}
        initialSort="change"
      />
    </Section>
  );
}

/** Drivers in the order in which they flip the sign. */
export function DriverTable({ outcome, currency }: { outcome: DoublingOutcome; currency: string | null }) {
  const { t, format, pick } = useTexts();
  const words = useDoublingWords(currency);
  const hasPlan = outcome.flipRanking.some(({ changeCents }) => changeCents !== null);
  const columns: TableColumn<Rank>[] = [
    { code: "driver", label: t("doubling.driver"), cell: (row) => pick(row.label) },
    {
      code: "cost",
      label: hasPlan ? t("doubling.planCost") : t("doubling.todayCost"),
      isNumber: true,
      sortValue: (row) => row.costCents,
      cell: (row) => words.perCustomer(row.costCents),
    },
    ...(hasPlan
      ? [
          {
            code: "change",
            label: t("doubling.goalChange"),
            isNumber: true,
            sortValue: (row: Rank) => row.changeCents,
            cell: (row: Rank) => (row.changeCents === null ? "" : words.perCustomer(row.changeCents)),
          },
          {
            code: "share",
            label: t("doubling.share"),
            isNumber: true,
            sortValue: (row: Rank) => row.shareOfDifference,
            cell: (row: Rank) =>
              row.shareOfDifference === null ? "" : format.percent(row.shareOfDifference),
          },
        ]
      : []),
    {
      code: "zero",
      label: t("doubling.toZero"),
      isNumber: true,
      cell: (row) => (row.relativeChangeToZero === null ? "–" : format.change(row.relativeChangeToZero)),
    },
  ];
  return (
    <Section title={t("doubling.driversTitle")}>
      <SimpleTable
        label={t("doubling.driversTitle")}
        columns={columns}
        rows={outcome.flipRanking}
        rowKey={(row) => row.driver}
      />
    </Section>
  );
}

/** The same test for every segment. */
export function SegmentTable({ report }: { report: DoublingReport }) {
  const { t, format } = useTexts();
  const words = useDoublingWords(report.currency);
  const columns: TableColumn<Segment>[] = [
    { code: "name", label: t("doubling.segment"), sortValue: (row) => row.name, cell: (row) => row.name },
    {
      code: "customers",
      label: t("doubling.customers"),
      isNumber: true,
      sortValue: (row) => row.customers,
      cell: (row) => format.count(row.customers),
    },
    ...(["today", "plan"] as const).flatMap((side): TableColumn<Segment>[] =>
      side === "plan" && report.plan === null
        ? []
        : [
            {
              code: `${side}After`,
              label: `${t("doubling.after")} (${t(`planParts.${side}`)})`,
              isNumber: true,
              sortValue: (row) => row[side]?.marginalAfterAcquisitionPerCustomerYearCents ?? null,
              cell: (row) => {
                const cents = row[side]?.marginalAfterAcquisitionPerCustomerYearCents;
                return cents === undefined ? "" : words.perCustomer(cents);
              },
            },
            {
              code: `${side}Result`,
              label: `${t("doubling.result")} (${t(`planParts.${side}`)})`,
              isNumber: true,
              sortValue: (row) => row[side]?.yearlyResultCents ?? null,
              cell: (row) => {
                const outcome = row[side];
                return outcome === null
                  ? ""
                  : `${words.short(outcome.yearlyResultCents)} (${words.interval(outcome)})`;
              },
            },
          ],
    ),
  ];
  return (
    <Section title={t("doubling.segmentsTitle")} hint={t("doubling.segmentsHint")}>
      <SimpleTable
        label={t("doubling.segmentsTitle")}
        columns={columns}
        rows={report.segments}
        rowKey={(row) => row.code}
      />
    </Section>
  );
}

/** Who has to hire, and from which number of customers on. */
export function StepTable({ report }: { report: DoublingReport }) {
  const { t, format, pick } = useTexts();
  const words = useDoublingWords(report.currency);
  const columns: TableColumn<Step>[] = [
    { code: "scenario", label: t("doubling.scenario"), cell: (row) => t(`planParts.${row.scenario}`) },
    { code: "role", label: t("doubling.role"), cell: (row) => pick(row.label) },
    {
      code: "atCustomers",
      label: t("doubling.atCustomers"),
      isNumber: true,
      sortValue: (row) => row.atCustomers,
      cell: (row) => format.count(row.atCustomers),
    },
    {
      code: "positions",
      label: t("doubling.positions"),
      isNumber: true,
      cell: (row) => format.count(row.positions),
    },
    { code: "cost", label: t("doubling.cost"), isNumber: true, cell: (row) => words.short(row.costCents) },
  ];
  return (
    <Section
      title={t("doubling.stepsTitle")}
      hint={report.steps.length === 0 ? t("doubling.stepsNone") : t("doubling.stepsHint")}
    >
      {report.steps.length === 0 ? null : (
        <SimpleTable
          label={t("doubling.stepsTitle")}
          columns={columns}
          rows={report.steps}
          rowKey={(row, index) => `${row.scenario}.${row.role}.${index}`}
          maxHeight={320}
        />
      )}
    </Section>
  );
}
