import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { colognePhonetics } from "./cologne-phonetics.ts";
import { parseCompanyName, parseLegalForm } from "./company-name.ts";
import { foldText } from "./fold-text.ts";

const core = (name: string, name2: string | null = null): string | undefined =>
  parseCompanyName(name, name2)?.coreWords.join(" ");

describe("folding", () => {
  it.each([
    ["Müller", "Mueller", "MULLER"],
    ["Bäuerle", "Baeuerle", "bäuerle"],
    ["Strässle", "Straessle", "Strassle"],
    ["Gärtnerei Öhler", "Gaertnerei Oehler", "GARTNEREI OHLER"],
    ["Société Générale", "Societe Generale", "société-générale"],
    ["L'Atelier", "L’Atelier", "LATELIER"],
  ])("takes %s, %s and %s for the same word", (...spellings) => {
    expect(new Set(spellings.map(foldText)).size).toBe(1);
  });

  it("leaves ue after a, e and q alone: it is no umlaut", () => {
    expect(["Bauer", "Neue", "Quelle"].map(foldText)).toEqual(["bauer", "neue", "quelle"]);
  });

  it("does not care for case and outer punctuation", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
        expect(foldText(`. ${text.toUpperCase()} !`)).toBe(foldText(text));
      }),
      { seed: 1 },
    );
  });
});

describe("company names", () => {
  it.each([
    ["Huber AG", "stock"],
    ["Huber A.G.", "stock"],
    ["Huber SA", "stock"],
    ["Huber Sàrl", "privateLimited"],
    ["Huber S.à r.l.", "privateLimited"],
    ["Huber G.m.b.H.", "privateLimited"],
    ["Huber Sagl", "privateLimited"],
    ["Huber Ltd.", "privateLimited"],
    ["Huber Inc.", "stock"],
    ["Huber S.p.A.", "stock"],
    ["Huber S.r.l.", "privateLimited"],
    ["Huber SARL", "privateLimited"],
    ["Huber e.K.", "soleTrader"],
    ["Huber e.U.", "soleTrader"],
    ["Einzelfirma Huber", "soleTrader"],
    ["Huber OHG", "generalPartnership"],
    ["Huber & Co.", "generalPartnership"],
    ["Huber KG", "limitedPartnership"],
    ["Huber & Co. KG", "limitedPartnership"],
    ["Huber GmbH & Co. KG", "limitedPartnershipWithLimited"],
    ["Huber Genossenschaft", "cooperative"],
    ["Huber AG in Liquidation", "stock"],
    ["Huber", null],
  ])("%s is Huber with form %s", (name, legalForm) => {
    expect(parseCompanyName(name)).toEqual({ coreWords: ["huber"], tradeWords: [], legalForm });
  });

  it("keeps trade words apart from who it is, and does without connectors and lone initials", () => {
    expect(parseCompanyName("H. Meier und Söhne Elektro Schweiz AG")).toEqual({
      coreWords: ["meier"],
      tradeWords: ["elektro", "schweiz", "sohne"],
      legalForm: "stock",
    });
  });

  it("takes trade words as the name where there is no other", () => {
    expect(core("Holzbau Bau GmbH")).toBe("holzbau bau");
  });

  it("joins initials: A. B. C. Bau is ABC Bau", () => {
    expect(core("A. B. C. Bau")).toBe(core("ABC Bau"));
  });

  it("reads the second line only where it finishes the name", () => {
    expect(core("Zgraggen Fenster", "Türen Systemtechnik GmbH")).toBe("zgraggen fenster turen systemtechnik");
    expect(core("Zgraggen GmbH", "Abteilung Einkauf")).toBe("zgraggen");
    expect(parseCompanyName("Zgraggen", "GmbH")?.legalForm).toBe("privateLimited");
  });

  it("gives null for nothing, and keeps a name that is only a form", () => {
    expect(parseCompanyName("–")).toBeNull();
    expect(parseCompanyName(null)).toBeNull();
    expect(core("AG")).toBe("ag");
  });

  it("reads a legal form from its own column", () => {
    expect([parseLegalForm("GesmbH"), parseLegalForm("?"), parseLegalForm(null)]).toEqual([
      "privateLimited",
      null,
      null,
    ]);
  });
});

describe("Kölner Phonetik", () => {
  // Wikipedia's examples of Postel's rules, and the names that motivated them.
  it.each([
    ["muller", "657"],
    ["meier", "67"],
    ["maier", "67"],
    ["mayr", "67"],
    ["wikipedia", "3412"],
    ["breschnew", "17863"],
  ])("%s sounds like %s", (word, code) => {
    expect(colognePhonetics(word)).toBe(code);
  });
});
