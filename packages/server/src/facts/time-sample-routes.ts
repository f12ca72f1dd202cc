import { createRoute, z } from "@hono/zod-openapi";
import {
  addSample,
  createCampaign,
  listCampaigns,
  listSamples,
  undoCampaign,
  undoSample,
} from "@kleinod/data/facts/time-samples.ts";
import { proposeAdoption, samplingResult } from "@kleinod/data/facts/time-samples-result.ts";
import { setParameter } from "@kleinod/data/segments/parameters.ts";
import {
  adoptionSchema,
  campaignInputSchema,
  campaignSchema,
  sampleInputSchema,
  sampleSchema,
  samplingResultSchema,
} from "@kleinod/engine/facts/captures/contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { idParam, jobAccepted, json, jsonBody, spaceQuery } from "../http/route-parts.ts";
import { measureIfNotCancelled } from "../import/import-and-measure.ts";
import { localAuthor } from "../workspace/local-author.ts";

const tags = ["Time samples"];
const campaignParam = idParam("Time sampling");
const one = json(z.object({ campaign: campaignSchema }), "The time sampling");
const oneSample = json(z.object({ sample: sampleSchema }), "The answer");

const listRoute = createRoute({
  method: "get",
  path: "/api/time-samples/campaigns",
  tags,
  summary: "Time samplings, newest first",
  request: { query: spaceQuery },
  responses: { 200: json(z.object({ campaigns: z.array(campaignSchema) }), "Time samplings") },
});

const startRoute = createRoute({
  method: "post",
  path: "/api/time-samples/campaigns",
  tags,
  summary: "Start a time sampling: who is asked, from when to when, how often a day",
  request: { query: spaceQuery, body: jsonBody(campaignInputSchema) },
  responses: { 200: one },
});

const endRoute = createRoute({
  method: "delete",
  path: "/api/time-samples/campaigns/{id}",
  tags,
  summary: "Take a time sampling back",
  request: { params: campaignParam, query: spaceQuery },
  responses: { 200: one },
});

const samplesRoute = createRoute({
  method: "get",
  path: "/api/time-samples/campaigns/{id}/samples",
  tags,
  summary: "Answers of a time sampling, newest first",
  request: { params: campaignParam, query: spaceQuery },
  responses: { 200: json(z.object({ samples: z.array(sampleSchema) }), "Answers") },
});

const answerRoute = createRoute({
  method: "post",
  path: "/api/time-samples/campaigns/{id}/samples",
  tags,
  summary: "What are you doing, for which customer, how long?",
  request: { params: campaignParam, query: spaceQuery, body: jsonBody(sampleInputSchema) },
  responses: { 200: oneSample },
});

const undoSampleRoute = createRoute({
  method: "delete",
  path: "/api/time-samples/samples/{id}",
  tags,
  summary: "Take an answer back",
  request: { params: idParam("Answer"), query: spaceQuery },
  responses: { 200: oneSample },
});

const resultRoute = createRoute({
  method: "get",
  path: "/api/time-samples/campaigns/{id}/result",
  tags,
  summary: "Shares of time and minutes per activity, with intervals and coverage",
  request: { params: campaignParam, query: spaceQuery },
  responses: { 200: json(samplingResultSchema, "The result") },
});

const adoptionRoute = createRoute({
  method: "get",
  path: "/api/time-samples/campaigns/{id}/adoption",
  tags,
  summary:
    "The cost model with the measured minutes, for the preview of costToServe.activities; sets nothing",
  request: {
    params: campaignParam,
    query: spaceQuery.extend({
      activities: z
        .string()
        .default("")
        .openapi({ description: "Codes with commas between; empty: all that were timed often enough" }),
    }),
  },
  responses: { 200: json(adoptionSchema, "The new value and what changes") },
});

const adoptRoute = createRoute({
  method: "post",
  path: "/api/time-samples/campaigns/{id}/adopt",
  tags,
  summary: "Let the measured minutes take the place of assumed ones; a new version of costToServe.activities",
  request: {
    params: campaignParam,
    query: spaceQuery,
    body: jsonBody(z.strictObject({ activities: z.array(z.string()).default([]) })),
  },
  responses: jobAccepted,
});

export function timeSampleRoutes({ spaces, jobs }: AppParts) {
  return newRoutes()
    .openapi(listRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      return c.json({ campaigns: await listCampaigns(workspace) }, 200);
    })
    .openapi(startRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { campaign } = await createCampaign(workspace, c.req.valid("json"), localAuthor());
      return c.json({ campaign }, 200);
    })
    .openapi(endRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { campaign } = orProblem(
        await undoCampaign(workspace, c.req.valid("param").id, localAuthor()),
        c,
      );
      return c.json({ campaign }, 200);
    })
    .openapi(samplesRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      return c.json({ samples: await listSamples(workspace, c.req.valid("param").id) }, 200);
    })
    .openapi(answerRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { id } = c.req.valid("param");
      const { sample } = orProblem(await addSample(workspace, id, c.req.valid("json"), localAuthor()), c);
      return c.json({ sample }, 200);
    })
    .openapi(undoSampleRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { sample } = orProblem(await undoSample(workspace, c.req.valid("param").id), c);
      return c.json({ sample }, 200);
    })
    .openapi(resultRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { ok: _ok, ...result } = orProblem(await samplingResult(workspace, c.req.valid("param").id), c);
      return c.json(result, 200);
    })
    .openapi(adoptionRoute, async (c) => {
      const { space, activities } = c.req.valid("query");
      const codes = activities.split(",").filter(Boolean);
      const found = await proposeAdoption(await spaces.workspace(space), c.req.valid("param").id, codes);
      const { ok: _ok, ...adoption } = orProblem(found, c);
      return c.json(adoption, 200);
    })
    .openapi(adoptRoute, async (c) => {
      const { space } = c.req.valid("query");
      const workspace = await spaces.workspace(space);
      const { activities } = c.req.valid("json");
      const { value, reason } = orProblem(
        await proposeAdoption(workspace, c.req.valid("param").id, activities),
        c,
      );
      const change = { author: localAuthor(), reason };
      const { parameter } = orProblem(
        await setParameter(workspace, "costToServe.activities", value, change),
        c,
      );
      const job = jobs.start(space, "parameter", async (run) => {
        await measureIfNotCancelled(workspace, run);
        return parameter;
      });
      return c.json(job, 202);
    });
}
