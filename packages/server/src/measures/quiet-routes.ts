import { createRoute, z } from "@hono/zod-openapi";
import { type QuietOptions, quiet } from "@kleinod/data/measures/reports/quiet.ts";
import { rhythmStates, sizeClasses } from "@kleinod/engine/measures/contracts/customer-states.ts";
import { quietSchema } from "@kleinod/engine/measures/reports.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { asOfQuery, file, json, languageQuery, wholeNumber } from "../http/route-parts.ts";
import { sendTemporaryFile } from "../http/temporary-file.ts";
import { exportTypes } from "./export-routes.ts";
import { writeQuietSheet } from "./quiet-sheet.ts";
import { snapshotOf } from "./snapshot-of.ts";

/** Values with commas between them. */
const listOf = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z
    .string()
    .optional()
    .transform((text) =>
      text === undefined || text === "" ? undefined : text.split(",").map((part) => part.trim()),
    )
    .pipe(z.array(z.enum(values)).optional())
    .openapi({ type: "string", description: `With commas between: ${values.join(", ")}` });

export const quietQuery = asOfQuery.extend({
  limit: wholeNumber(1, 10_000, 100),
  offset: wholeNumber(0, 100_000_000, 0),
  states: listOf(rhythmStates),
  sizes: listOf(sizeClasses),
  search: z.string().max(200).optional(),
});

export function quietOptions(query: z.output<typeof quietQuery>): QuietOptions {
  const { limit, offset, states, sizes, search } = query;
  return {
    limit,
    offset,
    ...(states === undefined ? {} : { states }),
    ...(sizes === undefined ? {} : { sizes }),
    ...(search === undefined || search.trim() === "" ? {} : { search }),
  };
}

const quietRoute = createRoute({
  method: "get",
  path: "/api/reports/quiet",
  tags: ["Measures"],
  summary: "The call list: customers who are quiet beyond their own rhythm, most at stake first",
  request: { query: quietQuery },
  responses: { 200: json(quietSchema, "The list; total and amount are of the whole list") },
});

const sheetRoute = createRoute({
  method: "get",
  path: "/api/reports/quiet.xlsx",
  tags: ["Measures"],
  summary: "The call list as an Excel file",
  request: { query: quietQuery.extend({ lang: languageQuery }) },
  responses: { 200: file(exportTypes.xlsx, "The file") },
});

export function quietRoutes(parts: AppParts) {
  return newRoutes()
    .openapi(quietRoute, async (c) => {
      const query = c.req.valid("query");
      const { workspace, context } = await snapshotOf(c, parts, query.space, choiceOf(query));
      return c.json(
        await workspace.read((connection) => quiet(connection, context, quietOptions(query))),
        200,
      );
    })
    .openapi(sheetRoute, async (c) => {
      const query = c.req.valid("query");
      const { workspace, context } = await snapshotOf(c, parts, query.space, choiceOf(query));
      const report = await workspace.read((connection) => quiet(connection, context, quietOptions(query)));
      return sendTemporaryFile(
        c,
        workspace.workDirectory,
        { name: "quiet.xlsx", type: exportTypes.xlsx },
        (path) => writeQuietSheet(path, report, query.lang),
      );
    });
}

const choiceOf = ({ asOf }: { asOf?: string | undefined }) => ({ asOf, withNotes: true });
