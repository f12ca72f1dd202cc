import { setImmediate as nextTurn } from "node:timers/promises";
import { waitingRatio } from "@kleinod/engine/programme/capacity/erlang-c.ts";
import type { AssumptionValue } from "@kleinod/engine/programme/contracts/assumption-contract.ts";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import type { ProgrammeWorld } from "@kleinod/engine/programme/contracts/world-contract.ts";
import { doublingReportOf } from "@kleinod/engine/programme/doubling/report.ts";
import type { DoublingReport } from "@kleinod/engine/programme/doubling/report-contract.ts";
import {
  addDraws,
  type DoublingScopes,
  type WorldsInput,
  worldsOfPlan,
} from "@kleinod/engine/programme/doubling/worlds-of-plan.ts";
import { leverOptions } from "@kleinod/engine/programme/lever-options.ts";
import type { PlanRequest } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { type ResolvedPlan, resolvePlan } from "@kleinod/engine/programme/resolve-plan.ts";
import { parameterValues } from "../../measures/reports/parameter-values.ts";
import { readParameters } from "../../segments/read-parameters.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import type { Refused } from "../../workspace/refused.ts";
import { planningBase } from "../planning-base.ts";
import { planOfRequest } from "../plans/plan-of-request.ts";
import { doublingUnclear } from "./doubling-unclear.ts";

export interface DoublingRequest extends PlanRequest {
  readonly asOf?: string | undefined;
}

/** Worlds behind the interval, always the same ones. */
const draws = 1_000;
const seed = 1;
/** So many worlds, about 40 ms, between two looks at other requests. */
const drawsAtOnce = 50;

/** The doubling test of the company as it is today and, where one is named, with a plan. */
export async function doublingReport(
  workspace: Workspace,
  { asOf, ...request }: DoublingRequest = {},
): Promise<({ readonly ok: true } & { readonly report: DoublingReport }) | Refused> {
  const hasPlan = request.plan !== undefined || request.planId !== undefined;
  const requested = hasPlan ? await planOfRequest(workspace, request) : null;
  if (requested !== null && !requested.ok) return requested;
  const plan = requested?.plan ?? null;
  const base = await planningBase(workspace, {
    plan: plan ?? { name: "today", snapshot: "latest", assignments: [] },
    resolution: "cells",
    ...(asOf === undefined ? {} : { asOf }),
  });
  if ("ok" in base) return base;
  const settings = await programmeSettings(workspace);
  const resolve = (own: Pick<LeverPlan, "assignments" | "assumptions">) =>
    resolvePlan(own, leverOptions, base, settings);
  const today = resolve({ assignments: [], ...(plan?.assumptions && { assumptions: plan.assumptions }) });
  const planned = plan === null ? null : resolve(plan);
  const scopes = await inTurns({ base, today, plan: planned, seed, waitingRatio });
  return {
    ok: true,
    report: doublingReportOf({
      ...scopes,
      asOf: base.asOf,
      currency: base.currency,
      snapshotId: base.snapshotId,
      planName: plan?.name ?? null,
      growthOptionCents: settings.world.growthOptionCentsPerYear,
      assumptions: assumptionsOf(planned ?? today),
      notes: [],
      unclear: doublingUnclear(base),
    }),
  };
}

/** Draws the worlds in turns, so that a thousand of them never hold up another request. */
async function inTurns(input: Omit<WorldsInput, "draws" | "firstDraw">): Promise<DoublingScopes> {
  let scopes = worldsOfPlan({ ...input, firstDraw: 0, draws: drawsAtOnce });
  for (let firstDraw = drawsAtOnce; firstDraw < draws; firstDraw += drawsAtOnce) {
    await nextTurn();
    scopes = addDraws(scopes, worldsOfPlan({ ...input, firstDraw, draws: drawsAtOnce }));
  }
  return scopes;
}

async function programmeSettings(workspace: Workspace) {
  const values = parameterValues(await workspace.read((connection) => readParameters(connection)));
  return {
    world: values["programme.world"] as ProgrammeWorld,
    assumptions: values["programme.assumptions"] as Readonly<Record<string, AssumptionValue>>,
  };
}

/** What is drawn, without the months of taking up: the test looks at a steady year. */
const assumptionsOf = ({ assumptions }: ResolvedPlan): DoublingReport["assumptions"] =>
  assumptions
    .filter(({ key }) => !key.startsWith("world.rampMonths."))
    .map(({ key, label, unit, value, grade }) => ({
      key,
      label,
      unit,
      low: value.low,
      mid: value.mid,
      high: value.high,
      source: value.source,
      grade,
      note: value.note ?? null,
    }));
