import { parameterSpecs } from "@kleinod/engine/segments/parameters.ts";
import { describe, expect, it } from "vitest";
import { formatsOf } from "../i18n/format.ts";
import { parameterShape, parameterText } from "./parameter-text.ts";

const format = formatsOf("de-CH");
const plain = (text: string | null) => text?.replace(/\u00a0/g, " ") ?? null;

describe("a parameter in words", () => {
  it("shows money in francs, shares in percent and tables row by row", () => {
    const text = (value: unknown, unit: string) => plain(parameterText({ value, unit }, "CHF", format));
    expect(text(1_000_000, "cents per 12 months")).toBe("CHF 10’000");
    expect(text(0.2, "ratio")).toBe("20 %");
    expect(text({ EUR: 0.94 }, "company currency per unit")).toBe("EUR 0.94");
    expect(text(null, "ISO 4217")).toBeNull();
    expect(text({}, "ratio of sales")).toBeNull();
  });

  it("knows a form for each parameter that there is", () => {
    const shapes = Object.fromEntries(
      parameterSpecs.map((spec) => [spec.code, parameterShape({ value: spec.default, unit: spec.unit })]),
    );
    expect(shapes).toEqual({
      "company.name": "text",
      "company.currency": "text",
      "company.rates": "table",
      "size.lineCents": "cents",
      "size.hysteresisRatio": "ratio",
      "rhythm.slowingQuantile": "ratio",
      "rhythm.dormantQuantile": "ratio",
      "rhythm.lostProbability": "ratio",
      "rhythm.peerWeight": "number",
      "margin.byGroup": "table",
      "matching.mergeAbove": "ratio",
    });
  });
});
