import { createRoute } from "@hono/zod-openapi";
import { addTransfer, listTransfers, setTransferUndone } from "@kleinod/data/programme/offers/transfers.ts";
import {
  transferInputSchema,
  transferReportSchema,
} from "@kleinod/engine/programme/offers/transfer-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { json, jsonBody, spaceQuery } from "../http/route-parts.ts";
import { localAuthor } from "../workspace/local-author.ts";
import { entryParam } from "./entry-param.ts";

const tags = ["Programme"];
const answer = { 200: json(transferReportSchema, "The register") };

const listRoute = createRoute({
  method: "get",
  path: "/api/programme/transfers",
  tags,
  summary: "Lean practices that moved to other segments in the last 12 months, and with what effect",
  request: { query: spaceQuery },
  responses: answer,
});

const addRoute = createRoute({
  method: "post",
  path: "/api/programme/transfers",
  tags,
  summary: "Note that a practice moved, or correct an entry; an unknown effect stays unknown",
  request: { query: spaceQuery, body: jsonBody(transferInputSchema) },
  responses: answer,
});

const undoRoute = createRoute({
  method: "delete",
  path: "/api/programme/transfers/{id}",
  tags,
  summary: "Take an entry back",
  request: { params: entryParam, query: spaceQuery },
  responses: answer,
});

const restoreRoute = createRoute({
  method: "post",
  path: "/api/programme/transfers/{id}/restore",
  tags,
  summary: "Bring an entry back",
  request: { params: entryParam, query: spaceQuery },
  responses: answer,
});

/** The transfer register. */
export function transferRoutes({ spaces }: AppParts) {
  return newRoutes()
    .openapi(listRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      return c.json(await listTransfers(workspace), 200);
    })
    .openapi(addRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const added = await addTransfer(workspace, c.req.valid("json"), localAuthor());
      return c.json(orProblem(added, c).transfers, 200);
    })
    .openapi(undoRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const done = await setTransferUndone(workspace, c.req.valid("param").id, true, localAuthor());
      return c.json(orProblem(done, c).transfers, 200);
    })
    .openapi(restoreRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const done = await setTransferUndone(workspace, c.req.valid("param").id, false, localAuthor());
      return c.json(orProblem(done, c).transfers, 200);
    });
}
