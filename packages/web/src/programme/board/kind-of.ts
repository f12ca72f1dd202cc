import type { GiveTake } from "@kleinod/engine/programme/contracts/option-contract.ts";
import type { PlanAssignment } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { leverOption } from "@kleinod/engine/programme/lever-options.ts";
import { filledParams } from "./filled-params.ts";

/** What an assignment is to the customer with its decisions; what this release does not know is neither give nor take. */
export function kindOf({ option: code, params }: Pick<PlanAssignment, "option" | "params">): GiveTake {
  const option = leverOption(code);
  return option === undefined ? "neutral" : option.giveTake(filledParams(option, params));
}
