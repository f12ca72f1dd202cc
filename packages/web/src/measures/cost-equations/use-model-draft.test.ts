import { describe, expect, it } from "vitest";
import { changedCodes } from "./use-model-draft.ts";

describe("changes of a model that are not saved yet", () => {
  const before = [
    { code: "a", equation: "5" },
    { code: "b", equation: "2 + 1*lines" },
  ];

  it("are the items that differ, are new or are gone", () => {
    expect([...changedCodes(before, before)]).toEqual([]);
    expect([...changedCodes(before, [{ code: "a", equation: "6" }, ...before.slice(1)])]).toEqual(["a"]);
    expect([...changedCodes(before, [...before, { code: "c", equation: "1" }])]).toEqual(["c"]);
    expect([...changedCodes(before, before.slice(1))]).toEqual(["a"]);
  });

  it("are none once a change is taken back", () => {
    expect(changedCodes(before, [{ code: "a", equation: "5" }, ...before.slice(1)]).size).toBe(0);
  });
});
