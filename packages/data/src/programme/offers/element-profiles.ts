import {
  type ElementProfile,
  elementProfileSchema,
} from "@kleinod/engine/programme/offers/element-contract.ts";
import type { Records } from "../../postgres/connect.ts";
import { readParameters } from "../../segments/read-parameters.ts";
import { mirrorReady } from "../../workspace/mirror.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { type Refused, refused } from "../../workspace/refused.ts";
import { addEntry, readRegister } from "../register.ts";

/** What people last said of each element. */
export async function readElementProfiles(records: Records): Promise<ElementProfile[]> {
  const entries = await readRegister(records, "element", elementProfileSchema);
  return [...new Map(entries.map(({ content }) => [content.element, content])).values()];
}

/** Notes role, touches and whether it is advice; what it said before stays in the register, saying it again undoes this. */
export async function setElementProfile(
  workspace: Workspace,
  profile: ElementProfile,
  author: string,
): Promise<{ readonly ok: true; readonly profile: ElementProfile } | Refused> {
  await mirrorReady(workspace);
  const parameters = await workspace.read(readParameters);
  const roles = parameters.find(({ code }) => code === "costToServe.roles")?.value as { code: string }[];
  if (profile.role !== null && !roles.some(({ code }) => code === profile.role)) {
    const known = roles.map(({ code }) => code).join(", ");
    return refused(
      "valueNotAllowed",
      `Die Rolle «${profile.role}» gibt es nicht; erlaubt sind: ${known}.`,
      `There is no role "${profile.role}"; allowed are: ${known}.`,
    );
  }
  const added = await addEntry(await workspace.records(), { register: "element", content: profile, author });
  return added.ok ? { ok: true, profile } : added;
}
