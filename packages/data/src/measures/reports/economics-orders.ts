import type { DuckDBConnection } from "@duckdb/node-api";
import {
  breakEvenCents,
  goodsCents,
  type OrderCost,
  roundedOrderCost,
} from "@kleinod/engine/measures/economics/break-even.ts";
import { upperBound } from "@kleinod/engine/measures/economics/classes.ts";
import {
  channelCostsSql,
  orderBounds,
  orderClassesSql,
  smallOrderMediansSql,
} from "@kleinod/engine/measures/economics/orders-sql.ts";
import type { BreakEven, Economics, OrderClass } from "@kleinod/engine/measures/economics/report-contract.ts";
import { plainDate } from "@kleinod/engine/measures/period.ts";
import { channelLabel } from "@kleinod/engine/measures/triangle/labels.ts";
import type { TriangleSettings } from "@kleinod/engine/measures/triangle/triangle-settings.ts";
import { all } from "../../duckdb/connect.ts";
import type { ReportContext } from "./report-context.ts";

/** Order classes, and per channel what an order costs and must bring. */
export async function orderEconomics(
  connection: DuckDBConnection,
  context: ReportContext,
  activities: TriangleSettings["activities"],
): Promise<Pick<Economics, "smallOrders" | "breakEven">> {
  return {
    smallOrders: await orderClasses(connection, context),
    breakEven: await channels(connection, context, activities),
  };
}

type ClassRow = Omit<OrderClass, "toCents" | "belowBreakEven"> & {
  readonly belowFull: number;
  readonly belowAvoidable: number;
  readonly judged: number;
};

async function orderClasses(
  connection: DuckDBConnection,
  { snapshotTable, asOf }: ReportContext,
): Promise<Economics["smallOrders"]> {
  const rows = await all<ClassRow>(connection, orderClassesSql(snapshotTable, plainDate(asOf)));
  if (rows.length === 0) return null;
  const below = (found: readonly ClassRow[]) => {
    const sum = (of: (row: ClassRow) => number) => found.reduce((total, row) => total + of(row), 0);
    const judged = sum((row) => row.judged);
    const ratio = (count: number) => (judged > 0 ? count / judged : null);
    return {
      full: ratio(sum((row) => row.belowFull)),
      avoidable: ratio(sum((row) => row.belowAvoidable)),
    };
  };
  return {
    classes: rows.map((row) => {
      const { belowFull: _, belowAvoidable: __, judged: ___, ...known } = row;
      return { ...known, toCents: upperBound(orderBounds, row.fromCents), belowBreakEven: below([row]) };
    }),
    orders: rows.reduce((sum, { orders }) => sum + orders, 0),
    belowBreakEven: below(rows),
  };
}

interface ChannelRow {
  readonly channel: string;
  readonly orders: number;
  readonly entry_full: number;
  readonly entry_avoidable: number;
  readonly logistics_full: number;
  readonly logistics_avoidable: number;
  readonly invoice_full: number;
  readonly invoice_avoidable: number;
  readonly margin: number | null;
}

async function channels(
  connection: DuckDBConnection,
  { snapshotTable, asOf }: ReportContext,
  activities: TriangleSettings["activities"],
): Promise<BreakEven[]> {
  const rows = await all<ChannelRow>(connection, channelCostsSql(snapshotTable, activities));
  const found = rows.map((row) => {
    const full = roundedOrderCost(cost(row.entry_full, row.logistics_full, row.invoice_full));
    const avoidable = roundedOrderCost(
      cost(row.entry_avoidable, row.logistics_avoidable, row.invoice_avoidable),
    );
    return {
      channel: row.channel,
      label: channelLabel(row.channel),
      orders: row.orders,
      marginRatio: row.margin,
      full,
      avoidable,
      breakEvenCents: {
        full: breakEvenCents(full.orderCents, row.margin),
        avoidable: breakEvenCents(avoidable.orderCents, row.margin),
      },
    };
  });
  const bounds = found.flatMap(({ channel, breakEvenCents: { full } }) =>
    full === null ? [] : [{ channel, cents: full }],
  );
  const medians = new Map(
    bounds.length === 0
      ? []
      : (
          await all<{ channel: string; cents: number }>(
            connection,
            smallOrderMediansSql(snapshotTable, plainDate(asOf), bounds),
          )
        ).map(({ channel, cents }) => [channel, cents]),
  );
  return found.map((row) => ({ ...row, priceFloor: priceFloor(row, medians.get(row.channel)) }));
}

const cost = (entryCents: number, logisticsCents: number, invoiceCents: number): OrderCost => ({
  entryCents,
  logisticsCents,
  invoiceCents,
});

/** Null where no small order came through the channel, or its goods are unknown. */
function priceFloor(
  { marginRatio, full, avoidable }: Pick<BreakEven, "marginRatio" | "full" | "avoidable">,
  orderCents: number | undefined,
): BreakEven["priceFloor"] {
  if (orderCents === undefined || marginRatio === null) return null;
  const goods = goodsCents(orderCents, marginRatio);
  return {
    orderCents,
    goodsCents: goods,
    fullCents: goods + full.orderCents,
    avoidableCents: goods + avoidable.orderCents,
  };
}
