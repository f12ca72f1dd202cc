import { roundHalfAway } from "../../units.ts";
import type { EffectNumber } from "../contracts/effect-contract.ts";
import type { LedgerLine, PlanCheck } from "../contracts/finding-contract.ts";
import type { GiveTake, LeverOption } from "../contracts/option-contract.ts";
import type { LeverPlan } from "../contracts/plan-contract.ts";
import { segmentsOf, segmentView, type ViewedAssignment } from "../segment-view.ts";
import { type CustomerShare, customerView } from "./customer-view.ts";
import type { SegmentMeans } from "./segment-means-contract.ts";

export interface LedgerInput {
  readonly plan: Pick<LeverPlan, "assignments" | "assumptions">;
  readonly options: readonly LeverOption[];
  /** By segment of the plan; one that is not there is unknown. */
  readonly means: ReadonlyMap<string, SegmentMeans>;
  /** The company's own expectations by key; the plan's go before them. */
  readonly assumptions?: Readonly<Record<string, { readonly mid: number }>>;
  /** An hour of the owner's time, cents. */
  readonly ownerHourCents: number;
}

export interface GiveTakeLedger {
  readonly lines: LedgerLine[];
  readonly balances: PlanCheck["balances"];
}

/**
 * K19: per segment and option what a customer wins and loses in a year once everything is taken up: minutes × the owner's hour
 * + money (domain.md §5). Options for all small customers count in every segment of the plan, at that segment's own means.
 */
export function giveTakeLedger(input: LedgerInput): GiveTakeLedger {
  const bySegment = segmentsOf(input.plan).map((segment) => ({
    segment,
    lines: segmentView(input.plan, segment, input.options).map((view) => lineOf(segment, view, input)),
  }));
  return {
    lines: bySegment.flatMap(({ lines }) => lines),
    balances: bySegment.map(({ segment, lines }) => ({
      segment,
      customers: input.means.get(segment)?.customers ?? 0,
      ...balanceOf(lines),
    })),
  };
}

function lineOf(
  segment: string,
  { index, option, assignment, params, giveTake: kind }: ViewedAssignment,
  { plan, means, assumptions = {}, ownerHourCents }: LedgerInput,
): LedgerLine {
  const known = means.get(segment);
  const numberOf = (number: EffectNumber) => midOf(number, option, plan.assumptions, assumptions);
  const shares =
    known === undefined
      ? null
      : option
          .effects(params)
          .map((effect) => customerView(effect, { means: known, assignment: index, numberOf }));
  return {
    segment,
    option: option.code,
    kind,
    liveFrom: assignment.from,
    ...yearlyValue(shares, kind, ownerHourCents),
    sentence: option.customerView,
  };
}

/** The plan's expectation, else the company's, else the option's. @throws for a key that the option does not declare. */
function midOf(
  number: EffectNumber,
  option: LeverOption,
  ofPlan: LeverPlan["assumptions"],
  ofCompany: NonNullable<LedgerInput["assumptions"]>,
): number {
  if (typeof number === "number") return number;
  const key = number.assumption;
  const own = ofPlan?.[key] ?? ofCompany[key] ?? option.assumptions.find((one) => one.key === key)?.value;
  // Keys of the company's world concern winning customers, which no customer of today feels.
  if (own === undefined) throw new Error(`Option ${option.code} has no assumption ${key}.`);
  return own.mid;
}

type Value = Pick<LedgerLine, "minutesPerYear" | "moneyCentsPerYear" | "valueCentsPerYear">;

const nobodyKnows: Value = { minutesPerYear: null, moneyCentsPerYear: null, valueCentsPerYear: null };

function yearlyValue(shares: readonly CustomerShare[] | null, kind: GiveTake, ownerHourCents: number): Value {
  if (shares === null || shares.some(({ isUnknown }) => isUnknown)) return nobodyKnows;
  const minutes = sumOrNull(shares.map((share) => share.minutes));
  const money = sumOrNull(shares.map((share) => share.moneyCents));
  // A give or take of which no effect speaks has a value that nobody has put into numbers.
  if (minutes === null && money === null && kind !== "neutral") return nobodyKnows;
  const moneyCents = roundHalfAway(money ?? 0);
  return {
    minutesPerYear: minutes ?? 0,
    moneyCentsPerYear: moneyCents,
    valueCentsPerYear: roundHalfAway(((minutes ?? 0) * ownerHourCents) / 60) + moneyCents,
  };
}

function sumOrNull(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

type Balance = Omit<PlanCheck["balances"][number], "segment" | "customers">;

/** Sums of the lines: what is worth something to the customer, and what costs it something. */
export function balanceOf(lines: readonly LedgerLine[]): Balance {
  const known = lines.flatMap(({ valueCentsPerYear }) => valueCentsPerYear ?? []);
  const open = lines.filter(({ valueCentsPerYear }) => valueCentsPerYear === null);
  const gives = known.filter((value) => value > 0).reduce((sum, value) => sum + value, 0);
  const takes = known.filter((value) => value < 0).reduce((sum, value) => sum - value, 0);
  const isOpen = (kind: GiveTake) => open.some((line) => line.kind === kind);
  return {
    givesCents: isOpen("give") || isOpen("neutral") ? null : gives,
    takesCents: isOpen("take") || isOpen("neutral") ? null : takes,
    balanceCents: open.length > 0 ? null : gives - takes,
    knownBalanceCents: gives - takes,
    unknownOptions: [...new Set(open.map(({ option }) => option))],
  };
}
