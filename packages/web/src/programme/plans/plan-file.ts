import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { fileName, saveFile } from "../../charts/svg-file.ts";

/** The plan as the command line takes it with `--plan`. */
export function savePlanFile(plan: LeverPlan): void {
  const text = `${JSON.stringify(plan, null, 2)}\n`;
  saveFile(`${fileName(plan.name)}.json`, new Blob([text], { type: "application/json" }));
}

/**
 * The content of a plan file. The server checks what it says; here only whether it can be a plan at all.
 * Null for anything else.
 */
export async function readPlanFile(file: Blob): Promise<LeverPlan | null> {
  try {
    const content: unknown = JSON.parse(await file.text());
    return isLikePlan(content) ? content : null;
  } catch {
    return null;
  }
}

function isLikePlan(content: unknown): content is LeverPlan {
  return (
    content !== null &&
    typeof content === "object" &&
    "name" in content &&
    typeof content.name === "string" &&
    "assignments" in content &&
    Array.isArray(content.assignments)
  );
}
