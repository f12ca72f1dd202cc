import { type PlanningChannel, planningChannels } from "../../contracts/drivers.ts";
import type { LeverEffect, LeverEffectKind } from "../../contracts/effect-contract.ts";
import type { ResolvedAssignment, ResolvedPlan } from "../../resolve-plan.ts";
import type { PlanStep, PreparedAssignment, PreparedBase, PreparedPlan } from "./prepared-contract.ts";

/** Orders and visits change first, then what drivers cost, then sales and margin, then who stays. */
const turns: Readonly<Record<LeverEffectKind, number>> = {
  moveOrders: 0,
  replaceVisits: 0,
  orderFee: 0,
  minimumOrder: 0,
  channelPrice: 0,
  scaleDriver: 1,
  addDialogues: 1,
  addWork: 1,
  costPerCustomer: 1,
  incomePerCustomer: 1,
  customerWork: 1,
  customerValue: 1,
  contactPressure: 1,
  fixedCost: 1,
  addCapacity: 1,
  changeSales: 2,
  changeMargin: 2,
  changeChurn: 3,
  handOver: 3,
  acquire: 3,
  changeAcquisitionCost: 3,
  reactivate: 3,
};

/** Within a turn in the order of the plan: two options that touch the same orders act one after the other. */
export function preparePlan(prepared: PreparedBase, resolved: ResolvedPlan): PreparedPlan {
  const rows = rowsOfAssignments(prepared, resolved.assignments);
  const assignments = resolved.assignments.map((assignment, position): PreparedAssignment => {
    const mine = rows[position]!;
    const customers = new Float64Array(prepared.base.segments.length);
    for (const row of mine) customers[prepared.reportSegment[row]!]! += prepared.base.weight[row]!;
    return { assignment, rows: mine, customers };
  });
  const steps = resolved.assignments
    .flatMap((assignment, position) =>
      assignment.effects.map(
        (effect): PlanStep => ({
          position,
          effect,
          below: belowOf(prepared, assignment, effect),
        }),
      ),
    )
    .sort((a, b) => turns[a.effect.kind] - turns[b.effect.kind]);
  return { prepared, assignments, steps };
}

/** The same option twice for a customer: that of the smaller segment holds, then that of the later date, then the later one. */
function rowsOfAssignments(
  { base }: PreparedBase,
  assignments: readonly ResolvedAssignment[],
): readonly Int32Array[] {
  const size = (assignment: ResolvedAssignment) => base.segments[assignment.segmentBit]!.customers;
  const goesBefore = (a: number, b: number): boolean => {
    const [one, other] = [assignments[a]!, assignments[b]!];
    if (size(one) !== size(other)) return size(one) < size(other);
    return one.fromMonths === other.fromMonths ? a > b : one.fromMonths > other.fromMonths;
  };
  const byMask = new Map<number, readonly number[]>();
  const positionsOf = (mask: number): readonly number[] => {
    const known = byMask.get(mask);
    if (known !== undefined) return known;
    const members = assignments.flatMap(({ segmentBit }, position) =>
      (mask >>> segmentBit) & 1 ? [position] : [],
    );
    const holding = members.filter((position) =>
      members.every(
        (other) =>
          other === position ||
          assignments[other]!.option !== assignments[position]!.option ||
          goesBefore(position, other),
      ),
    );
    byMask.set(mask, holding);
    return holding;
  };
  const found: number[][] = assignments.map(() => []);
  for (let row = 0; row < base.rows; row++)
    for (const position of positionsOf(base.segmentMask[row]!)) found[position]!.push(row);
  return found.map((rows) => Int32Array.from(rows));
}

/** @throws RangeError when the base was made for another plan. */
function belowOf(
  { base }: PreparedBase,
  { index, option }: ResolvedAssignment,
  effect: LeverEffect,
): PlanStep["below"] {
  if (effect.kind !== "orderFee" && effect.kind !== "minimumOrder") return null;
  const found = base.ordersBelow.find(({ assignment }) => assignment === index);
  if (found === undefined)
    throw new RangeError(
      `base.ordersBelow has no entry of assignments[${index}] (${option}); expected the base of this plan.`,
    );
  const openOrders = new Float64Array(base.rows);
  for (const channel of openChannels(effect.exemptChannels)) {
    const orders = base.ordersByChannel[channel];
    for (let row = 0; row < base.rows; row++) openOrders[row]! += orders[row]!;
  }
  return { found, openOrders };
}

/** Channels in which a price lever applies. */
export const openChannels = (exempt: readonly PlanningChannel[]): readonly PlanningChannel[] =>
  planningChannels.filter((channel) => !exempt.includes(channel));
