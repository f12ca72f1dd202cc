import { createRoute, z } from "@hono/zod-openapi";
import { inspectFiles } from "@kleinod/data/import/inspect-files.ts";
import { importKindSchema, importOptionsSchema, inspectedFileSchema } from "@kleinod/engine/import/result.ts";
import { template } from "@kleinod/engine/import/templates.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { ApiProblem } from "../errors.ts";
import { file, jobAccepted, json, jsonBody, languageQuery, spaceQuery } from "../http/route-parts.ts";
import { batchRoutes } from "./batch-routes.ts";
import { controlTotalRoutes } from "./control-total-routes.ts";
import { importAndMeasure } from "./import-and-measure.ts";
import { inputFileSchema, resolveInputs } from "./read-inputs.ts";
import { uploadRoutes } from "./upload-routes.ts";

const tags = ["Import"];

const inspectRoute = createRoute({
  method: "post",
  path: "/api/import/inspect",
  tags,
  summary: "What the files seem to hold: format, kind, mapping, questions; reads samples only",
  request: {
    query: spaceQuery,
    body: jsonBody(
      z.object({
        files: z.array(inputFileSchema).min(1).max(500),
        options: importOptionsSchema.pick({ dateFormat: true, decimal: true, currency: true }).default({}),
      }),
    ),
  },
  responses: { 200: json(z.object({ files: z.array(inspectedFileSchema) }), "One entry per file") },
});

const importRoute = createRoute({
  method: "post",
  path: "/api/import",
  tags,
  summary: "Import files and measure; the job's result is the import result",
  request: {
    query: spaceQuery,
    body: jsonBody(
      z.object({
        files: z.array(inputFileSchema).min(1).max(500),
        options: importOptionsSchema
          .extend({ measure: z.boolean().default(true) })
          .prefault({})
          .openapi({ description: "measure: compute the measures afterwards" }),
      }),
    ),
  },
  responses: jobAccepted,
});

const templateRoute = createRoute({
  method: "get",
  path: "/api/import/templates/{kind}",
  tags,
  summary: "Headers, units and one example row of a kind of file",
  request: {
    params: z.object({ kind: importKindSchema.openapi({ param: { name: "kind", in: "path" } }) }),
    query: spaceQuery.extend({ lang: languageQuery }),
  },
  responses: { 200: file("text/csv", "A CSV file") },
});

export function importRoutes(parts: AppParts) {
  const { spaces, jobs, uploads } = parts;
  return newRoutes()
    .route("/", uploadRoutes(parts))
    .route("/", batchRoutes(parts))
    .route("/", controlTotalRoutes(parts))
    .openapi(inspectRoute, async (c) => {
      const { files, options } = c.req.valid("json");
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const inputs = resolveInputs(files, uploads, c.get("owner"));
      return c.json({ files: await inspectFiles(workspace, inputs, options) }, 200);
    })
    .openapi(importRoute, async (c) => {
      const { space } = c.req.valid("query");
      const { files, options } = c.req.valid("json");
      if (space === "example")
        throw new ApiProblem(
          "exampleReadOnly",
          "Own files go into your company's space, not into the example.",
        );
      const inputs = resolveInputs(files, uploads, c.get("owner"));
      const workspace = await spaces.workspace(space);
      const { measure, ...importOptions } = options;
      const job = jobs.start(space, "import", async (run) => {
        const result = await importAndMeasure(workspace, inputs, importOptions, measure, run);
        const done =
          result.questions.length === 0 && result.batches.every((batch) => batch.status === "applied");
        if (done) await Promise.all(inputs.map((input) => uploads.remove(input.ref)));
        return result;
      });
      return c.json(job, 202);
    })
    .openapi(templateRoute, (c) => {
      const { kind } = c.req.valid("param");
      return c.body(template(kind, c.req.valid("query").lang).csv, 200, {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="kleinod-${kind}.csv"`,
      });
    });
}
