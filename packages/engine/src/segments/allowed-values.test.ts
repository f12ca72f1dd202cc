import { describe, expect, it } from "vitest";
import { allowedValues } from "./allowed-values.ts";
import { segmentsParameterSpecs } from "./parameters.ts";

describe("allowed values in words", () => {
  it.each([
    ["rhythm.slowingQuantile", "a number above 0 and below 1", "eine Zahl über 0 und unter 1"],
    ["rhythm.peerWeight", "a number from 0 and up to 1000", "eine Zahl ab 0 und bis 1000"],
    ["size.lineCents", "a whole number above 0 or empty (null)", "eine ganze Zahl über 0 oder leer (null)"],
    [
      "company.currency",
      "three capital letters such as CHF or empty (null)",
      "drei Grossbuchstaben wie CHF oder leer (null)",
    ],
    [
      "company.rates",
      "a table {name: value}; name: three capital letters such as CHF; value: a number above 0",
      "eine Tabelle {Name: Wert}; Name: drei Grossbuchstaben wie CHF; Wert: eine Zahl über 0",
    ],
  ])("%s", (code, en, de) => {
    const spec = segmentsParameterSpecs.find((candidate) => candidate.code === code);
    expect(spec && allowedValues(spec.schema)).toEqual({ de, en });
  });
});
