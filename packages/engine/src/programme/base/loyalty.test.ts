import { describe, expect, it } from "vitest";
import { assumedChurnRatio, churnOf, growthOf, type LoyaltyInput, loyalty } from "./loyalty.ts";

const unknown = Number.NaN;
const input = (rows: readonly (readonly [number, number, number, number, number])[]): LoyaltyInput => {
  const column = (index: number) => Float64Array.from(rows, (row) => row[index]!);
  return {
    activeRatio: column(0),
    expectedOrders: column(1),
    salesCents: column(2),
    previousSalesCents: column(3),
    ordersLast12: column(4),
  };
};

describe("churn and growth of customers", () => {
  it("is the chance of no purchase within twelve months", () => {
    // 1 − .8 + .8 × e^(−1.6 ÷ .8) = .2 + .8 × .135335
    expect(churnOf(0.8, 1.6)).toBeCloseTo(0.308268, 6);
  });

  it("stays between 0.5 % and 95 %", () => {
    expect(churnOf(1, 60)).toBe(0.005);
    expect(churnOf(0.001, 0.001)).toBe(0.95);
    expect(churnOf(0, 0)).toBe(0.95);
  });

  it("draws a customer's trend towards that of the base", () => {
    // 12 orders weigh as much as the base: half way between 2 % and 10 %.
    expect(growthOf(0.1, 12, 0.02)).toBeCloseTo(0.06, 12);
    expect(growthOf(5, 1_000, 0.02)).toBe(0.3);
  });

  it("gives the mean of the others to customers without an expectation", () => {
    const { churnRatio, withoutExpectation } = loyalty(
      input([
        [0.8, 1.6, 100, 100, 4],
        [unknown, unknown, 0, unknown, 0],
      ]),
    );
    expect(churnRatio[1]).toBeCloseTo(churnRatio[0]!, 12);
    expect(withoutExpectation).toBe(1);
  });

  it("counts who bought no more where there is no model", () => {
    const { churnRatio, isAssumed } = loyalty(
      input([
        [unknown, unknown, 100, 100, 4],
        [unknown, unknown, 100, 100, 4],
        [unknown, unknown, 0, 100, 0],
        [unknown, unknown, 50, 100, 4],
      ]),
    );
    expect([...churnRatio]).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(isAssumed).toBe(false);
  });

  it("assumes a loss, and says so, where nothing is known", () => {
    const { churnRatio, growthRatio, isAssumed } = loyalty(input([[unknown, unknown, 100, unknown, 4]]));
    expect(churnRatio[0]).toBe(assumedChurnRatio);
    expect(growthRatio[0]).toBe(0);
    expect(isAssumed).toBe(true);
  });
});
