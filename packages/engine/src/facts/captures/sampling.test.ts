import { describe, expect, it } from "vitest";
import { activityTimes, questionsAsked, roleTimes, type TimeSample } from "./sampling.ts";

const sample = (
  activity: string | null,
  minutes: number | null,
  sizeClass: string | null = null,
): TimeSample => ({
  role: "fieldSales",
  activity,
  minutes,
  sizeClass,
});

describe("time sampling", () => {
  it("gives shares of time with Wilson intervals and mean minutes with Student's", () => {
    const samples = [10, 12, 14].map((minutes) => sample("call", minutes));
    const [call, other] = activityTimes([...samples, sample(null, null)]);
    expect(call).toMatchObject({ activity: "call", samples: 3, timeRatio: 0.75, timed: 3, meanMinutes: 12 });
    // mean 12, s = 2, t(0.9; 2) = 1.886: 12 ± 1.886 · 2 ÷ √3
    expect(call?.highMinutes).toBeCloseTo(12 + (1.886 * 2) / Math.sqrt(3), 6);
    expect(call?.lowMinutes).toBeCloseTo(12 - (1.886 * 2) / Math.sqrt(3), 6);
    expect(call?.timeLow).toBeLessThan(0.75);
    expect(other).toMatchObject({ activity: null, timed: 0, meanMinutes: null });
  });

  it("says which share of a role's customer time goes to small customers", () => {
    const samples = [sample("visit", 60, "small"), sample("visit", 60, "large"), sample("visit", 60)];
    expect(roleTimes(samples)).toMatchObject([{ role: "fieldSales", samples: 3, smallRatio: 0.5 }]);
    expect(roleTimes([sample("visit", 60)])[0]?.smallRatio).toBeNull();
  });

  it("counts the questions of work days up to today", () => {
    const campaign = { from: "2026-03-02", to: "2026-03-13", promptsPerDay: 8, people: 30 };
    // Monday to Wednesday of the first week: 3 × 8 × 30
    expect(questionsAsked(campaign, "2026-03-04")).toBe(720);
    // ten work days
    expect(questionsAsked(campaign, "2026-06-01")).toBe(2400);
  });
});
