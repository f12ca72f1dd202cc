import { describe, expect, it } from "vitest";
import { alwaysIn, checkFixedChoices } from "./check-fixed-choices.ts";

const nested = [
  { code: "small", name: "small", bit: 0, customers: 10, parent: null, rows: [] },
  { code: "trade", name: "trade", bit: 1, customers: 5, parent: 0, rows: [] },
  { code: "care", name: "care", bit: 2, customers: 2, parent: 0, rows: [] },
];
const options = new Set(["L3a", "L5a"]);
const choice = (segment: string, option: string, must: "in" | "out") => ({ segment, option, must });

describe("checkFixedChoices", () => {
  it.each([
    [[choice("trade", "L3a", "in"), choice("trade", "L3a", "out")], /in and out of "trade" at once/],
    [[choice("small", "L5a", "in"), choice("care", "L5a", "out")], /hence in "care" within it/],
    [[choice("nobody", "L5a", "in")], /names the segment "nobody"; there are small, trade, care/],
    [[choice("trade", "L9z", "in")], /names the option "L9z"/],
  ])("declines %j", (fixed, expected) => {
    expect(checkFixedChoices(fixed, nested, options)?.message.en).toMatch(expected);
  });

  it("allows what goes together: in within, out around", () => {
    const fixed = [choice("trade", "L3a", "in"), choice("small", "L3a", "out"), choice("care", "L3a", "out")];
    expect(checkFixedChoices(fixed, nested, options)).toBeNull();
  });

  it("a choice for the segment around holds within", () => {
    expect(alwaysIn([choice("small", "L5a", "in")], nested, 1)).toEqual(["L5a"]);
    expect(alwaysIn([choice("trade", "L5a", "in")], nested, 0)).toEqual([]);
  });
});
