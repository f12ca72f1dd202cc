import { createRoute, z } from "@hono/zod-openapi";
import { batchProblems, getBatch, listBatches, undoBatch } from "@kleinod/data/import/batches.ts";
import type { RunContext } from "@kleinod/data/import/progress.ts";
import { batchSchema } from "@kleinod/engine/import/result.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { ApiProblem } from "../errors.ts";
import { file, idParam, jobAccepted, json, languageQuery, spaceQuery } from "../http/route-parts.ts";
import { downloadHeaders } from "../http/temporary-file.ts";
import type { SpaceName } from "../workspace/spaces.ts";
import { measureIfNotCancelled } from "./import-and-measure.ts";
import { problemsCsv } from "./problems-csv.ts";

const tags = ["Import"];
const request = { params: idParam("Batch, e.g. b3"), query: spaceQuery };

const listRoute = createRoute({
  method: "get",
  path: "/api/import/batches",
  tags,
  summary: "All imports, newest first, without their problems",
  request: { query: spaceQuery },
  responses: { 200: json(z.object({ batches: z.array(batchSchema) }), "The batches") },
});

const getRoute = createRoute({
  method: "get",
  path: "/api/import/batches/{id}",
  tags,
  summary: "One import with its first 1,000 problems",
  request,
  responses: { 200: json(batchSchema, "The batch") },
});

const undoRoute = createRoute({
  method: "post",
  path: "/api/import/batches/{id}/undo",
  tags,
  summary: "Take an import out, whatever came later; nothing is deleted",
  request,
  responses: jobAccepted,
});

const redoRoute = createRoute({
  method: "post",
  path: "/api/import/batches/{id}/redo",
  tags,
  summary: "Put an import back that was taken out",
  request,
  responses: jobAccepted,
});

const problemsRoute = createRoute({
  method: "get",
  path: "/api/import/batches/{id}/problems.csv",
  tags,
  summary: "The rows with problems as they stand in the file, with line, column, rule and message",
  request: { params: request.params, query: spaceQuery.extend({ lang: languageQuery }) },
  responses: { 200: file("text/csv", "A CSV file") },
});

export function batchRoutes({ spaces, jobs }: AppParts) {
  const existing = async (space: SpaceName, id: string) => {
    const workspace = await spaces.workspace(space);
    const batch = await getBatch(workspace, id);
    if (batch === null) throw new ApiProblem("unknownBatch", `There is no batch ${id}.`);
    return { workspace, batch };
  };

  const setUndone = async (space: SpaceName, id: string, undone: boolean) => {
    const { workspace, batch } = await existing(space, id);
    if ((batch.status === "undone") === undone)
      throw new ApiProblem(
        "batchStateRefused",
        `The batch ${id} is ${undone ? "undone already" : "not undone"}.`,
      );
    return jobs.start(space, undone ? "undo" : "redo", async (run: RunContext) => {
      const done = await undoBatch(workspace, id, undone, run);
      // Somebody else was quicker between the question above and the turn of this job.
      if (!done.ok) throw new Error(`The batch ${id} was not changed: ${done.code}.`);
      await measureIfNotCancelled(workspace, run);
      const { ok: _ok, ...result } = done;
      return result;
    });
  };

  return newRoutes()
    .openapi(listRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      return c.json({ batches: await listBatches(workspace) }, 200);
    })
    .openapi(getRoute, async (c) => {
      const { batch } = await existing(c.req.valid("query").space, c.req.valid("param").id);
      return c.json(batch, 200);
    })
    .openapi(undoRoute, async (c) =>
      c.json(await setUndone(c.req.valid("query").space, c.req.valid("param").id, true), 202),
    )
    .openapi(redoRoute, async (c) =>
      c.json(await setUndone(c.req.valid("query").space, c.req.valid("param").id, false), 202),
    )
    .openapi(problemsRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { workspace } = await existing(c.req.valid("query").space, id);
      const problems = (await batchProblems(workspace, id)) ?? [];
      return c.body(
        problemsCsv(problems, c.req.valid("query").lang),
        200,
        downloadHeaders(`problems-${id}.csv`, "text/csv; charset=utf-8"),
      );
    });
}
