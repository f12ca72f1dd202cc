import type { Adoption, SamplingResult } from "@kleinod/engine/facts/captures/contract.ts";
import {
  activityTimes,
  leastTimed,
  questionsAsked,
  roleTimes,
} from "@kleinod/engine/facts/captures/sampling.ts";
import type { CostActivity } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import { adoptMinutes } from "@kleinod/engine/segments/time-samples/adopt-minutes.ts";
import { readParameters } from "../segments/read-parameters.ts";
import { mirrorReady } from "../workspace/mirror.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { type Refused, refused } from "../workspace/refused.ts";
import { findCampaign, listSamples } from "./time-samples.ts";
import { sizesByCustomer } from "./time-samples-sizes.ts";

/** What a sampling found out so far. */
export async function samplingResult(
  workspace: Workspace,
  campaignId: string,
): Promise<({ readonly ok: true } & SamplingResult) | Refused> {
  const found = await findCampaign(workspace, campaignId);
  if (!found.ok) return found;
  const { campaign } = found;
  const samples = await listSamples(workspace, campaignId);
  const activities = await costActivities(workspace);
  const sizes = await sizesByCustomer(
    workspace,
    samples.flatMap(({ customerId }) => customerId ?? []),
  );
  const seen = samples.map(({ customerId, ...sample }) => ({
    ...sample,
    sizeClass: customerId === null ? null : (sizes.get(customerId) ?? null),
  }));
  const asked = questionsAsked({ ...campaign, people: campaign.people.length }, workspace.today());
  return {
    ok: true,
    campaign,
    samples: samples.length,
    asked,
    coverageRatio: asked > 0 ? samples.length / asked : null,
    activities: activityTimes(seen).map((time) => {
      const activity = activities.find(({ code }) => code === time.activity);
      return {
        ...time,
        label: activity?.label ?? { de: time.activity ?? "Anderes", en: time.activity ?? "Other" },
        equation: activity?.equation ?? null,
        isAssumption: activity?.isAssumption ?? false,
        isAdoptable: activity !== undefined && time.timed >= leastTimed,
      };
    }),
    roles: roleTimes(seen),
    leastTimed,
  };
}

/**
 * The cost model with the measured minutes of some activities, for the preview of the parameter; nothing is set.
 * @param codes activities to adopt; empty: all that have enough timed samples
 */
export async function proposeAdoption(
  workspace: Workspace,
  campaignId: string,
  codes: readonly string[],
): Promise<({ readonly ok: true } & Adoption) | Refused> {
  const result = await samplingResult(workspace, campaignId);
  if (!result.ok) return result;
  const measured = result.activities.filter(
    ({ activity, isAdoptable }) =>
      activity !== null && (codes.length === 0 ? isAdoptable : codes.includes(activity)),
  );
  const missing = codes.find(
    (code) => !measured.some(({ activity, isAdoptable }) => activity === code && isAdoptable),
  );
  if (missing !== undefined || measured.length === 0) {
    const timed = result.activities.find(({ activity }) => activity === missing)?.timed ?? 0;
    return refused(
      "valueNotAllowed",
      `«${missing ?? "keine Tätigkeit"}» hat ${timed} gemessene Zeiten; für das Kostenmodell braucht es mindestens ${leastTimed}.`,
      `"${missing ?? "no activity"}" has ${timed} timed samples; the cost model needs at least ${leastTimed}.`,
    );
  }
  const adopted = adoptMinutes(await costActivities(workspace), measured);
  return { ok: true, ...adopted };
}

async function costActivities(workspace: Workspace): Promise<readonly CostActivity[]> {
  await mirrorReady(workspace);
  const parameters = await workspace.read(readParameters);
  return parameters.find(({ code }) => code === "costToServe.activities")?.value as readonly CostActivity[];
}
