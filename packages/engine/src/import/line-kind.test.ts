import { describe, expect, it } from "vitest";
import { type LineKind, lineKindOf, lineKindRules, lineKindSql } from "./line-kind.ts";

describe("lineKindOf", () => {
  it.each<[string | null, string | null, LineKind]>([
    ["85048", "15CM CHRISTMAS GLASS BALL 20 LIGHTS", "product"],
    ["POST", "POSTAGE", "freight"],
    ["DOT", null, "freight"],
    ["C2", "CARRIAGE", "freight"],
    ["D", "Discount", "discount"],
    ["M", "Manual", "correction"],
    ["m", "Manual", "correction"],
    ["BANK CHARGES", " Bank Charges", "fee"],
    ["AMAZONFEE", "AMAZON FEE", "fee"],
    ["CRUK", "CRUK Commission", "fee"],
    ["S", "SAMPLES", "other"],
    ["B", "Adjust bad debt", "correction"],
    ["ADJUST", "Adjustment by john on 26/01/2010", "correction"],
    ["gift_0001_30", null, "other"],
    ["TEST001", "This is a test product.", "other"],
    ["DCGSSBOY", "BOYS PARTY BAG", "product"],
    ["900001", "Versandkosten", "freight"],
    ["900002", "Frachtkostenanteil Ausland", "product"],
    ["900003", "Porto und Verpackung", "freight"],
    [null, "Mindermengenzuschlag", "fee"],
    [null, "Kleinmengenzuschlag CHF 15", "fee"],
    [null, "Rabatt 5%", "discount"],
    [null, "Skonto", "discount"],
    [null, "Rundungsdifferenz", "correction"],
    ["4711", "Versandkarton 30x20", "product"],
    ["4712", "Portofach", "product"],
    ["M", "M8 Mutter verzinkt", "product"],
    [null, null, "product"],
  ])("%j %j is %s", (code, name, kind) => expect(lineKindOf(code, name)).toBe(kind));

  it("keeps its data in the form in which it is compared", () => {
    for (const rule of lineKindRules) {
      expect(rule.codes).toEqual(rule.codes.map((code) => code.toUpperCase()));
      expect(rule.name ?? "").toBe((rule.name ?? "").toLowerCase());
      expect(rule.codes.length + (rule.name?.length ?? 0)).toBeGreaterThan(0);
    }
  });
});

describe("lineKindSql", () => {
  it("has a branch for each rule and works without a code or a name", () => {
    expect(lineKindSql("c1", "c2").match(/WHEN/g)).toHaveLength(lineKindRules.length);
    expect(lineKindSql(null, "c2")).toContain("'' IN (");
    expect(lineKindSql("c1", null)).toMatch(/ELSE 'product' END$/);
  });
});
