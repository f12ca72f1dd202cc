import { parameterSpecs } from "@kleinod/engine/programme/parameters.ts";
import { describe, expect, it } from "vitest";
import { formatsOf } from "../i18n/format.ts";
import { parameterShape, parameterText } from "./parameter-text.ts";

const format = formatsOf("de-CH");
const plain = (text: string | null) => text?.replace(/\u00a0/g, " ") ?? null;

describe("a parameter in words", () => {
  it("shows money in francs, shares in percent and tables row by row", () => {
    const text = (value: unknown, unit: string) =>
      plain(parameterText({ value, unit }, "CHF", format, (n) => `${n} entries`));
    expect(text(1_000_000, "cents per 12 months")).toBe("CHF 10’000");
    expect(text(0.2, "ratio")).toBe("20 %");
    expect(text({ EUR: 0.94 }, "company currency per unit")).toBe("EUR 0.94");
    expect(text(null, "ISO 4217")).toBeNull();
    expect(text({}, "ratio of sales")).toBeNull();
  });

  it("counts what is too long to spell out", () => {
    const text = (value: unknown, unit: string) =>
      plain(parameterText({ value, unit }, "CHF", format, (n) => `${n} entries`));
    expect(text([{ code: "a" }, { code: "b" }], "list of activities")).toBe("2 entries");
    expect(text(["field", "expert"], "list of roles")).toBe("field, expert");
    expect(text({ Petra: "keyAccount" }, "role per person or user code")).toBe("Petra keyAccount");
    expect(text({}, "role per person or user code")).toBeNull();
  });

  it("takes the shape from value and unit", () => {
    const shape = (value: unknown, unit: string) => parameterShape({ value, unit });
    expect(shape([], "list of reasons")).toBe("list");
    expect(shape([{ code: "a" }], "list of activities")).toBe("structured");
    expect(shape({}, "reason → failure or value")).toBe("texts");
    expect(shape({ field: 0.3 }, "share of the work per role")).toBe("table");
    expect(shape({ opensAt: "08:00" }, "weekdays 1–7, hh:mm")).toBe("structured");
    expect(shape(12, "months")).toBe("number");
  });

  it("knows a form for each parameter that there is", () => {
    const shapes = parameterSpecs.map((spec) => ({
      code: spec.code,
      shape: parameterShape({ value: spec.default, unit: spec.unit }),
      type: Array.isArray(spec.default) ? "array" : typeof spec.default,
    }));
    // A single figure never becomes a table, and a table never a single figure.
    const single = ["cents", "ratio", "number", "text"];
    for (const { code, shape, type } of shapes) {
      const isTable = type === "array" || (type === "object" && !single.includes(shape));
      expect([code, single.includes(shape)]).toEqual([code, !isTable]);
    }
  });
});
