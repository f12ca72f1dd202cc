import { describe, expect, it } from "vitest";
import { whaleSteps } from "./whale-steps.ts";

describe("pieces of the whale curve", () => {
  const steps = whaleSteps({
    customers: 10,
    points: [
      { customers: 2, cumulativeCents: 800, large: 1, small: 1 },
      { customers: 6, cumulativeCents: 1000, large: 0, small: 4 },
      { customers: 10, cumulativeCents: 700, large: 3, small: 0 },
    ],
  });

  it("begin at nothing and end with all customers", () => {
    expect(steps[0]).toMatchObject({ share: 0, customers: 0, cents: 0 });
    expect(steps.at(-1)).toMatchObject({ from: 0.6, share: 1, customers: 10, cents: 700 });
  });

  it("place their customers in the middle of the piece", () => {
    // (0 + 800) ÷ 2, (800 + 1000) ÷ 2, (1000 + 700) ÷ 2
    expect(steps.slice(1).map((step) => step.middleCents)).toEqual([400, 900, 850]);
  });

  it("know the share of larger ones among those whose size is known", () => {
    expect(steps.slice(1).map((step) => step.largeShare)).toEqual([0.5, 0, 1]);
    const unknown = whaleSteps({
      customers: 1,
      points: [{ customers: 1, cumulativeCents: 5, large: 0, small: 0 }],
    });
    expect(unknown[1]?.largeShare).toBe(0);
  });
});
