import { z } from "@hono/zod-openapi";
import { jobSchema } from "@kleinod/engine/import/history.ts";
import { spaceNames } from "../workspace/spaces.ts";

/** Building stones of the route definitions. */

export const spaceQuery = z.object({
  space: z.enum(spaceNames).default("company").openapi({ description: "Own data, or the example company" }),
});

/** A whole number in the query, where everything is text. */
export const wholeNumber = (lowest: number, highest: number, byDefault: number) =>
  z.coerce.number().int().min(lowest).max(highest).default(byDefault);

export const plainDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "expected a day yyyy-mm-dd");

export const asOfQuery = spaceQuery.extend({
  asOf: plainDate.optional().openapi({
    description: "Last day that counts; default: the latest document. Another day is measured first.",
  }),
});

export const languageQuery = z.enum(["de", "en"]).default("en");

export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { "application/json": { schema } },
  description,
});

/** A body must come and must be JSON; a missing content type is refused instead of read as empty. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { "application/json": { schema } },
  required: true as const,
});

export const file = (contentType: string, description: string) => ({
  content: { [contentType]: { schema: z.string().openapi({ format: "binary" }) } },
  description,
});

export const jobAccepted = {
  202: json(jobSchema, "The job that was started; GET /api/jobs/{id} follows it"),
};

export const idParam = (name: string) =>
  z.object({ id: z.string().openapi({ param: { name: "id", in: "path" }, description: name }) });
