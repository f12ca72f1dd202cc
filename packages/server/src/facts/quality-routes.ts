import { createRoute, z } from "@hono/zod-openapi";
import { quality } from "@kleinod/data/facts/quality.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { json, spaceQuery } from "../http/route-parts.ts";

const count = z.number().int();
const text = z.object({ de: z.string(), en: z.string() });

const qualitySchema = z.object({
  fields: z.array(z.object({ field: z.string(), known: count, total: count })),
  openProblems: z.array(z.object({ batchId: z.string(), file: z.string(), rule: z.string(), count })),
  unconverted: z.object({ lines: count, currencies: z.array(z.string()) }),
  duplicates: z.object({ pairs: count, open: count, lastRun: z.string().nullable() }),
  withoutCustomer: z.object({ lines: count, salesCents: count.nullable() }),
  tier: z.string().nullable(),
  nextTier: z.object({ tier: z.string(), needs: text, brings: text }).nullable(),
});

const qualityRoute = createRoute({
  method: "get",
  path: "/api/quality",
  tags: ["Data quality"],
  summary: "What is known, what is open, and what the next data would bring",
  request: { query: spaceQuery },
  responses: { 200: json(qualitySchema, "The state of the data") },
});

export function qualityRoutes({ spaces }: AppParts) {
  return newRoutes().openapi(qualityRoute, async (c) => {
    const workspace = await spaces.workspace(c.req.valid("query").space);
    return c.json(qualitySchema.parse(await quality(workspace)), 200);
  });
}
