import { describe, expect, it } from "vitest";
import { quietReason } from "./quiet-reason.ts";

const quiet = {
  rhythmState: "dormant",
  daysSinceLast: 90,
  usualGapDays: 21.4,
  dormantAfterDays: 60.2,
  orders: 12,
};

describe("quietReason", () => {
  it("names the usual gap, the silence and the limit", () => {
    expect(quietReason(quiet).de).toBe(
      "Kauft sonst etwa alle 21 Tage, seit 90 Tagen nicht mehr; eine Pause über 60 Tage wäre ungewöhnlich.",
    );
    expect(quietReason(quiet).en).toContain("not for 90 days");
  });

  it("does not speak of a usual gap where there was one purchase", () => {
    expect(quietReason({ ...quiet, orders: 1 }).de).toMatch(/^Kaufte einmal, vor 90 Tagen/);
  });

  it("says so when the rhythm is unclear or there was no purchase", () => {
    expect(quietReason({ ...quiet, usualGapDays: null, dormantAfterDays: null }).de).toContain("unklar");
    expect(quietReason({ ...quiet, daysSinceLast: null }).en).toBe("Has never bought.");
  });
});
