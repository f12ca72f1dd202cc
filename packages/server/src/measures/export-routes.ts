import { createRoute, z } from "@hono/zod-openapi";
import { exportCustomers } from "@kleinod/data/workspace/export-customers.ts";
import { customerQuerySchema } from "@kleinod/engine/measures/reports.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { ApiProblem } from "../errors.ts";
import { orProblem } from "../http/refused.ts";
import { file, languageQuery, spaceQuery } from "../http/route-parts.ts";
import { sendTemporaryFile } from "../http/temporary-file.ts";

export const exportTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  parquet: "application/vnd.apache.parquet",
} as const;

const exportRoute = createRoute({
  method: "get",
  path: "/api/customers/export",
  tags: ["Customers"],
  summary: "The customer table as a file, filtered and sorted as in the query",
  request: {
    query: spaceQuery.extend({
      format: z.enum(["csv", "xlsx", "parquet"]).default("csv"),
      query: z
        .string()
        .default("{}")
        .openapi({ description: "CustomerQuery as JSON; limit and offset do not count" }),
      lang: languageQuery,
    }),
  },
  responses: { 200: file("application/octet-stream", "The file") },
});

export function exportRoutes({ spaces }: AppParts) {
  return newRoutes().openapi(exportRoute, async (c) => {
    const { space, format, query: text, lang: language } = c.req.valid("query");
    const query = customerQueryOf(text);
    const workspace = await spaces.workspace(space);
    const file = { name: `customers.${format}`, type: exportTypes[format] };
    return sendTemporaryFile(c, workspace.workDirectory, file, async (path) => {
      // A spreadsheet set to German takes the comma as decimal sign and splits at semicolons.
      const delimiter = language === "de" ? ";" : ",";
      const options = { query, format, path, language, delimiter } as const;
      orProblem(await exportCustomers(workspace, options, { signal: c.req.raw.signal }), c);
    });
  });
}

function customerQueryOf(text: string) {
  const { data, error } = customerQuerySchema.safeParse(parseJson(text));
  if (data !== undefined) return data;
  const issue = error.issues[0];
  throw new ApiProblem(
    "requestInvalid",
    `query.${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not understood"}`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem("requestInvalid", "query: expected JSON of a CustomerQuery");
  }
}
