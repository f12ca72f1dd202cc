import { roundHalfAway } from "../../units.ts";
import { sliceBase } from "../condense-base.ts";
import type { PlanningBase } from "../contracts/base-contract.ts";
import type { LeverOption } from "../contracts/option-contract.ts";
import type { LeverPlan } from "../contracts/plan-contract.ts";
import { type Drawn, drawAssumptions } from "../draw-assumptions.ts";
import {
  type ResolvedAssignment,
  type ResolvedPlan,
  type ResolveSettings,
  resolvePlan,
} from "../resolve-plan.ts";
import { steadyYear } from "../steady-year.ts";
import type { YearOfPlan } from "../year-of-plan-contract.ts";
import type { FixedCost } from "./bundle-contract.ts";
import type { UnitCandidates } from "./candidate-contract.ts";
import type { BundleFigures } from "./generate-bundles.ts";
import type { NestedSegment } from "./nest-segments.ts";
import { oneOffYears, withoutOnceParams } from "./paid-once.ts";
import { assignmentOf } from "./plan-of-choice.ts";
import { type PriceIndex, priceIndexOf } from "./price-plan.ts";

export interface BundleValuerOptions {
  /** Made for the price plan of the candidates. */
  readonly base: PlanningBase;
  readonly nested: readonly NestedSegment[];
  /** In the order of `nested`. */
  readonly candidates: readonly UnitCandidates[];
  readonly options: readonly LeverOption[];
  readonly settings: ResolveSettings;
  /** Expectations of the plan; they go before those of the company. */
  readonly assumptions: LeverPlan["assumptions"];
  readonly prices: PriceIndex;
  readonly fixedCosts: ReadonlyMap<string, FixedCost>;
  /** Worlds that an expected value is the mean of. */
  readonly draws: number;
  readonly seed: number;
}

/** With the middle of every expectation, which is quick, or the mean over drawn worlds. */
export type ValueKind = "middle" | "expected";

/** Mean time within five years for which a customer lost or kept in one of them is missing or there. */
const meanYears = oneOffYears / 2;

/** Values sets of options by the steady year of the customers of a unit, so that interactions are kept. */
export class BundleValuer {
  readonly #units: readonly UnitValues[];
  readonly #worlds: Readonly<Record<ValueKind, readonly Drawn[]>>;
  readonly #minuteCents: number;
  readonly #fixedCosts: ReadonlyMap<string, FixedCost>;

  constructor(asked: BundleValuerOptions) {
    const { base, nested, settings, seed, draws } = asked;
    const resolved = nested.map((_, unit) => resolveUnit(asked, unit));
    const assumptions = new Map(resolved.flatMap((plan) => plan.assumptions).map((one) => [one.key, one]));
    const nothing: ResolvedPlan = {
      assignments: [],
      assumptions: [...assumptions.values()],
      world: settings.world,
    };
    const drawn = Array.from({ length: draws }, (_, draw) => drawAssumptions(nothing, { seed, draw }));
    this.#worlds = { middle: [drawAssumptions(nothing, "mid")], expected: drawn };
    this.#minuteCents = settings.world.ownerHourCents / 60;
    this.#fixedCosts = asked.fixedCosts;
    this.#units = nested.map(({ rows }, unit) => {
      const own = sliceBase(base, rows);
      return {
        base: own,
        nothing,
        byOption: new Map(resolved[unit]!.assignments.map((one) => [one.option, one])),
        today: {
          middle: this.#worlds.middle.map((world) => steadyYear(own, nothing, world)),
          expected: this.#worlds.expected.map((world) => steadyYear(own, nothing, world)),
        },
        customers: own.weight.reduce((sum, weight) => sum + weight, 0),
      };
    });
  }

  /**
   * What a set of options does to the customers of a unit: change of the yearly result, with one-off cost spread over five
   * years and customers kept or lost for the mean time of it. What comes once is left out; see `fixedCostKeys`.
   */
  value(unit: number, options: readonly string[], kind: ValueKind): BundleFigures {
    const { base, nothing, byOption, today, customers } = this.#units[unit]!;
    const assignments = options.flatMap((code) => byOption.get(code) ?? []);
    const plan = { ...nothing, assignments };
    const years = this.#worlds[kind].map((drawn) => steadyYear(base, plan, drawn));
    const mean = (figure: (year: YearOfPlan["total"], before: YearOfPlan["total"]) => number) =>
      years.reduce((sum, { total }, world) => sum + figure(total, today[kind][world]!.total), 0) /
      years.length;
    const perCustomer = customers > 0 ? 1 / customers : 0;
    return {
      contributionCents: roundHalfAway(
        mean((year, before) => {
          const kept = (before.churn - year.churn) * meanYears * year.resultCents;
          return year.resultCents - before.resultCents - year.oneOffCents / oneOffYears + kept;
        }),
      ),
      roleMinutes: base.roles.map((_, role) => mean(({ roleMinutes }) => roleMinutes[role] ?? 0)),
      budgetCents: roundHalfAway(mean((year, before) => spent(year) - spent(before))),
      contactPressure: mean(({ contactPressure }) => contactPressure),
      giveTakeCents:
        perCustomer * mean((year) => year.moneyForCustomersCents - year.customerMinutes * this.#minuteCents),
      fixedCostKeys: options.filter((code) => this.#fixedCosts.has(code)),
    };
  }
}

interface UnitValues {
  readonly base: PlanningBase;
  /** As today, in the worlds of all options. */
  readonly nothing: ResolvedPlan;
  readonly byOption: ReadonlyMap<string, ResolvedAssignment>;
  /** By world. */
  readonly today: Readonly<Record<ValueKind, readonly YearOfPlan[]>>;
  readonly customers: number;
}

function spent({ programmeCents, acquisitionCents, oneOffCents }: YearOfPlan["total"]): number {
  return programmeCents + acquisitionCents + oneOffCents / oneOffYears;
}

/** Every candidate of a unit with its effects; prices find their orders in the base of the price plan. */
function resolveUnit(asked: BundleValuerOptions, unit: number): ResolvedPlan {
  const { base, nested, candidates, options, settings, assumptions, prices } = asked;
  const byCode = new Map(options.map((option) => [option.code, option]));
  const known = [...candidates[unit]!.values()].flatMap((candidate) => {
    const option = byCode.get(candidate.option);
    return option === undefined ? [] : [{ candidate, option }];
  });
  const segment = nested[unit]!.code;
  const assignments = known.map(({ candidate, option }) => {
    const params = withoutOnceParams(option, candidate.params);
    return assignmentOf({ ...candidate, params }, segment);
  });
  const plan = assumptions === undefined ? { assignments } : { assignments, assumptions };
  const resolved = resolvePlan(plan, options, base, settings);
  const withPrices = resolved.assignments.map((assignment, index) => {
    const { option, params } = known[index]!.candidate;
    return { ...assignment, index: priceIndexOf(prices, option, params) };
  });
  return { ...resolved, assignments: withPrices };
}
