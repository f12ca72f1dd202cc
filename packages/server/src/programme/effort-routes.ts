import { createRoute } from "@hono/zod-openapi";
import { effortReportSchema, effortRequestSchema } from "@kleinod/engine/programme/effort/effort-contract.ts";
import { shareEffort } from "@kleinod/engine/programme/effort/share-effort.ts";
import { newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { json, jsonBody } from "../http/route-parts.ts";

const effortRoute = createRoute({
  method: "post",
  path: "/api/programme/effort",
  tags: ["Programme"],
  summary: "Share minutes of talks among segments by what people expect each to make of them",
  request: { body: jsonBody(effortRequestSchema) },
  responses: { 200: json(effortReportSchema, "Minutes per segment today and at best") },
});

export function effortRoutes() {
  return newRoutes().openapi(effortRoute, (c) => {
    const found = shareEffort(c.req.valid("json"));
    return c.json("code" in found ? orProblem({ ...found, ok: false as const }, c) : found, 200);
  });
}
