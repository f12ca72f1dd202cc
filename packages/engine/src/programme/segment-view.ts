import type { GiveTake, LeverOption, OptionParams } from "./contracts/option-contract.ts";
import { allSmall, type LeverPlan, type PlanAssignment } from "./contracts/plan-contract.ts";

/** An assignment as rules and ledger see it: with its option, every param decided, and what it means for the customer. */
export interface ViewedAssignment {
  /** Place in `plan.assignments`. */
  readonly index: number;
  readonly option: LeverOption;
  readonly assignment: PlanAssignment;
  readonly params: OptionParams;
  readonly giveTake: GiveTake;
}

/**
 * What holds for the customers of a segment: its own assignments and those for all small customers. An option that both
 * name holds as the segment has it.
 * @throws when the plan names an option that does not exist: plans are checked before.
 */
export function segmentView(
  { assignments }: Pick<LeverPlan, "assignments">,
  segment: string,
  options: readonly LeverOption[],
): ViewedAssignment[] {
  const ownOptions = new Set(
    assignments.filter((assignment) => assignment.segment === segment).map(({ option }) => option),
  );
  return assignments.flatMap((assignment, index) => {
    const isInherited = assignment.segment === allSmall && !ownOptions.has(assignment.option);
    return assignment.segment === segment || isInherited ? [viewed(assignment, index, options)] : [];
  });
}

/** `small` first where the plan uses it, then the segments in the order of the plan. */
export function segmentsOf({ assignments }: Pick<LeverPlan, "assignments">): string[] {
  const codes = [...new Set(assignments.map(({ segment }) => segment))];
  return codes.includes(allSmall) ? [allSmall, ...codes.filter((code) => code !== allSmall)] : codes;
}

function viewed(
  assignment: PlanAssignment,
  index: number,
  options: readonly LeverOption[],
): ViewedAssignment {
  const option = options.find(({ code }) => code === assignment.option);
  if (option === undefined)
    throw new Error(`The plan names option ${assignment.option}, which does not exist: check the plan.`);
  const usual = Object.fromEntries(option.params.map((param) => [param.name, param.default]));
  const params = { ...usual, ...assignment.params };
  return { index, option, assignment, params, giveTake: option.giveTake(params) };
}
