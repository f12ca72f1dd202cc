import type { LeverPlan } from "../contracts/plan-contract.ts";
import { leverOption } from "../lever-options.ts";
import { issue } from "./plan-issue.ts";
import type { PlanIssue } from "./plans-contract.ts";

/** The plan with the usual value of every decision that it leaves open, so that it says the same when defaults change. */
export function completePlan(plan: LeverPlan): LeverPlan {
  return {
    ...plan,
    assignments: plan.assignments.map((assignment) => {
      const usual = (leverOption(assignment.option)?.params ?? []).map((param) => [
        param.name,
        param.default,
      ]);
      return { ...assignment, params: { ...Object.fromEntries(usual), ...assignment.params } };
    }),
  };
}

/** Which decisions a plan leaves open, and what is usual. */
export function openDecisions({ assignments }: Pick<LeverPlan, "assignments">): PlanIssue[] {
  return assignments.flatMap(({ option, params }, index) =>
    (leverOption(option)?.params ?? [])
      .filter(({ name }) => params[name] === undefined)
      .map((param) => {
        const usual = JSON.stringify(param.default);
        return issue("usualParam", `assignments[${index}].params.${param.name}`, [
          `${option}: «${param.label.de}» ist offen; es gilt das Übliche, ${usual}.`,
          `${option}: "${param.label.en}" is left open; the usual holds, ${usual}.`,
        ]);
      }),
  );
}
