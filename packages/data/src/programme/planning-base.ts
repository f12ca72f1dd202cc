import type { DuckDBConnection } from "@duckdb/node-api";
import { assembleBase } from "@kleinod/engine/programme/base/assemble-base.ts";
import { baseCells } from "@kleinod/engine/programme/base/base-cells.ts";
import { distinctThresholds, orderThresholds } from "@kleinod/engine/programme/base/order-thresholds.ts";
import { ordersBelowSql } from "@kleinod/engine/programme/base/orders-below-sql.ts";
import { type BaseQuery, columnNames, customersSql } from "@kleinod/engine/programme/base/sql.ts";
import type { PlanningBase } from "@kleinod/engine/programme/contracts/base-contract.ts";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { readDoubles } from "../measures/read-doubles.ts";
import { parameterValues } from "../measures/reports/parameter-values.ts";
import type { ReportContext } from "../measures/reports/report-context.ts";
import { readSegments, type StoredSegment } from "../segments/segment-store.ts";
import { reportContext } from "../workspace/measure-context.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { type Refused, refused } from "../workspace/refused.ts";
import { baseSegments } from "./base/base-segments.ts";
import { costModelInForce, effortOfRoles } from "./base/effort-of-roles.ts";
import { orderSource } from "./base/order-source.ts";

export interface BaseRequest {
  /** Its segments and price thresholds become part of the base. */
  readonly plan: Pick<LeverPlan, "assignments">;
  /** `cells`: few rows for many draws; `customers`: everybody. */
  readonly resolution: "cells" | "customers";
  /** Most cells; default 4,000. */
  readonly maxCells?: number;
  readonly asOf?: string;
  /** Answer with unknown (NaN) contributions where nobody's margin is known, instead of refusing. */
  readonly allowUnknownMargin?: boolean;
}

/**
 * The small customers of the newest snapshot as columns. Measures first where nothing valid is there. The same snapshot, plan
 * and parameters give the same base to the bit.
 * @returns refused `noSmallCustomers`, `marginUnknown`, `segmentUnknown`, `tooManySegments`, or as measuring refuses
 */
export async function planningBase(
  workspace: Workspace,
  request: BaseRequest,
): Promise<PlanningBase | Refused> {
  const found = await reportContext(workspace, { asOf: request.asOf });
  if (!found.ok) return found;
  const stored = await readSegments(await workspace.records());
  return workspace.read((connection) => baseOfSnapshot(connection, found.context, stored, request));
}

/** The base of a measured snapshot whose relations hold. */
export async function baseOfSnapshot(
  connection: DuckDBConnection,
  context: Pick<ReportContext, "asOf" | "currency" | "snapshotTable" | "parameters"> & {
    readonly snapshotId: string;
  },
  stored: readonly StoredSegment[],
  { plan, resolution, maxCells = 4_000, allowUnknownMargin = false }: Omit<BaseRequest, "asOf">,
): Promise<PlanningBase | Refused> {
  const { asOf, snapshotTable, snapshotId, currency, parameters } = context;
  const chosen = await baseSegments(connection, context, plan, stored);
  if (!chosen.ok) return chosen;
  const model = costModelInForce(parameterValues(parameters));
  const effort = await effortOfRoles(connection, snapshotTable, model);
  const query: BaseQuery = {
    snapshotTable,
    asOf,
    memberships: chosen.memberships,
    activities: model.activities,
    roles: model.roles.map(({ code }) => code),
    shownRoles: effort.roles.map(({ code }) => code),
  };
  const columns = await readDoubles(connection, customersSql(query), columnNames(query).length);
  if ((columns[0]?.length ?? 0) === 0) return noSmallCustomers;
  const { thresholds, indexOf } = distinctThresholds(orderThresholds(plan));
  const source = thresholds.length === 0 ? null : await orderSource(connection, asOf);
  const base = assembleBase({
    snapshotId,
    asOf,
    currency,
    query,
    segments: chosen.segments,
    smallName: "Kleinkunden",
    columns,
    ordersColumns:
      source === null
        ? null
        : await readDoubles(
            connection,
            ordersBelowSql(snapshotTable, source, thresholds),
            1 + 2 * thresholds.length,
          ),
    thresholdOf: indexOf,
    effort,
  });
  if (!allowUnknownMargin && base.contribution1Cents.some(Number.isNaN)) return marginUnknown;
  return resolution === "cells" ? baseCells(base, maxCells) : base;
}

const noSmallCustomers = refused(
  "noSmallCustomers",
  "Es gibt keine Kleinkunden. Prüfen Sie die Grössenlinie (size.lineCents).",
  "There are no small customers. Check the size line (size.lineCents).",
);

const marginUnknown = refused(
  "marginUnknown",
  "Von keinem Kleinkunden ist die Marge bekannt, also weiss niemand, was ein Stellhebel bringt. Importieren Sie Warenkosten oder nehmen Sie eine Marge je Warengruppe an (margin.byGroup).",
  "The margin of no small customer is known, so nobody knows what a lever brings. Import cost of goods or assume a margin per product group (margin.byGroup).",
);
