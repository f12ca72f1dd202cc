import type { Text } from "../../measures/measure-contract.ts";
import type { DoublingCase } from "./doubling-case.ts";
import { goalSeek } from "./goal-seek.ts";
import { GrowthModel } from "./growth-result.ts";
import { partLabels } from "./labels.ts";
import { doublingOutcome } from "./outcome.ts";
import {
  type DoublingOutcome,
  type DoublingPoint,
  type DoublingReport,
  doublingParts,
} from "./report-contract.ts";
import { doublingNotes, reasonSentences, verdictSentence } from "./sentences.ts";

/** The middle world, and what doubling brings a year in each drawn one around it, cents. */
export interface DrawnWorlds {
  readonly mid: DoublingCase;
  readonly drawnResultsCents: readonly number[];
}

/** Small customers, or those of one segment. */
export interface DoublingScope {
  readonly code: string;
  readonly name: string;
  readonly today: DrawnWorlds;
  readonly plan: DrawnWorlds | null;
}

export interface DoublingReportInput {
  readonly asOf: string;
  readonly currency: string | null;
  readonly snapshotId: string;
  readonly planName: string | null;
  readonly all: DoublingScope;
  readonly segments: readonly DoublingScope[];
  readonly growthOptionCents: number;
  readonly assumptions: DoublingReport["assumptions"];
  readonly notes: readonly Text[];
  readonly unclear: DoublingReport["unclear"];
}

/** The whole document out of worlds; what the worlds are made of is the caller's. */
export function doublingReportOf(input: DoublingReportInput): DoublingReport {
  const { all, planName, currency } = input;
  const customers = all.today.mid.customers;
  const { today, plan } = outcomes(all);
  const steps = [
    ...stepsOf("today", all.today.mid),
    ...(all.plan === null ? [] : stepsOf("plan", all.plan.mid)),
  ];
  const facts = { customers, currency, today, plan, planName, steps };
  return {
    asOf: input.asOf,
    currency,
    snapshotId: input.snapshotId,
    planName,
    customers,
    today,
    plan,
    segments: input.segments.map((scope) => ({
      code: scope.code,
      name: scope.name,
      customers: scope.today.mid.customers,
      ...outcomes(scope),
    })),
    sentence: verdictSentence(facts),
    because: reasonSentences(facts),
    difference: plan === null ? [] : differenceOf(today, plan),
    curve: curveOf(all),
    steps,
    whatWouldHaveToBeTrue: {
      today: goalSeek(all.today.mid, doubledResult(all.today.mid)),
      plan: all.plan === null ? null : goalSeek(all.plan.mid, doubledResult(all.plan.mid)),
    },
    growthOptionCents: input.growthOptionCents,
    assumptions: [...input.assumptions],
    notes: [...doublingNotes, ...input.notes],
    unclear: [...input.unclear],
  };
}

function outcomes(scope: DoublingScope): { today: DoublingOutcome; plan: DoublingOutcome | null } {
  return {
    today: withInterval(scope.today),
    plan: scope.plan === null ? null : withInterval(scope.plan, scope.today.mid),
  };
}

function withInterval({ mid, drawnResultsCents }: DrawnWorlds, today?: DoublingCase): DoublingOutcome {
  const outcome = doublingOutcome(mid, today);
  const results = [...drawnResultsCents].sort((a, b) => a - b);
  const quantile = (ratio: number) =>
    results.length === 0
      ? outcome.yearlyResultCents
      : Math.round(results[Math.round(ratio * (results.length - 1))]!) || 0;
  return { ...outcome, lowCents: quantile(0.1), highCents: quantile(0.9) };
}

/** What a year brings more with twice as many customers, cents, not rounded. */
export const doubledResult = (world: DoublingCase) =>
  new GrowthModel(world).at(2 * world.customers).resultCents;

function differenceOf(today: DoublingOutcome, plan: DoublingOutcome): DoublingReport["difference"] {
  const centsOf = ({ parts }: DoublingOutcome, part: string) =>
    parts.find((each) => each.part === part)?.cents ?? 0;
  return doublingParts.map((part) => {
    const todayCents = centsOf(today, part);
    const planCents = centsOf(plan, part);
    return { part, label: partLabels[part], todayCents, planCents, changeCents: planCents - todayCents };
  });
}

/** Half to double in steps of a twentieth, then by a quarter more each up to twenty times. */
const curveRatios: readonly number[] = [
  ...Array.from({ length: 31 }, (_, index) => (50 + 5 * index) / 100),
  2.5,
  3,
  4,
  5,
  6,
  8,
  10,
  12.5,
  15,
  17.5,
  20,
];

function curveOf({ today, plan }: DoublingScope): DoublingPoint[] {
  const models = [today, plan].map((worlds) => (worlds === null ? null : new GrowthModel(worlds.mid)));
  const at = (model: GrowthModel, number: number): DoublingPoint["today"] => {
    const { resultCents, stepCents, congestionCents, waitingRatio } = model.at(number);
    return {
      resultCents: Math.round(resultCents) || 0,
      stepCents: Math.round(stepCents),
      congestionCents: Math.round(congestionCents),
      waitingRatio,
    };
  };
  return curveRatios.map((ratio) => {
    const customers = Math.max(1, Math.round(ratio * today.mid.customers));
    return {
      ratio,
      customers,
      today: at(models[0]!, customers),
      plan: models[1] === null ? null : at(models[1]!, customers),
    };
  });
}

/** A page lists no more hirings of a role than this; the curve holds what lies beyond. */
const mostStepsPerRole = 50;

/** Hirings until the number has doubled, by number of customers. */
function stepsOf(scenario: "today" | "plan", world: DoublingCase): DoublingReport["steps"] {
  const doubled = 2 * world.customers;
  return new GrowthModel(world).positions
    .flatMap((each) => {
      const hired = Math.min(each.at(doubled), mostStepsPerRole);
      return Array.from({ length: hired }, (_, index) => ({
        scenario,
        role: each.role.code,
        label: each.role.label,
        atCustomers: each.carries(index) + 1,
        positions: index + 1,
        costCents: Math.round(each.role.blockMinutes * each.role.centsPerMinute),
      }));
    })
    .sort((a, b) => a.atCustomers - b.atCustomers || (a.role < b.role ? -1 : 1));
}
