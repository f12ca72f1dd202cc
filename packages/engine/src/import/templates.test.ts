import { describe, expect, it } from "vitest";
import { parseRecords } from "./csv-records.ts";
import { detectDialect } from "./dialect.ts";
import { importKindCodes } from "./kind-codes.ts";
import { proposeMapping } from "./mapping.ts";
import { template } from "./templates.ts";

const cases = importKindCodes.flatMap((kind) =>
  (["de", "en"] as const).map((language) => [kind, language] as const),
);

describe("template", () => {
  it.each(cases)("%s in %s is read back column by column, without a question", (kind, language) => {
    const { csv, columns } = template(kind, language);
    const result = detectDialect(new TextEncoder().encode(csv), { isWholeFile: true });
    if (!result.ok) throw new RangeError(result.refusal.message.en);
    expect(result.dialect.columns).toEqual(columns.map((column) => column.header));
    const sampleRows = parseRecords(csv, result.dialect).map((record) => record.cells);
    expect(sampleRows).toEqual([columns.map((column) => column.example)]);
    const proposal = proposeMapping({ columns: result.dialect.columns, sampleRows });
    expect(proposal.kind).toBe(kind);
    expect(proposal.questions).toEqual([]);
    expect(proposal.mapping.map((each) => each.field)).toEqual(columns.map((column) => column.field));
  });

  it("says what is required and in which unit", () => {
    const { columns } = template("saleLines", "en");
    expect(columns.find((column) => column.field === "documentDate")).toMatchObject({
      header: "Document date",
      required: true,
      unit: "date (yyyy-mm-dd)",
      example: "2026-01-31",
    });
    expect(template("customers", "de").columns.find((column) => column.field === "employees")?.unit).toBe(
      "Personen",
    );
  });
});
