import { createRoute } from "@hono/zod-openapi";
import { planOfRequest } from "@kleinod/data/programme/plans/plan-of-request.ts";
import { simulatePlan } from "@kleinod/data/programme/simulation/simulate-plan.ts";
import { planRequestSchema } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { simulationOptionsSchema } from "@kleinod/engine/programme/simulation/report-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { jobAccepted, jsonBody, spaceQuery } from "../http/route-parts.ts";

const simulateRoute = createRoute({
  method: "post",
  path: "/api/programme/simulate",
  tags: ["Programme"],
  summary:
    "Five years of the small customers by quarter, as today goes on and with a plan, in drawn worlds; its result is a simulation report",
  request: { query: spaceQuery, body: jsonBody(planRequestSchema.extend(simulationOptionsSchema.shape)) },
  responses: jobAccepted,
});

export function simulationRoutes({ spaces, jobs }: AppParts) {
  return newRoutes().openapi(simulateRoute, async (c) => {
    const { space } = c.req.valid("query");
    const request = c.req.valid("json");
    const workspace = await spaces.workspace(space);
    // A plan that cannot be taken is refused at once, not by a job that fails.
    orProblem(await planOfRequest(workspace, request), c);
    return c.json(
      jobs.start(space, "simulate", (run) => simulatePlan(workspace, request, run)),
      202,
    );
  });
}
