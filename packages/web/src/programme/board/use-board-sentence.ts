import type { PlanCheck, Severity } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { useTexts } from "../../i18n/index.ts";

/** The answer on top of the board: what stops the plan, in words; null while nobody knows. */
export function useBoardSentence(plan: LeverPlan, check: PlanCheck | null): string | null {
  const { t } = useTexts();
  if (plan.assignments.length === 0) return t("programme.sentence.empty");
  if (check === null) return null;
  const open = check.findings.filter(({ overruling }) => overruling === null);
  const number = (severity: Severity) => open.filter((finding) => finding.severity === severity).length;
  const said = (["block", "unclear", "warn"] as const).flatMap((severity) => {
    const count = number(severity);
    return count === 0 ? [] : [t(`programme.sentence.${severity}`, { count })];
  });
  const list = said.length === 0 ? t("programme.sentence.nothing") : said.join(", ");
  return t(check.canActivate ? "programme.sentence.free" : "programme.sentence.blocked", { list });
}
