import { createRoute, z } from "@hono/zod-openapi";
import { setNote } from "@kleinod/data/facts/notes.ts";
import { customerDetail, customerDocuments } from "@kleinod/data/measures/reports/customer-detail.ts";
import { explain } from "@kleinod/data/measures/reports/explain.ts";
import { explanationFindings } from "@kleinod/data/measures/reports/explanation-findings.ts";
import { queryCustomers } from "@kleinod/data/measures/reports/query-customers.ts";
import {
  customerDetailSchema,
  customerDocumentsSchema,
  customerPageSchema,
  customerQuerySchema,
  explanationSchema,
} from "@kleinod/engine/measures/reports.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { ApiProblem } from "../errors.ts";
import { orProblem } from "../http/refused.ts";
import { asOfQuery, json, jsonBody, spaceQuery, wholeNumber } from "../http/route-parts.ts";
import { localAuthor } from "../workspace/local-author.ts";
import { snapshotOf } from "./snapshot-of.ts";

const tags = ["Customers"];
const customerParam = z.object({
  id: z.coerce
    .number()
    .int()
    .openapi({ param: { name: "id", in: "path" }, description: "customerId" }),
});

const queryRoute = createRoute({
  method: "post",
  path: "/api/customers/query",
  tags,
  summary: "Filter, sort and page the customer table",
  request: { query: asOfQuery, body: jsonBody(customerQuerySchema) },
  responses: { 200: json(customerPageSchema, "One page with the number of all matches") },
});

const detailRoute = createRoute({
  method: "get",
  path: "/api/customers/{id}",
  tags,
  summary: "Everything about one customer",
  request: { params: customerParam, query: spaceQuery },
  responses: { 200: json(customerDetailSchema, "The customer") },
});

const documentsRoute = createRoute({
  method: "get",
  path: "/api/customers/{id}/documents",
  tags,
  summary: "The documents behind a customer's figures, newest first",
  request: {
    params: customerParam,
    query: spaceQuery.extend({ limit: wholeNumber(1, 1000, 100), offset: wholeNumber(0, 100_000_000, 0) }),
  },
  responses: { 200: json(customerDocumentsSchema, "One page of documents") },
});

const noteRoute = createRoute({
  method: "put",
  path: "/api/customers/{id}/note",
  tags,
  summary: "Write a note about a customer; an empty text removes it",
  request: {
    params: customerParam,
    query: spaceQuery,
    body: jsonBody(z.object({ text: z.string().max(10_000) })),
  },
  responses: { 200: json(z.object({ note: z.string().nullable() }), "The note as it stands now") },
});

const searchRoute = createRoute({
  method: "get",
  path: "/api/search",
  tags,
  summary: "Up to eight customers by name, number, place, phone or mail",
  request: { query: spaceQuery.extend({ q: z.string().max(200) }) },
  responses: {
    200: json(
      z.object({
        customers: z.array(
          z.object({
            customerId: z.number().int(),
            name: z.string(),
            accountKey: z.string(),
            city: z.string().nullable(),
          }),
        ),
      }),
      "The customers, largest first",
    ),
  },
});

const explainRoute = createRoute({
  method: "get",
  path: "/api/explain/{columnCode}",
  tags,
  summary: "What a figure is made of: question, formula, inputs, parameters, SQL",
  request: {
    params: z.object({ columnCode: z.string().openapi({ param: { name: "columnCode", in: "path" } }) }),
    query: spaceQuery.extend({ customerId: z.coerce.number().int().optional() }),
  },
  responses: { 200: json(explanationSchema, "The explanation") },
});

const unknownCustomer = (id: number) => new ApiProblem("unknownCustomer", `There is no customer ${id}.`);

export function customerRoutes(parts: AppParts) {
  const { spaces } = parts;
  return newRoutes()
    .openapi(queryRoute, async (c) => {
      const { space, asOf } = c.req.valid("query");
      const { workspace, context } = await snapshotOf(c, parts, space, { asOf });
      const query = c.req.valid("json");
      const result = await workspace.read((connection) => queryCustomers(connection, context, query));
      if (!result.ok) throw new ApiProblem("valueNotAllowed", result.refusal.message);
      return c.json(result.page, 200);
    })
    .openapi(detailRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { workspace, context } = await snapshotOf(c, parts, c.req.valid("query").space, {
        withNotes: true,
      });
      const detail = await workspace.read((connection) => customerDetail(connection, context, id));
      if (detail === null) throw unknownCustomer(id);
      return c.json(detail, 200);
    })
    .openapi(documentsRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { space, limit, offset } = c.req.valid("query");
      const workspace = await spaces.workspace(space);
      const page = await workspace.read((connection) => customerDocuments(connection, id, { limit, offset }));
      return c.json(page, 200);
    })
    .openapi(noteRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { id } = c.req.valid("param");
      const { note } = orProblem(await setNote(workspace, id, c.req.valid("json").text, localAuthor()), c);
      return c.json({ note }, 200);
    })
    .openapi(searchRoute, async (c) => {
      const { space, q } = c.req.valid("query");
      if (q.trim() === "") return c.json({ customers: [] }, 200);
      const { workspace, context } = await snapshotOf(c, parts, space);
      const query = { search: q, columns: ["customerId", "name", "accountKey", "city"], limit: 8 };
      const result = await workspace.read((connection) => queryCustomers(connection, context, query));
      if (!result.ok) throw new ApiProblem("valueNotAllowed", result.refusal.message);
      const customers = result.page.rows.map((row) => ({
        customerId: Number(row.customerId),
        name: String(row.name ?? row.accountKey),
        accountKey: String(row.accountKey),
        city: typeof row.city === "string" ? row.city : null,
      }));
      return c.json({ customers }, 200);
    })
    .openapi(explainRoute, async (c) => {
      const { workspace, context } = await snapshotOf(c, parts, c.req.valid("query").space);
      const { columnCode } = c.req.valid("param");
      const findings = await workspace.read((connection) => explanationFindings(connection, columnCode));
      const result = explain(columnCode, context, findings);
      if (!result.ok) throw new ApiProblem("unknownFigure", result.message);
      return c.json(result.explanation, 200);
    });
}
