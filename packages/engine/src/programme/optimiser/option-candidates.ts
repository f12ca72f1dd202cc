import type { LeverOption, OptionParams } from "../contracts/option-contract.ts";
import { allSmall, type LeverPlan, type PlanAssignment } from "../contracts/plan-contract.ts";
import type { OptionCandidate, UnitCandidates } from "./candidate-contract.ts";
import type { NestedSegment } from "./nest-segments.ts";

/**
 * Every option with its decisions for every segment: those of the plan for the segment, else for the nearest one around it,
 * else the defaults of the option, from the next quarter on. What takes starts a quarter after what gives, and is looked at
 * again after a year.
 */
export function optionCandidates(
  nested: readonly NestedSegment[],
  options: readonly LeverOption[],
  plan: LeverPlan,
  asOf: string,
): UnitCandidates[] {
  return nested.map(
    (_, index) =>
      new Map(options.map((option) => [option.code, candidateOf(option, around(index, nested), plan, asOf)])),
  );
}

/** Codes of a segment and of those around it, innermost first. */
function around(index: number, nested: readonly NestedSegment[]): string[] {
  const codes: string[] = [];
  for (let at: number | null = index; at !== null; at = nested[at]?.parent ?? null)
    codes.push(nested[at]!.code);
  return codes.includes(allSmall) ? codes : [...codes, allSmall];
}

/** Every option with the decisions that it may have in some segment: those of the plan and the defaults. */
export function possibleCandidates(
  options: readonly LeverOption[],
  plan: LeverPlan,
  asOf: string,
): OptionCandidate[] {
  return options.flatMap((option) => {
    const planned = plan.assignments.filter((one) => one.option === option.code);
    return [usualCandidate(option, asOf), ...planned.map((one) => plannedCandidate(option, one))];
  });
}

function candidateOf(
  option: LeverOption,
  segments: readonly string[],
  plan: LeverPlan,
  asOf: string,
): OptionCandidate {
  for (const segment of segments) {
    const planned = plan.assignments.find((one) => one.option === option.code && one.segment === segment);
    if (planned !== undefined) return plannedCandidate(option, planned);
  }
  return usualCandidate(option, asOf);
}

function plannedCandidate(option: LeverOption, { params, from, review }: PlanAssignment): OptionCandidate {
  return { option: option.code, params: { ...defaults(option), ...params }, from, review: review ?? null };
}

function usualCandidate(option: LeverOption, asOf: string): OptionCandidate {
  const params = defaults(option);
  const takes = option.giveTake(params) === "take";
  const from = quarterStart(asOf, takes ? 2 : 1);
  return { option: option.code, params, from, review: takes ? quarterStart(from, 4) : null };
}

function defaults({ params }: LeverOption): OptionParams {
  return Object.fromEntries(params.map((param) => [param.name, param.default]));
}

/** First day of the quarter so many quarters after the one of a day. */
export function quarterStart(day: string, after: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const quarter = 4 * year + Math.floor((month - 1) / 3) + after;
  const first = 1 + 3 * (quarter % 4);
  return `${Math.floor(quarter / 4)}-${String(first).padStart(2, "0")}-01`;
}
