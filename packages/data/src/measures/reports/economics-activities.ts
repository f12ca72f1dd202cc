import type { DuckDBConnection } from "@duckdb/node-api";
import type { CostActivity } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import {
  activityChannelsSql,
  servedCustomersSql,
} from "@kleinod/engine/measures/economics/effort-report-sql.ts";
import type { Economics } from "@kleinod/engine/measures/economics/report-contract.ts";
import { all } from "../../duckdb/connect.ts";

interface EffortRow {
  readonly activity: string;
  readonly channel: string;
  readonly sizeClass: string;
  readonly events: number;
  readonly loggedEvents: number;
  readonly minutesMilli: number;
  readonly fullCents: number;
  readonly avoidableCents: number;
}

/** Cost by activity, most first, and the heat map activities × channels. */
export async function activityCosts(
  connection: DuckDBConnection,
  snapshotTable: string,
  values: Readonly<Record<string, unknown>>,
): Promise<Pick<Economics, "activities" | "activityChannels">> {
  const known = values["costToServe.activities"] as readonly CostActivity[];
  const rows = await all<EffortRow>(connection, activityChannelsSql(snapshotTable));
  const served = await all<{ sizeClass: string; customers: number }>(
    connection,
    servedCustomersSql(snapshotTable),
  );
  const perCustomer = (own: readonly EffortRow[], size: string | null) => {
    const cents = total(size === null ? own : own.filter(({ sizeClass }) => sizeClass === size)).fullCents;
    const customers = served
      .filter(({ sizeClass }) => size === null || sizeClass === size)
      .reduce((sum, row) => sum + row.customers, 0);
    return customers > 0 ? cents / customers : null;
  };
  const activities = [...grouped(rows, ({ activity }) => activity)].map(([code, own]) => {
    const spec = known.find((activity) => activity.code === code);
    return {
      activity: code,
      label: spec?.label ?? { de: code, en: code },
      isAllocated: spec?.isAllocated ?? false,
      isAssumption: spec?.isAssumption ?? false,
      ...total(own),
      perCustomer: {
        all: perCustomer(own, null),
        small: perCustomer(own, "small"),
        large: perCustomer(own, "large"),
      },
    };
  });
  const cells = grouped(rows, ({ activity, channel }) => JSON.stringify([activity, channel]));
  return {
    activities: activities.sort((a, b) => b.fullCents - a.fullCents || (a.activity < b.activity ? -1 : 1)),
    activityChannels: [...cells.values()].map((own) => {
      const { loggedEvents: _, ...sums } = total(own);
      return { activity: own[0]!.activity, channel: own[0]!.channel, ...sums };
    }),
  };
}

function total(rows: readonly EffortRow[]) {
  const sum = (of: (row: EffortRow) => number) => rows.reduce((result, row) => result + of(row), 0);
  return {
    events: sum((row) => row.events),
    loggedEvents: sum((row) => row.loggedEvents),
    minutes: sum((row) => row.minutesMilli) / 1_000,
    fullCents: sum((row) => row.fullCents),
    avoidableCents: sum((row) => row.avoidableCents),
  };
}

function grouped(rows: readonly EffortRow[], key: (row: EffortRow) => string): Map<string, EffortRow[]> {
  const groups = new Map<string, EffortRow[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
