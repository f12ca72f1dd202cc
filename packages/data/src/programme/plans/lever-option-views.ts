import type { AssumptionValue } from "@kleinod/engine/programme/contracts/assumption-contract.ts";
import { leverOptions } from "@kleinod/engine/programme/lever-options.ts";
import { optionView } from "@kleinod/engine/programme/option-view.ts";
import type { OptionView } from "@kleinod/engine/programme/options/option-view-contract.ts";
import { readParameters } from "../../segments/read-parameters.ts";
import { mirrorReady } from "../../workspace/mirror.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";

/** Every option with the expectations that hold in the company. */
export async function leverOptionViews(workspace: Workspace): Promise<OptionView[]> {
  await mirrorReady(workspace);
  const parameters = await workspace.read(readParameters);
  const value = parameters.find(({ code }) => code === "programme.assumptions")?.value;
  // Passed its schema when it was set.
  const own = value as Readonly<Record<string, AssumptionValue>>;
  return leverOptions.map((option) => optionView(option, own));
}
