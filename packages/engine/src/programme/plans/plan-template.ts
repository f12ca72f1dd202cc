import { allSmall, type LeverPlan } from "../contracts/plan-contract.ts";
import { leverOption } from "../lever-options.ts";

export interface PlanTemplateInput {
  /** Id of the snapshot, or `latest`. */
  readonly snapshot: string;
  /** Day of the data; the plan begins with the next month. */
  readonly asOf: string;
}

/**
 * What helps first, in the order in which it works: tools for generalists, then the lighter path, then the person who
 * replaces the visit, and winning customers by customers last.
 */
const bundle: readonly { readonly option: string; readonly months: number }[] = [
  { option: "L6c", months: 1 },
  { option: "L5a", months: 1 },
  { option: "L4b", months: 2 },
  { option: "L4a", months: 4 },
  { option: "L4e", months: 4 },
];

/** A valid plan with usual decisions for all small customers, to change rather than to take as it is. */
export function planTemplate({ snapshot, asOf }: PlanTemplateInput): LeverPlan {
  return {
    name: "Plan",
    snapshot,
    assignments: bundle.map(({ option: code, months }) => {
      const option = leverOption(code);
      if (option === undefined)
        throw new Error(`The template names the option ${code}, which does not exist.`);
      return {
        option: code,
        segment: allSmall,
        from: firstOfMonth(asOf, months),
        params: Object.fromEntries(
          option.params.map((param) => [
            param.name,
            typeof param.default === "object" ? [...param.default] : param.default,
          ]),
        ),
        review: firstOfMonth(asOf, months + 12),
      };
    }),
  };
}

function firstOfMonth(day: string, monthsLater: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + monthsLater, 1)).toISOString().slice(0, 10);
}
