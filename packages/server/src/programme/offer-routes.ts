import { createRoute, z } from "@hono/zod-openapi";
import { setElementProfile } from "@kleinod/data/programme/offers/element-profiles.ts";
import {
  catalogueReport,
  publishOffer,
  restoreOffer,
  retireOffer,
  saveOffer,
} from "@kleinod/data/programme/offers/offers.ts";
import {
  catalogueReportSchema,
  offerWithCheckSchema,
} from "@kleinod/engine/programme/offers/catalogue-contract.ts";
import {
  elementProfileSchema,
  elementReportSchema,
} from "@kleinod/engine/programme/offers/element-contract.ts";
import { leanOfferInputSchema, publishInputSchema } from "@kleinod/engine/programme/offers/offer-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { json, jsonBody, spaceQuery } from "../http/route-parts.ts";
import { snapshotOf } from "../measures/snapshot-of.ts";
import { localAuthor } from "../workspace/local-author.ts";

const tags = ["Programme"];
const codeParam = z.object({
  code: z.string().openapi({ param: { name: "code", in: "path" }, description: "Code of the offer" }),
});
const answer = { 200: json(offerWithCheckSchema, "The offer with what speaks for and against it") };

const reportRoute = createRoute({
  method: "get",
  path: "/api/reports/catalogue",
  tags,
  summary: "Service elements by use, value and cost; lean offers; practices that moved",
  request: { query: spaceQuery },
  responses: { 200: json(catalogueReportSchema, "The report") },
});

const elementsRoute = createRoute({
  method: "get",
  path: "/api/programme/elements",
  tags,
  summary: "Service elements of small customers: used × valued × cost, each with a proposal",
  request: { query: spaceQuery },
  responses: { 200: json(elementReportSchema, "The elements, dearest first") },
});

const profileRoute = createRoute({
  method: "post",
  path: "/api/programme/elements/profile",
  tags,
  summary: "Note who does the work of an element, its touches by hand and whether it is advice",
  request: { query: spaceQuery, body: jsonBody(elementProfileSchema) },
  responses: { 200: json(elementProfileSchema, "What holds from now on; saying the earlier undoes it") },
});

const offersRoute = createRoute({
  method: "get",
  path: "/api/programme/offers",
  tags,
  summary: "Lean offers, each with its check",
  request: { query: spaceQuery },
  responses: { 200: json(z.object({ offers: z.array(offerWithCheckSchema) }), "The offers") },
});

const saveRoute = createRoute({
  method: "post",
  path: "/api/programme/offers",
  tags,
  summary: "Keep a lean offer as a new draft version",
  request: { query: spaceQuery, body: jsonBody(leanOfferInputSchema) },
  responses: answer,
});

const eventRoute = <Path extends string>(path: Path, summary: string) =>
  createRoute({
    method: "post",
    path,
    tags,
    summary,
    request: { params: codeParam, query: spaceQuery, body: jsonBody(publishInputSchema) },
    responses: answer,
  });

const publishRoute = eventRoute(
  "/api/programme/offers/{code}/publish",
  "Publish a version; refused while cost or touches are missing, or advice is left out where need is broad",
);
const retireRoute = eventRoute(
  "/api/programme/offers/{code}/retire",
  "Retire the published version or a draft",
);
const restoreRoute = eventRoute(
  "/api/programme/offers/{code}/restore",
  "Bring a version back: undoes publishing its successor and retiring it",
);

/** Service elements and lean offers. */
export function offerRoutes(parts: AppParts) {
  return newRoutes()
    .openapi(reportRoute, async (c) => {
      const { workspace, context } = await snapshotOf(c, parts, c.req.valid("query").space);
      return c.json(await catalogueReport(workspace, context), 200);
    })
    .openapi(elementsRoute, async (c) => {
      const { workspace, context } = await snapshotOf(c, parts, c.req.valid("query").space);
      return c.json((await catalogueReport(workspace, context)).elements, 200);
    })
    .openapi(profileRoute, async (c) => {
      const workspace = await parts.spaces.workspace(c.req.valid("query").space);
      const { profile } = orProblem(
        await setElementProfile(workspace, c.req.valid("json"), localAuthor()),
        c,
      );
      return c.json(profile, 200);
    })
    .openapi(offersRoute, async (c) => {
      const { workspace, context } = await snapshotOf(c, parts, c.req.valid("query").space);
      return c.json({ offers: (await catalogueReport(workspace, context)).offers }, 200);
    })
    .openapi(saveRoute, async (c) => {
      const { workspace, context } = await snapshotOf(c, parts, c.req.valid("query").space);
      const saved = await saveOffer(workspace, context, c.req.valid("json"), localAuthor());
      return c.json(orProblem(saved, c).offer, 200);
    })
    .openapi(publishRoute, async (c) => {
      const { workspace, context } = await snapshotOf(c, parts, c.req.valid("query").space);
      const { code } = c.req.valid("param");
      const done = await publishOffer(workspace, context, code, c.req.valid("json"), localAuthor());
      return c.json(orProblem(done, c).offer, 200);
    })
    .openapi(retireRoute, async (c) => {
      const { workspace, context } = await snapshotOf(c, parts, c.req.valid("query").space);
      const { code } = c.req.valid("param");
      const done = await retireOffer(workspace, context, code, c.req.valid("json").version, localAuthor());
      return c.json(orProblem(done, c).offer, 200);
    })
    .openapi(restoreRoute, async (c) => {
      const { workspace, context } = await snapshotOf(c, parts, c.req.valid("query").space);
      const { code } = c.req.valid("param");
      const done = await restoreOffer(workspace, context, code, c.req.valid("json"), localAuthor());
      return c.json(orProblem(done, c).offer, 200);
    });
}
