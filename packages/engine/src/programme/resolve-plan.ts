import type { AssumptionValue } from "./contracts/assumption-contract.ts";
import type { PlanningBase } from "./contracts/base-contract.ts";
import type { EffectNumber, LeverEffect } from "./contracts/effect-contract.ts";
import type { EvidenceGrade, Lever, LeverOption, OptionAssumption } from "./contracts/option-contract.ts";
import type { LeverPlan } from "./contracts/plan-contract.ts";
import type { ProgrammeWorld } from "./contracts/world-contract.ts";
import { rampKeyOf, worldAssumptions } from "./world-assumptions.ts";

/** An uncertain number of the plan or of the company, with what is expected of it. */
export interface ResolvedAssumption {
  readonly key: string;
  readonly label: { readonly de: string; readonly en: string };
  readonly unit: OptionAssumption["unit"] | "years";
  readonly min: number;
  readonly max: number;
  readonly value: AssumptionValue;
  /** Null: the company set it. */
  readonly grade: EvidenceGrade | null;
}

/** An assignment with its effects, ready for every customer of its segment. */
export interface ResolvedAssignment {
  /** Index in `plan.assignments` and in `base.ordersBelow[].assignment`. */
  readonly index: number;
  readonly option: string;
  readonly lever: Lever;
  readonly name: { readonly de: string; readonly en: string };
  readonly segment: string;
  /** Index in `base.segments`, so the bit of `base.segmentMask`. */
  readonly segmentBit: number;
  readonly from: string;
  /** Months from `base.asOf` to its start; negative: it is live already. */
  readonly fromMonths: number;
  /** Assumption that says how many months it takes until it is fully taken up. */
  readonly rampKey: string;
  readonly effects: readonly LeverEffect[];
}

export interface ResolvedPlan {
  readonly assignments: readonly ResolvedAssignment[];
  /** Every uncertain number that the assignments or the company's world use, each key once. */
  readonly assumptions: readonly ResolvedAssumption[];
  readonly world: ProgrammeWorld;
}

export interface ResolveSettings {
  readonly world: ProgrammeWorld;
  /** The company's own expectations (parameter `programme.assumptions`); the plan's go before them. */
  readonly assumptions?: Readonly<Record<string, AssumptionValue>>;
}

/**
 * Binds a plan to a base: segments to bits, dates to months, options to effects, and collects what is uncertain. An expectation
 * comes from the plan, else from the company, else from the option.
 * @throws RangeError for an unknown option or segment: check the plan before.
 */
export function resolvePlan(
  plan: Pick<LeverPlan, "assignments" | "assumptions">,
  options: readonly LeverOption[],
  base: Pick<PlanningBase, "asOf" | "segments">,
  settings: ResolveSettings,
): ResolvedPlan {
  const byCode = new Map(options.map((option) => [option.code, option]));
  const known = new Map<string, ResolvedAssumption>();
  for (const assumption of worldAssumptions(settings.world)) known.set(assumption.key, assumption);
  for (const { assumptions } of options) {
    for (const assumption of assumptions) {
      const own = plan.assumptions?.[assumption.key] ?? settings.assumptions?.[assumption.key];
      const { key, label, unit, min, max, value, grade } = assumption;
      known.set(key, { key, label, unit, min, max, value: own ?? value, grade: own ? null : grade });
    }
  }
  const used = new Set<string>(worldKeysAlways);
  const assignments = plan.assignments.map((assignment, index): ResolvedAssignment => {
    const option = byCode.get(assignment.option);
    if (option === undefined) throw unknown("option", assignment.option, index);
    const segmentBit = base.segments.findIndex(({ code }) => code === assignment.segment);
    if (segmentBit < 0) throw unknown("segment", assignment.segment, index);
    const effects = option.effects(assignment.params);
    const rampKey = rampKeyOf(option.lever);
    used.add(rampKey);
    for (const key of effects.flatMap(assumptionsOf)) {
      if (!known.has(key)) throw unknown("assumption", key, index);
      used.add(key);
    }
    return {
      index,
      option: option.code,
      lever: option.lever,
      name: option.name,
      segment: assignment.segment,
      segmentBit,
      from: assignment.from,
      fromMonths: monthsBetween(base.asOf, assignment.from),
      rampKey,
      effects,
    };
  });
  const assumptions = [...known.values()].filter(({ key }) => used.has(key));
  return { assignments, assumptions, world: settings.world };
}

const worldKeysAlways = [
  "world.acquisitionCents",
  "world.newCustomerSalesRatio",
  "world.newCustomerLifetimeYears",
  "world.congestionChurnRatio",
];

const assumptionsOf = (effect: LeverEffect): string[] =>
  Object.values(effect).flatMap((value: EffectNumber | unknown) =>
    typeof value === "object" && value !== null && "assumption" in value ? [String(value.assumption)] : [],
  );

/** Calendar months with days as parts of a month of 30.4375 days; both dates `yyyy-mm-dd`. */
function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split("-").map(Number);
  return 12 * (toYear - fromYear) + (toMonth - fromMonth) + (toDay - fromDay) / 30.4375;
}

const unknown = (what: string, value: string, index: number) =>
  new RangeError(`${what} is "${value}" (assignments[${index}]); expected a known ${what}: check the plan.`);
