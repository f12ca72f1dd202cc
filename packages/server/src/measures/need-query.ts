import { z } from "@hono/zod-openapi";
import { sizeClasses } from "@kleinod/engine/measures/contracts/customer-states.ts";
import type { FirmSelection } from "@kleinod/engine/measures/firm-selection.ts";
import { asOfQuery, languageQuery, wholeNumber } from "../http/route-parts.ts";

const one = (description: string) => z.string().max(200).optional().openapi({ description });

/** What narrows the lists of needs, need gaps and potentials; a page is at most a million rows. */
export const needQuery = asOfQuery.extend({
  limit: wholeNumber(0, 1_000_000, 1000),
  offset: wholeNumber(0, 100_000_000, 0),
  sizes: z
    .string()
    .optional()
    .transform((text) =>
      (text ?? "")
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.enum(sizeClasses)))
    .openapi({ type: "string", description: `With commas between: ${sizeClasses.join(", ")}` }),
  branch: one("Branch exactly as in the list of choices"),
  region: one("Region exactly as in the list of choices"),
  field: one("Need field: covered (needs), missing (need gaps, potential)"),
  search: one("Part of name, number, place, phone or mail"),
});

/** A file holds the whole list unless fewer rows are asked for. */
export const needSheetQuery = needQuery.extend({
  limit: wholeNumber(0, 1_000_000, 1_000_000),
  lang: languageQuery,
});

export function needSelection(query: z.output<typeof needQuery>): Partial<FirmSelection> {
  const given = (value: string | undefined) => (value === undefined || value.trim() === "" ? null : value);
  return {
    limit: query.limit,
    offset: query.offset,
    sizes: query.sizes,
    branch: given(query.branch),
    region: given(query.region),
    field: given(query.field),
    words: (query.search ?? "").trim().split(/\s+/).filter(Boolean),
  };
}
