import type { CostToServeReport } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { CsvButton } from "./csv-button.tsx";
import { unitsOf } from "./table-csv.ts";

type Pool = CostToServeReport["pools"][number];

/** Rate and use of each pool. Overload is a shape and a word, unused time a paler part of the bar. */
export function CostPools({ report }: { report: CostToServeReport }) {
  const { t, format, pick } = useTexts();
  const { currency, pools } = report;
  const roleLabels = new Map(report.activities.map((activity) => [activity.role, activity.roleLabel]));
  const roleOf = (pool: Pool) => {
    const label = roleLabels.get(pool.role);
    return label === undefined ? pool.role : pick(label);
  };
  const rate = (pool: Pool) => (
    <span title={format.number(pool.centsPerMinute / 100, 6)}>
      {format.moneyExact(pool.centsPerMinute, currency)}
    </span>
  );
  const minutes = (value: number) => format.count(Math.round(value));
  const columns: TableColumn<Pool>[] = [
    {
      code: "pool",
      label: t("costToServe.reconciliation.pool"),
      sortValue: (pool) => pool.label ?? pool.code,
      cell: (pool) => <span style={{ whiteSpace: "nowrap" }}>{pool.label ?? pool.code}</span>,
    },
    {
      code: "usage",
      label: t("costToServe.pools.usage"),
      sortValue: (pool) => usageOf(pool),
      cell: (pool) => <Usage pool={pool} />,
    },
    {
      code: "rate",
      label: t("costToServe.pools.rate"),
      isNumber: true,
      sortValue: (pool) => pool.centsPerMinute,
      cell: rate,
    },
    ...(["capacityMinutes", "usedMinutes", "unusedMinutes"] as const).map(
      (code): TableColumn<Pool> => ({
        code,
        label: `${t(`costToServe.pools.${poolWords[code]}`)} (min)`,
        isNumber: true,
        sortValue: (pool) => pool[code],
        cell: (pool) => minutes(pool[code]),
      }),
    ),
  ];
  return (
    <Section
      title={t("costToServe.pools.title")}
      hint={t("costToServe.pools.hint")}
      actions={
        <CsvButton
          title={t("costToServe.pools.title")}
          rows={pools}
          columns={[
            { header: t("costToServe.reconciliation.pool"), value: (pool) => pool.label ?? pool.code },
            { header: t("costToServe.pools.role"), value: roleOf },
            { header: t("costToServe.reconciliation.cost"), value: (pool) => unitsOf(pool.costCents) },
            { header: t("costToServe.pools.rate"), value: (pool) => unitsOf(pool.centsPerMinute) },
            { header: t("costToServe.pools.capacity"), value: (pool) => pool.capacityMinutes },
            { header: t("costToServe.pools.used"), value: (pool) => pool.usedMinutes },
            { header: t("costToServe.pools.unused"), value: (pool) => pool.unusedMinutes },
            { header: t("costToServe.reconciliation.unused"), value: (pool) => unitsOf(pool.unusedCents) },
          ]}
        />
      }
    >
      <SimpleTable
        label={t("costToServe.pools.title")}
        columns={columns}
        rows={pools}
        rowKey={(pool) => pool.code}
      />
    </Section>
  );
}

const poolWords = { capacityMinutes: "capacity", usedMinutes: "used", unusedMinutes: "unused" } as const;

function usageOf(pool: Pool): number {
  return pool.capacityMinutes <= 0 ? 0 : pool.usedMinutes / pool.capacityMinutes;
}

const barWidth = 92;

function Usage({ pool }: { pool: Pool }) {
  const { t, format } = useTexts();
  const used = usageOf(pool);
  return (
    <span className="k-tag">
      <svg width={barWidth} height={10} viewBox={`0 0 ${barWidth} 10`} aria-hidden="true">
        <rect width={barWidth} height={10} rx={2} fill="var(--k-line)" />
        <rect width={barWidth * Math.min(1, used)} height={10} rx={2} fill="var(--k-accent)" />
        {pool.isOverloaded ? (
          <path
            d={`M${barWidth - 12} 9L${barWidth - 6} 1L${barWidth} 9Z`}
            fill="var(--k-small)"
            stroke="var(--k-surface)"
          />
        ) : null}
      </svg>
      {format.percent(used)}
      {pool.isOverloaded ? (
        <b>
          {"▲ "}
          {t("costToServe.pools.overloaded", { minutes: format.count(Math.round(pool.overloadMinutes)) })}
        </b>
      ) : null}
    </span>
  );
}
