import { describe, expect, it } from "vitest";
import { leverOptions } from "../lever-options.ts";
import { optionCandidates, quarterStart } from "./option-candidates.ts";

const nested = [
  { code: "small", name: "small", bit: 0, customers: 10, parent: null, rows: [] },
  { code: "trade", name: "trade", bit: 1, customers: 5, parent: 0, rows: [] },
];
const plan = (segment: string) => ({
  name: "p",
  snapshot: "latest",
  assignments: [{ option: "L3a", segment, from: "2027-07-01", params: { thresholdCents: 7_700 } }],
});

describe("optionCandidates", () => {
  it("takes the decisions of the plan for the segment or for the one around it", () => {
    const [small, trade] = optionCandidates(nested, leverOptions, plan("small"), "2026-11-23");
    for (const unit of [small, trade])
      expect(unit?.get("L3a")).toMatchObject({ from: "2027-07-01", params: { thresholdCents: 7_700 } });
    const [around, within] = optionCandidates(nested, leverOptions, plan("trade"), "2026-11-23");
    expect(around?.get("L3a")?.params.thresholdCents).not.toBe(7_700);
    expect(within?.get("L3a")?.params.thresholdCents).toBe(7_700);
  });

  it("starts gives next quarter and takes a quarter later, to be looked at again after a year", () => {
    const [small] = optionCandidates(nested, leverOptions, plan("trade"), "2026-11-23");
    expect(small?.get("L5a")).toMatchObject({ from: "2027-01-01", review: null });
    expect(small?.get("L3a")).toMatchObject({ from: "2027-04-01", review: "2028-04-01" });
  });

  it("has every option", () => {
    const [small] = optionCandidates(nested, leverOptions, plan("trade"), "2026-11-23");
    expect([...small!.keys()]).toEqual(leverOptions.map(({ code }) => code));
  });
});

describe("quarterStart", () => {
  it.each([
    ["2026-11-23", 1, "2027-01-01"],
    ["2026-01-01", 1, "2026-04-01"],
    ["2026-12-31", 5, "2028-01-01"],
  ])("%s, %i quarters on: %s", (day, after, expected) => {
    expect(quarterStart(day, after)).toBe(expected);
  });
});
