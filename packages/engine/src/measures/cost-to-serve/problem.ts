import type { CostProblem } from "./report-contract.ts";

export type { CostProblem };

/** A problem with what is usual left out: once, in no file. */
export function problem(
  code: string,
  {
    file = null,
    line = null,
    value = null,
    times = 1,
    message,
  }: Partial<CostProblem> & Pick<CostProblem, "message">,
): CostProblem {
  return { code, file, line, value, times, message };
}
