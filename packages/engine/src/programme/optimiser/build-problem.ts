import type { PlanningBase } from "../contracts/base-contract.ts";
import type { LeverOption } from "../contracts/option-contract.ts";
import type { LeverPlan } from "../contracts/plan-contract.ts";
import type { BundleProblem, BundleValue, FixedCost, ProgrammeUnit, RoleLimit } from "./bundle-contract.ts";
import type { ValueKind } from "./bundle-valuer.ts";
import type { UnitCandidates } from "./candidate-contract.ts";
import { alwaysIn } from "./check-fixed-choices.ts";
import { type BundleFigures, generateBundles } from "./generate-bundles.ts";
import type { NestedSegment } from "./nest-segments.ts";
import { fixedCostOf, withLargestOnceParams } from "./paid-once.ts";
import type { FixedChoice, OptimiseRequest } from "./report-contract.ts";

export interface BuildProblemOptions {
  readonly base: PlanningBase;
  readonly nested: readonly NestedSegment[];
  readonly candidates: readonly UnitCandidates[];
  readonly options: readonly LeverOption[];
  readonly plan: LeverPlan;
  readonly limits: Pick<
    OptimiseRequest,
    "capacity" | "budgetCentsPerYear" | "contactPressureMax" | "giveTakeMin"
  >;
  readonly fixed: readonly FixedChoice[];
  readonly fixedCosts: ReadonlyMap<string, FixedCost>;
  readonly value: (unit: number, options: readonly string[], kind: ValueKind) => BundleFigures;
  readonly coherent: (unit: number, options: readonly string[]) => boolean;
  readonly contradicts: (a: string, b: string) => boolean;
  readonly pause: () => Promise<void>;
  readonly onUnit?: (done: number, total: number) => void;
}

/** So many bundles per unit keep 60 units in reach of branch and bound. */
const keep = 40;
/** Sets valued in all: some seconds. */
const valuations = 12_000;
/** Bundles of the segment around that are weighed within it: they are what it may have there. */
const inheritedSeeds = 10;

/** Weighs the bundles of every unit and puts the programme together. */
export async function buildProblem(asked: BuildProblemOptions): Promise<BundleProblem> {
  const { nested, candidates, limits, fixed, fixedCosts } = asked;
  const units: ProgrammeUnit[] = [];
  const today = nested.map((_, unit) => asked.value(unit, [], "middle").roleMinutes);
  const roles = roleLimits(asked.base, today, limits.capacity);
  const everybody = nested.reduce((sum, segment) => sum + customersOf(asked.base, segment), 0);
  for (const [unit, segment] of nested.entries()) {
    asked.onUnit?.(unit, nested.length);
    const customers = customersOf(asked.base, segment);
    const share = everybody > 0 ? customers / everybody : 0;
    const banned = new Set(
      fixed
        .filter(({ must, segment: code }) => must === "out" && code === segment.code)
        .map(({ option }) => option),
    );
    const bundles = await generateBundles({
      segment: segment.code,
      options: [...candidates[unit]!.keys()].filter((code) => !banned.has(code)),
      always: alwaysIn(fixed, nested, unit),
      value: (options) => asked.value(unit, options, "middle"),
      expected: (options) => asked.value(unit, options, "expected"),
      effort: Math.min(6_000, valuations / nested.length),
      coherent: (options) => asked.coherent(unit, options),
      contradicts: asked.contradicts,
      seeds: seedsOf(asked, unit, units),
      fixedShareCents: (code) => (fixedCosts.get(code)?.cents ?? 0) * share,
      giveTakeMinCents: limits.giveTakeMin,
      affordable: (bundle) => isAffordable(bundle, { limits, roles, fixedCosts, today, unit, share }),
      keep,
      pause: asked.pause,
    });
    units.push({ segment: segment.code, name: segment.name, customers, parent: segment.parent, bundles });
  }
  return {
    units,
    roles,
    fixedCosts,
    budgetCents: limits.budgetCentsPerYear ?? null,
    contactPressureMax: limits.contactPressureMax ?? null,
    giveTakeMinCents: limits.giveTakeMin,
    fixed,
  };
}

/** What every option costs and adds once, in the largest size that any segment decided; by code. */
export function fixedCostsOf(
  base: PlanningBase,
  candidates: readonly UnitCandidates[],
  options: readonly LeverOption[],
): Map<string, FixedCost> {
  const costs = new Map<string, FixedCost>();
  for (const option of options) {
    const all = candidates.map((unit) => unit.get(option.code)?.params).filter((one) => one !== undefined);
    const [first] = all;
    if (first === undefined) continue;
    const cost = fixedCostOf(option, withLargestOnceParams(option, first, all), base);
    if (cost !== null) costs.set(option.code, cost);
  }
  return costs;
}

/**
 * Minutes for small customers: positions of the request, else practical capacity less what larger customers take. A role that
 * is overloaded today may stay so: otherwise going on as today would be forbidden.
 */
function roleLimits(
  base: PlanningBase,
  todayByUnit: readonly (readonly number[])[],
  positions: OptimiseRequest["capacity"],
): RoleLimit[] {
  return base.roles.map(
    ({ code, label, capacityMinutes, usedMinutes, usedSmallMinutes, blockMinutes, isFixed }, role) => {
      const asked = positions?.[code];
      const today = todayByUnit.reduce((sum, minutes) => sum + (minutes[role] ?? 0), 0);
      const free = capacityMinutes === null ? null : capacityMinutes - (usedMinutes - usedSmallMinutes);
      const known = isFixed || free === null ? null : Math.max(free, today);
      return {
        role: code,
        label,
        limitMinutes: asked === undefined ? known : asked * blockMinutes,
        blockMinutes,
      };
    },
  );
}

/** What the plan has for a unit, and the bundles of the unit around it. */
function seedsOf(
  { nested, plan, candidates }: BuildProblemOptions,
  unit: number,
  before: readonly ProgrammeUnit[],
): (readonly string[])[] {
  const chain: string[] = [];
  for (let at: number | null = unit; at !== null; at = nested[at]?.parent ?? null)
    chain.push(nested[at]!.code);
  const planned = plan.assignments
    .filter(({ segment, option }) => chain.includes(segment) && candidates[unit]!.has(option))
    .map(({ option }) => option);
  const parent = nested[unit]!.parent;
  const inherited: readonly BundleValue[] =
    parent === null ? [] : before[parent]!.bundles.slice(0, inheritedSeeds + 1);
  return [planned, ...inherited.map(({ options }) => options)].filter((options) => options.length > 0);
}

function customersOf({ weight }: PlanningBase, { rows }: NestedSegment): number {
  return rows.reduce((sum, row) => sum + weight[row]!, 0);
}

interface UnitPart {
  readonly limits: BuildProblemOptions["limits"];
  readonly roles: readonly RoleLimit[];
  readonly fixedCosts: ReadonlyMap<string, FixedCost>;
  readonly today: readonly (readonly number[])[];
  readonly unit: number;
  /** Of all customers. */
  readonly share: number;
}

/** Whether the unit keeps all limits when each shrinks or grows its part of today's minutes alike. Guides the search only. */
function isAffordable(
  bundle: BundleValue,
  { limits, roles, fixedCosts, today, unit, share }: UnitPart,
): boolean {
  const { budgetCentsPerYear: budget, contactPressureMax: contacts, giveTakeMin } = limits;
  const once = bundle.fixedCostKeys.reduce((sum, key) => sum + (fixedCosts.get(key)?.cents ?? 0), 0);
  if (budget !== undefined && bundle.budgetCents + once * share > budget * share) return false;
  if (contacts !== undefined && bundle.contactPressure > contacts) return false;
  if (bundle.giveTakeCents < giveTakeMin) return false;
  return roles.every(({ limitMinutes }, role) => {
    if (limitMinutes === null) return true;
    const all = today.reduce((sum, minutes) => sum + (minutes[role] ?? 0), 0);
    const part = all > 0 ? (today[unit]![role] ?? 0) / all : share;
    return (bundle.roleMinutes[role] ?? 0) <= limitMinutes * part;
  });
}
