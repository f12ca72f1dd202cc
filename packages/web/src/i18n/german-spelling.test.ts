import { customerColumns } from "@kleinod/engine/measures/customer-columns.ts";
import { describe, expect, it } from "vitest";
import { de } from "./de.ts";
import { germanSpelling } from "./german-spelling.ts";

/** Words with a short vowel, which keep their ss in Germany and Austria too. */
const keepsDoubleS =
  /ss$|fass|Fass|Pass|Mess|dessel|lass|lässt|Lässt|pass|müss|wiss|iss|mess|Adress|[Ss]chlüss|schloss|besser|dass|klass|Klass|noss|ozess|wässer|lässlich|nteresse|^assign/;

function wordsOf(tree: unknown): string[] {
  if (typeof tree === "string") return tree.replace(/\{\{\w+\}\}/g, "").split(/[^\p{L}]+/u);
  if (tree === null || typeof tree !== "object") return [];
  return Object.values(tree).flatMap(wordsOf);
}

describe("German spelling", () => {
  it("gives ß back after long vowels and leaves ss after short ones", () => {
    expect(germanSpelling("Grössere Kunden gemäss Strasse, ausser dass sie schliessen", "de-DE")).toBe(
      "Größere Kunden gemäß Straße, außer dass sie schließen",
    );
  });

  it("leaves Swiss texts and English ones alone", () => {
    expect(germanSpelling("Grösse", "de-CH")).toBe("Grösse");
    expect(germanSpelling("gross", "en")).toBe("gross");
  });

  it("knows every word with ss that our texts use", () => {
    const labels = customerColumns.flatMap((column) => [column.label.de, column.description.de]);
    const unknown = [...wordsOf(de), ...labels.flatMap(wordsOf)]
      .filter((word) => word.includes("ss") && !/[a-z][A-Z]/.test(word))
      .filter((word) => germanSpelling(word, "de-DE").includes("ss") && !keepsDoubleS.test(word));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it("uses no ß in the Swiss base", () => {
    expect(wordsOf(de).filter((word) => word.includes("ß"))).toEqual([]);
  });
});
