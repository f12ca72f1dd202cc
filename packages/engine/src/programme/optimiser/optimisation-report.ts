import type { Text } from "../../measures/measure-contract.ts";
import type { LeverOption } from "../contracts/option-contract.ts";
import type { LeverPlan } from "../contracts/plan-contract.ts";
import type { BundleChoice, BundleProblem } from "./bundle-contract.ts";
import type { UnitCandidates } from "./candidate-contract.ts";
import { conflictSentence, limitLabel, priceSentence, stepText } from "./constraint-text.ts";
import { differenceText } from "./difference-text.ts";
import { type LimitStep, limitSteps } from "./limit-step.ts";
import type { OptimisedBundles } from "./optimise-bundles.ts";
import type { PlanNames } from "./plan-names.ts";
import { planOfChoice } from "./plan-of-choice.ts";
import { fixedCostOf, fixedKeysOf, limitRows } from "./programme-model.ts";
import { rankPlans, type SimulatedPlan } from "./rank-plans.ts";
import type { ConstraintUse, OptimisationReport } from "./report-contract.ts";
import { rowKey } from "./row-subject.ts";

export interface OptimisationParts {
  readonly problem: BundleProblem;
  readonly result: OptimisedBundles;
  readonly candidates: readonly UnitCandidates[];
  readonly options: readonly LeverOption[];
  /** Name, snapshot and assumptions of the plans that come out. */
  readonly head: Omit<LeverPlan, "assignments">;
  readonly names: PlanNames;
  /** In the order of the optimum and `result.next`; empty: not simulated. */
  readonly simulated: readonly (SimulatedPlan | null)[];
  readonly seconds: number;
  readonly snapshotId: string;
  readonly notes: readonly Text[];
}

/** The answer of the optimiser as people read it. */
export function optimisationReport(parts: OptimisationParts): OptimisationReport {
  const { problem, result, candidates, head, names, simulated } = parts;
  const { best, boundCents } = result;
  const planOf = (choice: BundleChoice, name: string) =>
    planOfChoice(problem.units, choice, candidates, parts.options, { ...head, name });
  const all = best === null ? [] : [best, ...result.next];
  const plans = all.map(({ choice, cents }, index) => ({
    plan: planOf(choice, index === 0 ? head.name : shortName(head.name, index + 1)),
    cents,
    difference: differenceText(problem.units, best!.choice, choice, names),
  }));
  const runnersUp = rankPlans(plans, simulated);
  const gapCents = best === null || boundCents === null ? null : boundCents - best.cents;
  return {
    status: result.status,
    plan: plans[0]?.plan ?? null,
    objectiveCents: best?.cents ?? null,
    boundCents,
    gapRatio:
      gapCents === null || best === null ? null : Math.max(0, gapCents / Math.max(100, Math.abs(best.cents))),
    seconds: parts.seconds,
    fixedCostCents: best === null ? 0 : fixedCostOf(problem, best.choice),
    fixedCosts:
      best === null
        ? []
        : fixedKeysOf(problem, best.choice).map((option) => ({
            option,
            centsPerYear: problem.fixedCosts.get(option)?.cents ?? 0,
          })),
    perSegment: best === null ? [] : perSegment(problem, best.choice),
    capacity: best === null ? [] : capacityUse(problem, result, best.choice),
    constraints: best === null ? [] : constraintUses(problem, result, best.choice, names),
    runnersUp,
    infeasible: result.conflict === null ? null : conflictRows(problem, result.conflict, names),
    notes: [...parts.notes, ...notesOf(result, runnersUp)],
    bundles: problem.units.reduce((sum, { bundles }) => sum + bundles.length, 0),
    snapshotId: parts.snapshotId,
    currency: names.currency,
  };
}

/** Names of plans have at most 120 characters. */
function shortName(name: string, place: number): string {
  return `${name.slice(0, 110).trimEnd()} (${place})`;
}

function perSegment({ units }: BundleProblem, choice: BundleChoice): OptimisationReport["perSegment"] {
  return units.map(({ segment, name, customers, bundles }, unit) => {
    const bundle = bundles[choice[unit]!]!;
    return {
      segment,
      name,
      customers: Math.round(customers),
      options: [...bundle.options],
      expectedCents: bundle.contributionCents,
      sumOfSinglesCents: bundle.sumOfSinglesCents,
      giveTakeCentsPerCustomer: bundle.giveTakeCents,
      contactPressure: bundle.contactPressure,
    };
  });
}

function capacityUse(
  problem: BundleProblem,
  { pricesCents }: OptimisedBundles,
  choice: BundleChoice,
): OptimisationReport["capacity"] {
  return problem.roles.flatMap(({ role, label, limitMinutes }, index) => {
    if (limitMinutes === null) return [];
    const chosen = problem.units.map(({ bundles }, unit) => bundles[choice[unit]!]!);
    const used = chosen.reduce((sum, bundle) => sum + (bundle.roleMinutes[index] ?? 0), 0);
    const added = fixedKeysOf(problem, choice).reduce(
      (sum, key) => sum + (problem.fixedCosts.get(key)?.addedMinutes[index] ?? 0),
      0,
    );
    return {
      role,
      label: { ...label },
      usedMinutes: Math.round(used),
      availableMinutes: Math.round(limitMinutes + added),
      priceCentsPerPosition: pricesCents.get(`capacity:${role}`) ?? null,
    };
  });
}

const unitOf: Readonly<Record<LimitStep["kind"], ConstraintUse["unit"]>> = {
  capacity: "minutes",
  budget: "cents",
  contactPressure: "contacts",
  giveTake: "centsPerCustomer",
};

function constraintUses(
  problem: BundleProblem,
  { pricesCents }: OptimisedBundles,
  choice: BundleChoice,
  names: PlanNames,
): ConstraintUse[] {
  const rows = limitRows(problem);
  const onceKeys = fixedKeysOf(problem, choice);
  const bundleOf = (unit: number) => problem.units[unit]!.bundles[choice[unit]!]!;
  return limitSteps(problem).map((step) => {
    const mine = rows.filter(({ subject }) => step.relax.has(rowKey(subject)));
    const uses = mine.map(({ unit, amount, onceAmount }) => {
      const from = unit === null ? problem.units.map((_, index) => index) : [unit];
      const sum = from.reduce((total, index) => total + amount(bundleOf(index)), 0);
      return onceKeys.reduce((total, key) => total + (onceAmount?.(problem.fixedCosts.get(key)!) ?? 0), sum);
    });
    const used = step.kind === "giveTake" ? Math.min(...uses) : Math.max(...uses);
    const limit = mine[0]?.limit ?? 0;
    const text = stepText(step, problem.roles, names);
    const priceCents = pricesCents.get(step.code) ?? null;
    return {
      code: step.code,
      label: limitLabel(step, problem.roles),
      used,
      limit,
      unit: unitOf[step.kind],
      step: { amount: step.amount, text },
      priceCents,
      sentence: priceSentence(text, priceCents, Math.abs(used - limit) < 0.01 * step.amount, names.currency),
    };
  });
}

function conflictRows(
  problem: BundleProblem,
  conflict: NonNullable<OptimisedBundles["conflict"]>,
  names: PlanNames,
): NonNullable<OptimisationReport["infeasible"]> {
  const limits = new Map(limitRows(problem).map(({ subject, limit }) => [rowKey(subject), limit]));
  return conflict.map((row) => {
    const key = rowKey(row.subject);
    return { row: key, sentence: conflictSentence(row, limits.get(key) ?? 0, problem.roles, names) };
  });
}

function notesOf({ status, best }: OptimisedBundles, ranked: OptimisationReport["runnersUp"]): Text[] {
  const notes: Text[] = [];
  if (status === "timeLimit") {
    notes.push(
      best === null
        ? {
            de: "In der Zeit wurde kein Plan gefunden; mehr Zeit oder weniger Segmente helfen.",
            en: "No plan was found in time; more time or fewer segments help.",
          }
        : {
            de: "Die Zeit war um, bevor der Plan als bester bewiesen war; Preise der Grenzen fehlen deshalb.",
            en: "Time ran out before the plan was proven the best, so limits have no prices.",
          },
    );
  }
  const [first] = ranked;
  if (first !== undefined && first.simulatedMeanCents !== null && first.linearRank > 1)
    notes.push({
      de: `In der vollen Simulation liegt ein anderer Plan vorn: der ${first.linearRank}. der linearen Sicht (${first.difference.de}).`,
      en: `In the full simulation another plan leads: number ${first.linearRank} of the linear view (${first.difference.en}).`,
    });
  return notes;
}
