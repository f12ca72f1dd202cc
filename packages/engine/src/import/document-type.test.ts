import { describe, expect, it } from "vitest";
import { type DocumentTypeInput, documentTypeOf, documentTypeSql, usesSapCodes } from "./document-type.ts";
import { type DocumentType, documentTypes } from "./result.ts";

const typed = (type: string, sap = false): DocumentType =>
  documentTypeOf({ type, number: "90001", sign: 1, productName: null }, { sap });
const untyped = (input: Partial<DocumentTypeInput>): DocumentType =>
  documentTypeOf({ type: null, number: null, sign: 1, productName: null, ...input }, { sap: false });

describe("documentTypeOf", () => {
  it.each<[string, DocumentType]>([
    ["F2", "invoice"],
    ["G2", "creditNote"],
    ["RE", "creditNote"],
    ["S1", "cancellation"],
    ["S2", "cancellation"],
    ["L2", "invoice"],
    ["M", "invoice"],
    ["N", "cancellation"],
    ["O", "creditNote"],
    ["TA", "order"],
  ])("SAP %s is %s", (code, type) => expect(typed(code, true)).toBe(type));

  it.each<[string, DocumentType]>([
    ["Rechnung", "invoice"],
    ["Sales Invoice", "invoice"],
    ["Gutschrift", "creditNote"],
    ["Credit Note", "creditNote"],
    ["Rechnungskorrektur", "creditNote"],
    ["Stornorechnung", "cancellation"],
    ["Cancellation", "cancellation"],
    ["Auftrag", "order"],
    ["Sales Order", "order"],
    ["Korrekturbuchung", "correction"],
    ["RE", "invoice"],
    ["gs", "creditNote"],
    ["Facture", "invoice"],
    ["Avoir", "creditNote"],
  ])("%s is %s", (text, type) => expect(typed(text)).toBe(type));

  it("goes by number and sign where there is no type", () => {
    expect(untyped({ number: "489434" })).toBe("invoice");
    expect(untyped({ number: "C489449", sign: -1 })).toBe("cancellation");
    expect(untyped({ number: "C496350", sign: 1 })).toBe("invoice");
    expect(untyped({ number: "CX-17", sign: -1 })).toBe("creditNote");
    expect(untyped({ number: "A506401", sign: -1, productName: "Adjust bad debt" })).toBe("correction");
    expect(untyped({ number: "A506401", productName: "Dübel" })).toBe("invoice");
    expect(untyped({ number: "489434", sign: -1 })).toBe("creditNote");
    expect(untyped({ sign: null })).toBe("invoice");
  });

  it("goes by number and sign where the type is unknown", () => {
    expect(documentTypeOf({ type: "ZX9", number: "1", sign: -1, productName: null }, { sap: true })).toBe(
      "creditNote",
    );
  });

  it("recognises SAP's codes by header or cells", () => {
    expect(usesSapCodes("fkart", [])).toBe(true);
    expect(usesSapCodes("belegart", ["F2", "G2"])).toBe(true);
    expect(usesSapCodes("belegart", ["RE", "GS"])).toBe(false);
  });
});

describe("documentTypeSql", () => {
  it("gives one of the types, and asks no column that the file lacks", () => {
    const sql = documentTypeSql(
      { type: null, number: "c0", amount: "c1", productName: null },
      { sap: false },
    );
    expect(sql).not.toContain("null");
    const results = [...sql.matchAll(/(?:THEN|ELSE) '(\w+)'/g)].map((match) => match[1]);
    expect(results.every((result) => documentTypes.some((type) => type === result))).toBe(true);
  });
});
