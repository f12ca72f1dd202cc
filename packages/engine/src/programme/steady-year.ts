import { condenseBase } from "./condense-base.ts";
import type { PlanningBase } from "./contracts/base-contract.ts";
import type { Drawn } from "./draw-assumptions.ts";
import type { ResolvedPlan } from "./resolve-plan.ts";
import { applyEffects, numericEffects } from "./simulation/effects/apply-effects.ts";
import { prepareBase } from "./simulation/effects/prepare-base.ts";
import { preparePlan } from "./simulation/effects/prepare-plan.ts";
import type {
  NumericEffect,
  PreparedBase,
  PreparedPlan,
  YearState,
} from "./simulation/effects/prepared-contract.ts";
import { fieldsOf, sumRows } from "./simulation/effects/segment-sums.ts";
import { newYearState } from "./simulation/effects/year-state.ts";
import { steadySegment } from "./steady-segment.ts";
import { totalOfSegments } from "./total-of-segments.ts";
import type { YearOfPlan } from "./year-of-plan-contract.ts";

export interface SteadyYearOptions {
  /** Share that has taken up each assignment, 0…1, in the order of `resolved.assignments`; left out: all. */
  readonly takenUp?: readonly number[];
}

/**
 * A year of the small customers once the plan is fully taken up, at today's number of customers less those who leave or are
 * handed over, plus those whom the plan wins. Without assignments it is exactly the base. Steps of capacity, waiting and time are
 * left to the simulation.
 * @throws RangeError for an assumption without a draw, or a base that was made for another plan.
 */
export function steadyYear(
  base: PlanningBase,
  resolved: ResolvedPlan,
  drawn: Drawn,
  { takenUp }: SteadyYearOptions = {},
): YearOfPlan {
  const prepared = condensed(base);
  const plan = preparePlan(prepared, resolved);
  const effects = numericEffects(plan, drawn);
  const { rows, weight, segments, roles } = prepared.base;
  const shares = resolved.assignments.map((_, position) => takenUp?.[position] ?? 1);
  const year = newYearState(prepared);
  applyEffects(
    plan,
    effects,
    shares.map((share) => new Float64Array(rows).fill(share)),
    year,
  );
  const heads = weight.map((customers, row) => customers * year.present[row]!);
  const stay = new Float64Array(segments.length * fieldsOf(prepared));
  sumRows(prepared, year, { heads, volume: heads, kept: weight }, stay);
  const everybody = new Float64Array(stay.length);
  sumRows(prepared, year, { heads: weight, volume: weight, kept: null }, everybody);

  const lost = lostWithinTheYear(prepared, year, heads);
  const perSegment = segments.map((_, segment) =>
    steadySegment(segment, { plan, effects, shares, drawn, stay, everybody, lost: lost[segment]! }),
  );
  return {
    perSegment,
    total: totalOfSegments(perSegment),
    addedPositions: roles.map((_, role) => addedPositions(prepared, effects, plan, shares, role)),
  };
}

const prepared = new WeakMap<PlanningBase, PreparedBase>();

/** Effects are linear within rows of the same segments that fees concern alike, so these may be taken together. */
function condensed(base: PlanningBase): PreparedBase {
  const known = prepared.get(base);
  if (known !== undefined) return known;
  const made = prepareBase(condenseBase(base, (row) => concernedClass(base, row)));
  prepared.set(base, made);
  return made;
}

function concernedClass({ ordersBelow }: PlanningBase, row: number): number {
  let result = 0;
  for (const { concernedRatio } of ordersBelow.slice(0, 12)) {
    const ratio = concernedRatio[row]!;
    result = 3 * result + (ratio <= 0 ? 0 : ratio < 0.5 ? 1 : 2);
  }
  return result;
}

/** Customers by segment whose chance of staying is (1 − today's chance of leaving) to the power of the plan's factor. */
function lostWithinTheYear({ base, reportSegment }: PreparedBase, year: YearState, heads: Float64Array) {
  const lost = new Float64Array(base.segments.length);
  for (let row = 0; row < base.rows; row++) {
    const staying = (1 - base.churnRatio[row]!) ** year.churnFactor[row]!;
    lost[reportSegment[row]!]! += heads[row]! * (1 - staying);
  }
  return lost;
}

function addedPositions(
  { roleIndex }: PreparedBase,
  effects: readonly NumericEffect[],
  { steps }: PreparedPlan,
  shares: readonly number[],
  role: number,
): number {
  let positions = 0;
  for (const [index, effect] of effects.entries())
    if (effect.kind === "addCapacity" && roleIndex(effect.role) === role)
      positions += effect.positions * shares[steps[index]!.position]!;
  return positions;
}
