import { condenseBase, sliceBase } from "../condense-base.ts";
import type { PlanningBase } from "../contracts/base-contract.ts";
import { costDrivers } from "../contracts/drivers.ts";
import type { ResolvedPlan } from "../resolve-plan.ts";
import { prepareBase, reportSegments } from "./effects/prepare-base.ts";
import { preparePlan } from "./effects/prepare-plan.ts";
import type { PreparedBase, PreparedPlan } from "./effects/prepared-contract.ts";
import { fieldsOf, sumRows } from "./effects/segment-sums.ts";
import { newYearState, resetYear } from "./effects/year-state.ts";
import type { OutcomeShape } from "./outcome-contract.ts";
import { growthYears, quarterCount } from "./quarters.ts";

/** Chance that a call waits, 0…1, with so many positions at so many erlangs of load (Erlang C); positions may be a fraction. */
export type WaitingRatio = (positions: number, erlangs: number) => number;

export interface SimulationSettings {
  readonly waitingRatio: WaitingRatio;
  /** Part of a year's growth that goes on in the year after, 0…1; half by default. */
  readonly growthPersistence?: number;
}

/** Everything of a base that does not change from draw to draw. */
export interface SimulatedBase {
  readonly prepared: PreparedBase;
  readonly shape: OutcomeShape;
  readonly settings: SimulationSettings;
  /** Yearly hazard of losing a customer of each row: −ln(1 − chance). */
  readonly hazard: Float64Array;
  /** Per quarter and row: factor on what a customer buys. */
  readonly growth: readonly Float64Array[];
  /** Today's customers as today goes on, per quarter: sums of `sumRows` and customers at its end by segment. */
  readonly todaySums: readonly Float64Array[];
  readonly todayEnd: readonly Float64Array[];
  /** Sums of everybody as they are today. */
  readonly everybody: Float64Array;
  readonly customers: Float64Array;
  /** Minutes of small customers today by role, and of them by segment (segment × roles). */
  readonly smallMinutes: Float64Array;
  readonly segmentMinutes: Float64Array;
  /** Share of a role's saved cost that is gone after so many quarters. */
  readonly released: readonly (readonly number[])[];
}

export interface Simulation {
  readonly simulated: SimulatedBase;
  readonly plan: PreparedPlan;
  readonly resolved: ResolvedPlan;
}

/** Most rows that draws run over; more cells are taken together by churn and growth. */
const mostRows = 450;

/** @param asIs keep every row: the base is a block of single customers. */
export function simulateBase(
  base: PlanningBase,
  settings: SimulationSettings,
  { asIs = false }: { readonly asIs?: boolean } = {},
): SimulatedBase {
  const prepared = prepareBase(asIs ? base : sortedBySegment(fewerRows(base)));
  const { rows, segments, roles, weight } = prepared.base;
  const hazard = prepared.base.churnRatio.map((ratio) => -Math.log(1 - Math.min(0.999, Math.max(0, ratio))));
  const growth = growthTable(prepared.base, settings.growthPersistence ?? 0.5);
  const fields = fieldsOf(prepared);
  const sums = () => new Float64Array(segments.length * fields);
  const today = newYearState(prepared);
  resetYear(today, prepared);
  // Order entry as the sum of its channels, like every year with a plan.
  today.driverCents.orderEntry.set(prepared.base.costCents.orderEntry);
  const everybody = sums();
  sumRows(prepared, today, { heads: weight, volume: weight, kept: null }, everybody);
  const course = asIs
    ? []
    : Array.from({ length: quarterCount }, (_, quarter) => {
        const heads = new Float64Array(rows);
        const volume = new Float64Array(rows);
        const end = new Float64Array(segments.length);
        for (let row = 0; row < rows; row++) {
          heads[row] = weight[row]! * Math.exp((-hazard[row]! * (quarter + 0.5)) / 4);
          volume[row] = heads[row]! * growth[quarter]![row]!;
          end[prepared.reportSegment[row]!]! += weight[row]! * Math.exp((-hazard[row]! * (quarter + 1)) / 4);
        }
        const ofQuarter = sums();
        sumRows(prepared, today, { heads, volume, kept: null }, ofQuarter);
        return { sums: ofQuarter, end };
      });
  const customers = new Float64Array(segments.length);
  const smallMinutes = new Float64Array(roles.length);
  const segmentMinutes = new Float64Array(segments.length * roles.length);
  for (let row = 0; row < rows; row++) {
    const segment = prepared.reportSegment[row]!;
    customers[segment]! += weight[row]!;
    for (let role = 0; role < roles.length; role++) {
      const minutes = prepared.base.roleMinutes[role]![row]! * weight[row]!;
      smallMinutes[role]! += minutes;
      segmentMinutes[segment * roles.length + role]! += minutes;
    }
  }
  return {
    prepared,
    shape: { segments: segments.length, roles: roles.length, quarters: quarterCount },
    settings,
    hazard,
    growth,
    todaySums: course.map((quarter) => quarter.sums),
    todayEnd: course.map(({ end }) => end),
    everybody,
    customers,
    smallMinutes,
    segmentMinutes,
    released: releasedByRole(prepared),
  };
}

export const prepareSimulation = (simulated: SimulatedBase, resolved: ResolvedPlan): Simulation => ({
  simulated,
  plan: preparePlan(simulated.prepared, resolved),
  resolved,
});

function sortedBySegment(base: PlanningBase): PlanningBase {
  const segmentOf = reportSegments(base);
  return sliceBase(base, rowsBySegment(segmentOf));
}

/** Numbers of the rows, those of one segment together and otherwise in their order. */
export function rowsBySegment(segmentOf: Uint8Array): Uint32Array {
  const next = new Uint32Array(257);
  for (const segment of segmentOf) next[segment + 1]! += 1;
  for (let segment = 1; segment < next.length; segment++) next[segment]! += next[segment - 1]!;
  const order = new Uint32Array(segmentOf.length);
  for (let row = 0; row < segmentOf.length; row++) {
    const segment = segmentOf[row]!;
    order[next[segment]!] = row;
    next[segment]! += 1;
  }
  return order;
}

/** Rows alike in segments, fees, churn and growth become one; the classes get wider until few enough are left. */
function fewerRows(base: PlanningBase): PlanningBase {
  for (let width = 0.005; ; width *= 1.6) {
    const found = new Set<number>();
    for (let row = 0; row < base.rows && found.size <= mostRows; row++)
      found.add(base.segmentMask[row]! * 2 ** 20 + classOf(base, row, width));
    if (found.size <= mostRows || width > 1) return condenseBase(base, (row) => classOf(base, row, width));
  }
}

function classOf(
  { churnRatio, growthRatio, dormantRatio, ordersBelow }: PlanningBase,
  row: number,
  width: number,
): number {
  const churn = Math.min(127, Math.floor(churnRatio[row]! / width));
  const growth = Math.min(31, Math.max(0, 16 + Math.round(growthRatio[row]! / (6 * width))));
  const isDormant = dormantRatio[row]! >= 0.5 ? 1 : 0;
  let concerned = 0;
  for (const { concernedRatio } of ordersBelow.slice(0, 7))
    concerned = 2 * concerned + (concernedRatio[row]! >= 0.5 ? 1 : 0);
  return ((churn * 32 + growth) * 2 + isDormant) * 128 + concerned;
}

function growthTable({ growthRatio }: PlanningBase, persistence: number): Float64Array[] {
  const log = growthRatio.map((ratio) => Math.log(Math.min(2, Math.max(0.2, 1 + ratio))));
  return Array.from({ length: quarterCount }, (_, quarter) => {
    const years = growthYears(quarter, persistence);
    return log.map((value) => Math.exp(value * years));
  });
}

/** Mean of the drivers that the role works, by their minutes; known after 3, 12 and 24 months, linear between. */
function releasedByRole({ base, driverRoles }: PreparedBase): number[][] {
  return base.roles.map((_, role) => {
    const parts = costDrivers.flatMap((driver) => {
      const ratio = driverRoles[driver].find((part) => part.role === role)?.ratio ?? 0;
      const minutes = base.minutes[driver].reduce((sum, value, row) => sum + value * base.weight[row]!, 0);
      return ratio * minutes > 0 ? [{ weight: ratio * minutes, after: base.avoidableRatio[driver] }] : [];
    });
    const all = parts.reduce((sum, { weight }) => sum + weight, 0);
    const mean = (months: "3" | "12" | "24") =>
      all > 0 ? parts.reduce((sum, { weight, after }) => sum + weight * after[months], 0) / all : 1;
    const known = [
      [0, 0],
      [3, mean("3")],
      [12, mean("12")],
      [24, mean("24")],
    ] as const;
    return Array.from({ length: quarterCount }, (_, age) => interpolate(known, 3 * age + 1.5));
  });
}

function interpolate(known: readonly (readonly [x: number, y: number])[], x: number): number {
  for (const [index, [right, above]] of known.entries()) {
    const [left, below] = known[index - 1] ?? [right, above];
    if (x <= right) return right === left ? above : below + ((above - below) * (x - left)) / (right - left);
  }
  return known.at(-1)![1];
}
