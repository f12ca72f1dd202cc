import { customerColumns } from "@kleinod/engine/measures/customer-columns.ts";
import { shippedRules } from "@kleinod/engine/programme/coherence/shipped-rules.ts";
import { leverOptions } from "@kleinod/engine/programme/lever-options.ts";
import { parameterSpecs } from "@kleinod/engine/programme/parameters.ts";
import { describe, expect, it } from "vitest";
import { explainedMeasures } from "./explained-measures.ts";

/** Notes that nobody outside the project has: its documents, and the numbers of key figures, tests and sources in them. */
const internal = /\b(domain|methods)\.md\b|§\s?\d+\.\d|\bAT\d+\.\d|\bK\d{1,2}\b|\[[A-Z]\d+[a-z]?\]/;

const textsOf = (tree: unknown): string[] => {
  if (typeof tree === "string") return [tree];
  return tree === null || typeof tree !== "object" ? [] : Object.values(tree).flatMap(textsOf);
};

describe("what figures, rules, options and parameters say about themselves", () => {
  it.each([
    ["figures", explainedMeasures.map(({ contract }) => contract)],
    ["columns", customerColumns],
    ["rules", shippedRules],
    ["options", leverOptions],
    ["parameters", parameterSpecs.map(({ label, description }) => ({ label, description }))],
  ])("names published sources and plain words, no internal notes: %s", (_, shown) => {
    expect(textsOf(shown).filter((text) => internal.test(text))).toEqual([]);
  });

  it("says its words in German too; only publications are written once", () => {
    const once = explainedMeasures.flatMap(({ contract: { source } }) =>
      typeof source === "string" ? [source] : [],
    );
    for (const source of once) expect(source).toMatch(/\b(19|20)\d\d\b/);
  });
});
