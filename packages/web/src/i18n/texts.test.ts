import { describe, expect, it } from "vitest";
import { de } from "./de.ts";
import { en } from "./en.ts";

interface Text {
  readonly key: string;
  readonly text: string;
}

function textsOf(tree: unknown, path: string): Text[] {
  if (typeof tree === "string") return [{ key: path, text: tree }];
  if (tree === null || typeof tree !== "object") return [];
  return Object.entries(tree).flatMap(([key, value]) => textsOf(value, path === "" ? key : `${path}.${key}`));
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
const german = textsOf(de, "");
const english = new Map(textsOf(en, "").map(({ key, text }) => [key, text]));

/** Words of domain.md §4.3, marks that a calm text does not need, and notes that nobody outside has. */
const unwanted =
  /unrentabel|Karteileiche|Kleinvieh|D-Kunde|lästig|Störenfried|bottom feeder|tail-end|\bfire\b|!|domain\.md|methods\.md/i;

describe("texts", () => {
  it("fill the same values in both languages", () => {
    const different = german.filter(
      ({ key, text }) => placeholders(text).join() !== placeholders(english.get(key) ?? "").join(),
    );
    expect(different.map(({ key }) => key)).toEqual([]);
  });

  it("use none of the words that the product must not show", () => {
    const all = [...german, ...textsOf(en, "")];
    expect(all.filter(({ text }) => unwanted.test(text))).toEqual([]);
  });

  it("are never empty", () => {
    const all = [...german, ...textsOf(en, "")];
    expect(all.filter(({ text }) => text.trim() === "")).toEqual([]);
  });
});
