import { describe, expect, it } from "vitest";
import { importKindCodes } from "../kind-codes.ts";
import { fieldOf, importKind, importKinds } from "./import-kinds.ts";

describe("import kinds", () => {
  it("has one object for each code", () => {
    expect(importKinds.map((kind) => kind.code).sort()).toEqual([...importKindCodes].sort());
    expect(() => importKind("opportunities" as never)).toThrow(/opportunities/);
  });

  it.each(importKinds.map((kind) => [kind.code, kind] as const))("%s is complete", (_, kind) => {
    const codes = kind.fields.map((field) => field.code);
    expect(new Set(codes).size).toBe(codes.length);
    const named = [...kind.keyFields, ...kind.oneOfGroups.flat(), ...kind.signatureFields];
    const alsoNamed = kind.nameAsKey === undefined ? [] : [kind.nameAsKey.key, kind.nameAsKey.name];
    for (const code of [...named, ...alsoNamed]) expect(codes, code).toContain(code);
    for (const field of kind.fields) {
      for (const text of [field.label, field.description, kind.label, kind.description]) {
        expect(text.de.length, field.code).toBeGreaterThan(0);
        expect(text.en.length, field.code).toBeGreaterThan(0);
        expect(text.de, "Swiss spelling").not.toContain("ß");
      }
    }
  });

  it.each(importKinds.flatMap((kind) => kind.fields.map((field) => [kind.code, field.code, field] as const)))(
    "%s.%s has synonyms in the form of headers, each once",
    (_, __, field) => {
      expect(field.synonyms.every((name) => /^[a-z0-9]+$/.test(name))).toBe(true);
      expect(new Set(field.synonyms).size).toBe(field.synonyms.length);
    },
  );

  it("requires of sale lines what no report can do without", () => {
    const saleLines = importKind("saleLines");
    expect(saleLines.fields.filter((field) => field.required).map((field) => field.code)).toEqual([
      "documentNumber",
      "documentDate",
      "accountKey",
    ]);
    expect(fieldOf(saleLines, "accountKey").blankAllowed).toBe(true);
    expect(saleLines.oneOfGroups).toEqual([["amount"], ["quantity", "unitPrice"]]);
  });
});
