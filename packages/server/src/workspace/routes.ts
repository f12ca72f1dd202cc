import { isAbsolute } from "node:path";
import { createRoute, z } from "@hono/zod-openapi";
import { backup } from "@kleinod/data/workspace/backup.ts";
import { status } from "@kleinod/data/workspace/status.ts";
import { jobSchema } from "@kleinod/engine/import/history.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { ApiProblem } from "../errors.ts";
import { idParam, jobAccepted, json, jsonBody, spaceQuery } from "../http/route-parts.ts";
import { spaceNames } from "./spaces.ts";

const tags = ["Workspace"];

const statusSchema = z.object({
  version: z.string(),
  space: z.enum(spaceNames),
  directory: z.string(),
  hasData: z.boolean(),
  exampleReady: z.boolean(),
  asOf: z.string().nullable(),
  currency: z.string().nullable(),
  dataTier: z.string().nullable(),
  factsVersion: z.union([z.number(), z.string()]),
  batches: z.number().int(),
  lines: z.number().int(),
  customers: z.number().int(),
  /** True once a person answered where the size line lies. */
  sizeLineAsked: z.boolean(),
  /** True when the newest facts are measured. */
  measured: z.boolean(),
  /** Running ones. */
  jobs: z.array(jobSchema),
  localOnly: z.literal(true),
  address: z.string().nullable(),
});

const statusRoute = createRoute({
  method: "get",
  path: "/api/status",
  tags,
  summary: "What this space holds and what is being worked on",
  request: { query: spaceQuery },
  responses: { 200: json(statusSchema, "The state of the space") },
});

const listJobsRoute = createRoute({
  method: "get",
  path: "/api/jobs",
  tags,
  summary: "Jobs of this run of the server, newest first, without their results",
  request: { query: spaceQuery },
  responses: { 200: json(z.object({ jobs: z.array(jobSchema) }), "The jobs") },
});

const getJobRoute = createRoute({
  method: "get",
  path: "/api/jobs/{id}",
  tags,
  summary: "One job; with its result when it is done",
  request: {
    params: idParam("Job"),
    query: spaceQuery.extend({
      waitMs: z.coerce
        .number()
        .int()
        .min(0)
        .max(30_000)
        .default(0)
        .openapi({ description: "Answer when the job is over, at the latest after this time" }),
    }),
  },
  responses: { 200: json(jobSchema, "The job") },
});

const cancelJobRoute = createRoute({
  method: "delete",
  path: "/api/jobs/{id}",
  tags,
  summary: "Cancel a job; what it had not committed is rolled back",
  request: { params: idParam("Job"), query: spaceQuery },
  responses: { 200: json(jobSchema, "The job") },
});

const prepareExampleRoute = createRoute({
  method: "post",
  path: "/api/example",
  tags,
  summary: "Prepare the example company if it is not there",
  request: { query: spaceQuery },
  responses: jobAccepted,
});

const backupRoute = createRoute({
  method: "post",
  path: "/api/backup",
  tags,
  summary: "Write both stores into one file; needs the token, because it names a path",
  security: [{ owner: [] }],
  request: { query: spaceQuery, body: jsonBody(z.object({ path: z.string() })) },
  responses: jobAccepted,
});

export function workspaceRoutes({ spaces, jobs, example, version, address }: AppParts) {
  const known = <Value>(value: Value | null, id: string): Value => {
    if (value === null)
      throw new ApiProblem("unknownJob", `There is no job ${id} in this run of the server.`);
    return value;
  };
  return newRoutes()
    .openapi(statusRoute, async (c) => {
      const { space } = c.req.valid("query");
      const state = await status(await spaces.workspace(space));
      const running = jobs.list(space).filter((job) => job.state === "running");
      return c.json(
        {
          ...state,
          version,
          space,
          directory: spaces.directory(space),
          exampleReady: spaces.exampleIsReady(),
          jobs: running,
          localOnly: true as const,
          address: address(),
        },
        200,
      );
    })
    .openapi(listJobsRoute, (c) => c.json({ jobs: jobs.list(c.req.valid("query").space) }, 200))
    .openapi(getJobRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { space, waitMs } = c.req.valid("query");
      return c.json(known(await jobs.wait(space, id, waitMs), id), 200);
    })
    .openapi(cancelJobRoute, (c) => {
      const { id } = c.req.valid("param");
      return c.json(known(jobs.cancel(c.req.valid("query").space, id), id), 200);
    })
    .openapi(prepareExampleRoute, (c) => c.json(example.start(), 202))
    .openapi(backupRoute, async (c) => {
      const { space } = c.req.valid("query");
      const { path } = c.req.valid("json");
      if (!c.get("owner"))
        throw new ApiProblem("pathRefused", "A backup is written by the command line: kleinod backup FILE.");
      if (!isAbsolute(path))
        throw new ApiProblem("pathRefused", `The path is ${path}; expected an absolute one.`);
      const workspace = await spaces.workspace(space);
      return c.json(
        jobs.start(space, "backup", (run) => backup(workspace, path, run)),
        202,
      );
    });
}
