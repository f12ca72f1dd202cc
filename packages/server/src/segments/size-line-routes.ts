import { createRoute, z } from "@hono/zod-openapi";
import { setParameter } from "@kleinod/data/segments/parameters.ts";
import { countAtSizeLine, proposeSizeLine } from "@kleinod/data/segments/size-line.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { jobAccepted, json, jsonBody, spaceQuery } from "../http/route-parts.ts";
import { measureIfNotCancelled } from "../import/import-and-measure.ts";
import { localAuthor } from "../workspace/local-author.ts";

const tags = ["Size line"];

const proposalRoute = createRoute({
  method: "get",
  path: "/api/size-line/proposal",
  tags,
  summary: "The proposed size line and the steps of the 1-2-5 scale around it",
  request: { query: spaceQuery },
  responses: {
    200: json(
      z.object({
        proposalCents: z.number().int(),
        stepsCents: z.array(z.number().int()),
        currency: z.string().nullable(),
      }),
      "The proposal",
    ),
  },
});

const countRoute = createRoute({
  method: "get",
  path: "/api/size-line/count",
  tags,
  summary: "How many customers and which share of sales lie on either side of a line",
  request: { query: spaceQuery.extend({ cents: z.coerce.number().int().positive() }) },
  responses: {
    200: json(
      z.object({
        small: z.number().int(),
        large: z.number().int(),
        smallSalesShare: z.number().nullable(),
        largeSalesShare: z.number().nullable(),
      }),
      "The count",
    ),
  },
});

const putRoute = createRoute({
  method: "put",
  path: "/api/size-line",
  tags,
  summary: "Decide where the size line lies; size classes are computed again",
  request: { query: spaceQuery, body: jsonBody(z.object({ cents: z.number().int().positive() })) },
  responses: jobAccepted,
});

export function sizeLineRoutes({ spaces, jobs }: AppParts) {
  return newRoutes()
    .openapi(proposalRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { proposalCents, stepsCents, currency } = orProblem(await proposeSizeLine(workspace), c);
      return c.json({ proposalCents, stepsCents: [...stepsCents], currency }, 200);
    })
    .openapi(countRoute, async (c) => {
      const { space, cents } = c.req.valid("query");
      const workspace = await spaces.workspace(space);
      const { ok: _ok, ...count } = orProblem(await countAtSizeLine(workspace, cents), c);
      return c.json(count, 200);
    })
    .openapi(putRoute, async (c) => {
      const { space } = c.req.valid("query");
      const { cents } = c.req.valid("json");
      const workspace = await spaces.workspace(space);
      const written = { author: localAuthor(), reason: null };
      const { parameter } = orProblem(await setParameter(workspace, "size.lineCents", cents, written), c);
      const job = jobs.start(space, "sizeLine", async (run) => {
        await measureIfNotCancelled(workspace, run);
        return parameter;
      });
      return c.json(job, 202);
    });
}
