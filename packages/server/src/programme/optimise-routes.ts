import { createRoute } from "@hono/zod-openapi";
import { optimisePlan, startingPlan } from "@kleinod/data/programme/optimiser/optimise-plan.ts";
import { optimiseRequestSchema } from "@kleinod/engine/programme/optimiser/report-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { jobAccepted, jsonBody, spaceQuery } from "../http/route-parts.ts";

const optimiseRoute = createRoute({
  method: "post",
  path: "/api/programme/optimise",
  tags: ["Programme"],
  summary:
    "The best coherent bundle of options per segment within time, budget, contact pressure and give/take; its result is an optimisation report",
  request: { query: spaceQuery, body: jsonBody(optimiseRequestSchema) },
  responses: jobAccepted,
});

export function optimiseRoutes({ spaces, jobs }: AppParts) {
  return newRoutes().openapi(optimiseRoute, async (c) => {
    const { space } = c.req.valid("query");
    const request = c.req.valid("json");
    const workspace = await spaces.workspace(space);
    // A plan that cannot be taken is refused at once, not by a job that fails.
    orProblem(await startingPlan(workspace, request), c);
    return c.json(
      jobs.start(space, "optimise", (run) => optimisePlan(workspace, request, run)),
      202,
    );
  });
}
