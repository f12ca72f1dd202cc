import type { PlanIssue } from "./plans-contract.ts";

/** German, then English. */
export const issue = (
  code: string,
  place: string,
  [de, en]: readonly [de: string, en: string],
): PlanIssue => ({
  code,
  place,
  message: { de: `${place}: ${de}`, en: `${place}: ${en}` },
});
