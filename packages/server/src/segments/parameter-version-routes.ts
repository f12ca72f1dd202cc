import { createRoute, z } from "@hono/zod-openapi";
import { parameterVersions } from "@kleinod/data/segments/parameter-versions.ts";
import { parameterSpecs } from "@kleinod/engine/programme/parameters.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { ApiProblem } from "../errors.ts";
import { json, spaceQuery } from "../http/route-parts.ts";

const versionsRoute = createRoute({
  method: "get",
  path: "/api/parameters/{code}/versions",
  tags: ["Parameters"],
  summary: "Every value that a parameter had, the latest first, the shipped one (version 0) last",
  request: {
    params: z.object({
      code: z
        .string()
        .openapi({ param: { name: "code", in: "path" }, description: "e.g. costToServe.activities" }),
    }),
    query: spaceQuery,
  },
  responses: {
    200: json(
      z.object({
        versions: z.array(
          z.object({
            version: z.number().int(),
            value: z.unknown(),
            author: z.string().nullable(),
            reason: z.string().nullable(),
            validFrom: z.string().nullable(),
          }),
        ),
      }),
      "The versions",
    ),
  },
});

export function parameterVersionRoutes({ spaces }: AppParts) {
  return newRoutes().openapi(versionsRoute, async (c) => {
    const { code } = c.req.valid("param");
    if (!parameterSpecs.some((spec) => spec.code === code))
      throw new ApiProblem("unknownParameter", `There is no parameter ${code}.`);
    const workspace = await spaces.workspace(c.req.valid("query").space);
    return c.json({ versions: await parameterVersions(workspace, code) }, 200);
  });
}
