import { createRoute, z } from "@hono/zod-openapi";
import { createCapture, editCapture, listCaptures, setCaptureUndone } from "@kleinod/data/facts/captures.ts";
import {
  captureInputSchema,
  captureListSchema,
  captureSchema,
} from "@kleinod/engine/facts/captures/contract.ts";
import { jobSchema } from "@kleinod/engine/import/history.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { idParam, json, jsonBody, plainDate, spaceQuery } from "../http/route-parts.ts";
import { localAuthor } from "../workspace/local-author.ts";

const tags = ["Captures"];
const written = json(
  z.object({ capture: captureSchema, job: jobSchema }),
  "The entry, and the job that measures again",
);

const listRoute = createRoute({
  method: "get",
  path: "/api/captures",
  tags,
  summary: "Activities that were noted in the app on a day, newest first",
  request: {
    query: spaceQuery.extend({ day: plainDate.optional(), person: z.string().max(200).optional() }),
  },
  responses: { 200: json(captureListSchema, "The entries of the day, and what the form offers") },
});

const createCaptureRoute = createRoute({
  method: "post",
  path: "/api/captures",
  tags,
  summary: "Note an activity that no system logs",
  request: { query: spaceQuery, body: jsonBody(captureInputSchema) },
  responses: { 200: written },
});

const editRoute = createRoute({
  method: "put",
  path: "/api/captures/{id}",
  tags,
  summary: "Correct an entry",
  request: { params: idParam("Entry"), query: spaceQuery, body: jsonBody(captureInputSchema) },
  responses: { 200: written },
});

const undoRoute = createRoute({
  method: "delete",
  path: "/api/captures/{id}",
  tags,
  summary: "Take an entry back",
  request: { params: idParam("Entry"), query: spaceQuery },
  responses: { 200: written },
});

const restoreRoute = createRoute({
  method: "post",
  path: "/api/captures/{id}/restore",
  tags,
  summary: "Bring an entry back that was taken back",
  request: { params: idParam("Entry"), query: spaceQuery },
  responses: { 200: written },
});

export function captureRoutes({ spaces, remeasure }: AppParts) {
  return newRoutes()
    .openapi(listRoute, async (c) => {
      const { space, day, person } = c.req.valid("query");
      return c.json(await listCaptures(await spaces.workspace(space), { day, person }), 200);
    })
    .openapi(createCaptureRoute, async (c) => {
      const { space } = c.req.valid("query");
      const workspace = await spaces.workspace(space);
      const { capture } = orProblem(await createCapture(workspace, c.req.valid("json"), localAuthor()), c);
      return c.json({ capture, job: remeasure.start(space) }, 200);
    })
    .openapi(editRoute, async (c) => {
      const { space } = c.req.valid("query");
      const workspace = await spaces.workspace(space);
      const { id } = c.req.valid("param");
      const { capture } = orProblem(await editCapture(workspace, id, c.req.valid("json"), localAuthor()), c);
      return c.json({ capture, job: remeasure.start(space) }, 200);
    })
    .openapi(undoRoute, async (c) => {
      const { space } = c.req.valid("query");
      const workspace = await spaces.workspace(space);
      const { id } = c.req.valid("param");
      const { capture } = orProblem(await setCaptureUndone(workspace, id, true, localAuthor()), c);
      return c.json({ capture, job: remeasure.start(space) }, 200);
    })
    .openapi(restoreRoute, async (c) => {
      const { space } = c.req.valid("query");
      const workspace = await spaces.workspace(space);
      const { id } = c.req.valid("param");
      const { capture } = orProblem(await setCaptureUndone(workspace, id, false, localAuthor()), c);
      return c.json({ capture, job: remeasure.start(space) }, 200);
    });
}
