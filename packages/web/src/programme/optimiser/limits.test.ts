import { describe, expect, it } from "vitest";
import { requestOf } from "./limits.ts";

describe("limits of the optimiser in the address", () => {
  it("become cents, and what is empty is no limit", () => {
    expect(requestOf({ budget: "250000", giveTake: "-12.5", pressure: "", keep: "1" })).toEqual({
      budgetCentsPerYear: 25_000_000,
      giveTakeMin: -1_250,
      timeLimitSeconds: 30,
    });
  });

  it("keep the chosen plan only where one is chosen", () => {
    expect(requestOf({ plan: "7", keep: "1", seconds: "5" })).toEqual({
      planId: 7,
      keepPlan: true,
      timeLimitSeconds: 5,
    });
  });

  it("a word where a number belongs is no limit rather than NaN", () => {
    expect(requestOf({ budget: "viel" })).toEqual({ timeLimitSeconds: 30 });
  });
});
