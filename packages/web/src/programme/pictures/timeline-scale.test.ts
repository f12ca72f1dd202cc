import type { TimelineEntry } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { describe, expect, it } from "vitest";
import { timelineScale } from "./timeline-scale.ts";

const entry = (liveFrom: string, part: Partial<TimelineEntry> = {}): TimelineEntry => ({
  segment: "small",
  option: "L3a",
  kind: "take",
  liveFrom,
  reviewOn: null,
  earliest: null,
  ...part,
});

describe("The axis of the timeline", () => {
  it("spans whole months over every day that is named", () => {
    const because = { de: "", en: "" };
    const scale = timelineScale(
      [entry("2027-01-10"), entry("2027-02-01", { earliest: { day: "2027-03-02", rule: "CR03", because } })],
      // 31 + 28 + 31 days from 1 January to 1 April: ten pixels a day.
      900,
    );
    expect(scale.x("2027-01-01")).toBe(0);
    expect(scale.x("2027-01-10")).toBeCloseTo(90);
    expect(scale.x("2027-04-01")).toBeCloseTo(900);
    expect(scale.ticks).toEqual(["2027-01-01", "2027-02-01", "2027-03-01", "2027-04-01"]);
  });

  it("has as many ticks as fit", () => {
    const entries = [entry("2027-01-01", { reviewOn: "2027-12-31" })];
    // Twelve months on 240 pixels: 20 each, so that a tick of 64 pixels takes six of them (120), as three give 60 only.
    expect(timelineScale(entries, 240).ticks).toEqual(["2027-01-01", "2027-07-01", "2028-01-01"]);
  });

  it("holds for a single day", () => {
    expect(timelineScale([entry("2027-05-01")], 310).x("2027-05-02")).toBeCloseTo(10);
  });
});
