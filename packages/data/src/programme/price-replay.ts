import type { DuckDBConnection } from "@duckdb/node-api";
import {
  type ConcernedOrders,
  orderClassBounds,
  orderClassesSql,
} from "@kleinod/engine/programme/base/order-classes-sql.ts";
import type { AssumptionValue } from "@kleinod/engine/programme/contracts/assumption-contract.ts";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import type { ProgrammeWorld } from "@kleinod/engine/programme/contracts/world-contract.ts";
import { leverOptions } from "@kleinod/engine/programme/lever-options.ts";
import type { PlanRequest } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { type PriceLever, priceLevers } from "@kleinod/engine/programme/price-replay/price-lever.ts";
import { type OrderClassRow, replayLevers } from "@kleinod/engine/programme/price-replay/replay-levers.ts";
import { type PriceReplay, replayNotes } from "@kleinod/engine/programme/price-replay/report-contract.ts";
import { resolvePlan } from "@kleinod/engine/programme/resolve-plan.ts";
import { all } from "../duckdb/connect.ts";
import { parameterValues } from "../measures/reports/parameter-values.ts";
import { readSegments, type StoredSegment } from "../segments/segment-store.ts";
import { reportContext, type WorkspaceReportContext } from "../workspace/measure-context.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import type { Refused } from "../workspace/refused.ts";
import { baseSegments } from "./base/base-segments.ts";
import { orderSource } from "./base/order-source.ts";
import { baseOfSnapshot } from "./planning-base.ts";
import { planOfRequest } from "./plans/plan-of-request.ts";

export interface PriceReplayRequest extends PlanRequest {
  readonly asOf?: string | undefined;
}

/** Who would have paid, put orders together, moved or left: the price levers of a plan on the orders of the last 12 months. */
export async function priceReplay(
  workspace: Workspace,
  { asOf, ...request }: PriceReplayRequest,
): Promise<{ readonly ok: true; readonly report: PriceReplay } | Refused> {
  const requested = await planOfRequest(workspace, request);
  if (!requested.ok) return requested;
  const found = await reportContext(workspace, { asOf });
  if (!found.ok) return found;
  const stored = await readSegments(await workspace.records());
  return workspace.read((connection) => replay(connection, found.context, stored, requested.plan));
}

async function replay(
  connection: DuckDBConnection,
  context: WorkspaceReportContext,
  stored: readonly StoredSegment[],
  plan: LeverPlan,
): Promise<{ readonly ok: true; readonly report: PriceReplay } | Refused> {
  const base = await baseOfSnapshot(connection, context, stored, { plan, resolution: "customers" });
  if ("ok" in base) return base;
  const values = parameterValues(context.parameters);
  const resolved = resolvePlan(plan, leverOptions, base, {
    world: values["programme.world"] as ProgrammeWorld,
    assumptions: values["programme.assumptions"] as Readonly<Record<string, AssumptionValue>>,
  });
  const tables = await orderTables(connection, context, stored, plan, priceLevers(resolved.assignments));
  if ("ok" in tables) return tables;
  return {
    ok: true,
    report: {
      snapshotId: base.snapshotId,
      asOf: base.asOf,
      currency: base.currency,
      planName: plan.name,
      months: 12,
      levers: replayLevers(base, resolved, (lever) => tables.get(lever.assignment.index) ?? []),
      notes: replayNotes,
      unclear: [...base.unclear],
    },
  };
}

async function orderTables(
  connection: DuckDBConnection,
  context: Pick<WorkspaceReportContext, "asOf" | "snapshotTable">,
  stored: readonly StoredSegment[],
  plan: LeverPlan,
  levers: readonly PriceLever[],
): Promise<ReadonlyMap<number, readonly OrderClassRow[]> | Refused> {
  const chosen = await baseSegments(connection, context, plan, stored);
  if (!chosen.ok) return chosen;
  const source = await orderSource(connection, context.asOf);
  const tables = new Map<number, readonly OrderClassRow[]>();
  for (const { assignment, price } of levers) {
    // The first bit is every small customer.
    const member = assignment.segmentBit === 0 ? null : chosen.memberships[assignment.segmentBit - 1]!;
    const rows = await all<Omit<OrderClassRow, "toCents">>(
      connection,
      orderClassesSql(context.snapshotTable, source, member, concernedBy(price)),
    );
    tables.set(
      assignment.index,
      rows.map((row) => ({
        ...row,
        toCents: orderClassBounds.find((bound) => bound > row.fromCents) ?? null,
      })),
    );
  }
  return tables;
}

function concernedBy(price: PriceLever["price"]): ConcernedOrders {
  if (price.kind === "channelPrice") return { channels: price.channels };
  const thresholdCents = price.kind === "orderFee" ? price.thresholdCents : price.minimumCents;
  return { thresholdCents, exemptChannels: price.exemptChannels };
}
