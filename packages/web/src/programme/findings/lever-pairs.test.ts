import { describe, expect, it } from "vitest";
import { isBetween, leverPairsOf, leversOf } from "./lever-pairs.ts";

describe("Levers that a rule speaks of", () => {
  it("are named once, in their order, and unknown options not at all", () => {
    expect(leversOf(["L5a", "L3a", "L3b", "X1"])).toEqual(["L3", "L5"]);
  });

  it("are paired with each other, and a single one with itself", () => {
    expect(leverPairsOf(["L5a", "L2b", "L3f"])).toEqual([
      ["L2", "L3"],
      ["L2", "L5"],
      ["L3", "L5"],
    ]);
    expect(leverPairsOf(["L7a", "L7c"])).toEqual([["L7", "L7"]]);
    expect(leverPairsOf([])).toEqual([]);
  });

  it("lie between two levers whatever the order of the options", () => {
    expect(isBetween({ options: ["L5a", "L3a"] }, ["L3", "L5"])).toBe(true);
    expect(isBetween({ options: ["L5a", "L3a"] }, ["L3", "L3"])).toBe(false);
  });
});
