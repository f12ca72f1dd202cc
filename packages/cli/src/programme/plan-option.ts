import { readFile } from "node:fs/promises";
import { UsageError } from "../command.ts";

export const planOptionHelp = "plan file (JSON), or number of a kept plan: 7, or 7.2 for its version 2";

/** A plan as requests take it: what a file says, or a kept one. */
export type NamedPlan = { readonly plan: unknown } | { readonly planId: number; readonly version?: number };

/** Reads `--plan FILE|ID`; the API judges what it says. @throws UsageError */
export async function namedPlan(text: string): Promise<NamedPlan> {
  return keptPlan(text) ?? { plan: await readPlanFile(text) };
}

/** `7` or `7.2`; null where it is neither. */
export function keptPlan(text: string): { planId: number; version?: number } | null {
  const found = /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(text);
  if (found === null) return null;
  const [, planId, version] = found;
  return { planId: Number(planId), ...(version === undefined ? {} : { version: Number(version) }) };
}

/** @throws UsageError */
export async function readPlanFile(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    throw new UsageError(`${file} cannot be read.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The number of a plan that is kept. @throws UsageError */
export function keptPlanOrUsage(text: unknown): { planId: number; version?: number } {
  const kept = keptPlan(String(text));
  if (kept === null) throw new UsageError(`"${text}" is no number of a plan; kleinod plan list shows them.`);
  return kept;
}
