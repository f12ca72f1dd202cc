import { type DoctorCheck, fine, wrong } from "../../workspace/doctor-check.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { checkPlanFile } from "./check-plan-file.ts";
import { readPlans } from "./plan-store.ts";

/** Can the plan that holds still be computed: its options, segments and snapshot are there? */
export async function checkActivePlan(workspace: Workspace): Promise<DoctorCheck> {
  const active = (await readPlans(await workspace.records())).find(({ state }) => state === "active");
  if (active === undefined) {
    return fine("activePlan", "Es gilt kein Plan des Programms.", "No plan of the programme holds.");
  }
  const { name, plan } = active;
  const checked = await checkPlanFile(workspace, plan);
  if (checked.ok) return fine("activePlan", `Der Plan «${name}» gilt.`, `The plan "${name}" holds.`);
  return wrong(
    "activePlan",
    {
      de: `Der Plan «${name}» gilt, lässt sich aber nicht mehr rechnen. ${checked.message.de}`,
      en: `The plan "${name}" holds but can no longer be computed. ${checked.message.en}`,
    },
    {
      de: "Speichern Sie eine neue Fassung des Plans, und aktivieren Sie sie.",
      en: "Save another version of the plan, and activate it.",
    },
  );
}
