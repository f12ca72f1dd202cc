import type { LeverOption } from "../contracts/option-contract.ts";
import type { LeverPlan, PlanAssignment } from "../contracts/plan-contract.ts";
import type { BundleChoice, ProgrammeUnit } from "./bundle-contract.ts";
import type { OptionCandidate, UnitCandidates } from "./candidate-contract.ts";
import { withLargestOnceParams, withoutOnceParams } from "./paid-once.ts";

/**
 * The plan that a choice of bundles means. What a unit shares with the one around it, decisions included, is assigned once,
 * there. What comes once (platform, positions) stands at the first assignment of the option, in its largest size, and is zero
 * at the others. `candidates` are in the order of the units.
 */
export function planOfChoice(
  units: readonly ProgrammeUnit[],
  choice: BundleChoice,
  candidates: readonly UnitCandidates[],
  options: readonly LeverOption[],
  head: Omit<LeverPlan, "assignments">,
): LeverPlan {
  const byCode = new Map(options.map((option) => [option.code, option]));
  const optionsOf = (unit: number) => units[unit]!.bundles[choice[unit]!]!.options;
  const paid = new Set<string>();
  const assignments = units.flatMap(({ segment, parent }, unit) =>
    optionsOf(unit).flatMap((code): PlanAssignment[] => {
      const candidate = candidates[unit]!.get(code);
      const option = byCode.get(code);
      if (candidate === undefined || option === undefined) return [];
      const around = parent === null ? undefined : candidates[parent]!.get(code);
      const isAround = parent !== null && optionsOf(parent).includes(code);
      if (isAround && around !== undefined && isSame(around, candidate)) return [];
      const all = candidates.map((own) => own.get(code)?.params).filter((one) => one !== undefined);
      const params = paid.has(code)
        ? withoutOnceParams(option, candidate.params)
        : withLargestOnceParams(option, candidate.params, all);
      paid.add(code);
      return [assignmentOf({ ...candidate, params }, segment)];
    }),
  );
  return { ...head, assignments };
}

/** The assignment of a candidate to a segment, as it stands in the plan file. */
export function assignmentOf(
  { option, params, from, review }: OptionCandidate,
  segment: string,
): PlanAssignment {
  const copied = Object.entries(params).map(([name, value]) => [
    name,
    Array.isArray(value) ? [...value] : value,
  ]);
  const assignment = { option, segment, from, params: Object.fromEntries(copied) };
  return review === null ? assignment : { ...assignment, review };
}

function isSame(a: OptionCandidate, b: OptionCandidate): boolean {
  return a.from === b.from && JSON.stringify(a.params) === JSON.stringify(b.params);
}
