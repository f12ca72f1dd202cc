import type { LinearModel } from "@kleinod/engine/programme/optimiser/solver-contract.ts";
import { afterAll, describe, expect, it } from "vitest";
import { Cancelled } from "../../import/progress.ts";
import { HighsSolver } from "./highs-solver.ts";

const solver = new HighsSolver();
afterAll(() => solver.close());
const exact = { timeLimitSeconds: 20, relativeGap: 0 };

function knapsack(capacity: number, weights: readonly number[], profits: readonly number[]): LinearModel {
  return {
    columns: profits.map((value) => ({ value, kind: "binary" })),
    rows: [{ terms: weights.map((weight, index) => [index, weight] as const), sense: "<=", limit: capacity }],
  };
}

describe("HiGHS in a thread", () => {
  it("solves the published knapsack P01: 92 + 57 + 49 + 68 + 43 = 309 at weight 23 + 31 + 29 + 44 + 38 = 165", async () => {
    const weights = [23, 31, 29, 44, 53, 38, 63, 85, 89, 82];
    const profits = [92, 57, 49, 68, 60, 43, 67, 84, 87, 72];
    const found = await solver.solve(knapsack(165, weights, profits), exact);
    expect(found).toMatchObject({ status: "optimal", objective: 309, bound: 309 });
    expect(found.values).toEqual([1, 1, 1, 1, 0, 1, 0, 0, 0, 0]);
  });

  it("solves the published knapsack P07 to 1458, and its relaxation is a bound", async () => {
    const weights = [70, 73, 77, 80, 82, 87, 90, 94, 98, 106, 110, 113, 115, 118, 120];
    const profits = [135, 139, 149, 150, 156, 163, 173, 184, 192, 201, 210, 214, 221, 229, 240];
    const model = knapsack(750, weights, profits);
    const found = await solver.solve(model, exact);
    expect(found.objective).toBeCloseTo(1458, 6);
    const used = weights.reduce((sum, weight, index) => sum + weight * (found.values?.[index] ?? 0), 0);
    expect(used).toBeLessThanOrEqual(750);
    const relaxed = await solver.solve(model, { ...exact, relaxed: true });
    expect(relaxed.objective).toBeGreaterThanOrEqual(1458);
    expect(relaxed.objective).toBeLessThan(1458 + 240);
  });

  it("says that nothing keeps the limits", async () => {
    const model: LinearModel = {
      columns: [{ value: 1, kind: "binary" }],
      rows: [{ terms: [[0, 1]], sense: ">=", limit: 2 }],
    };
    expect((await solver.solve(model, exact)).status).toBe("infeasible");
  });

  it("stops at the time limit with what it has and its bound", async () => {
    const started = performance.now();
    const found = await solver.solve(marketSplit(40, 5), { timeLimitSeconds: 0.5, relativeGap: 0 });
    expect(found.status).toBe("timeLimit");
    expect((performance.now() - started) / 1000).toBeLessThan(5.5);
    if (found.objective !== null) expect(found.bound).toBeGreaterThanOrEqual(found.objective);
  });

  it("ends at once when it is cancelled, in the midst of solving", async () => {
    const abort = new AbortController();
    const cancelled = new HighsSolver(abort.signal);
    await cancelled.solve(knapsack(1, [1], [1]), exact);
    const running = cancelled.solve(marketSplit(40, 5), { timeLimitSeconds: 60, relativeGap: 0 });
    const started = performance.now();
    setTimeout(() => abort.abort(), 100);
    await expect(running).rejects.toBeInstanceOf(Cancelled);
    expect(performance.now() - started).toBeLessThan(10_000);
    await expect(cancelled.solve(knapsack(1, [1], [1]), exact)).rejects.toBeInstanceOf(Cancelled);
  });
});

/** Market split (Cornuéjols and Dawande 1998): tiny, and out of reach of branch and bound. */
function marketSplit(columns: number, rows: number): LinearModel {
  let state = 12_345;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % 100;
  };
  const slack = (row: number, side: number) => columns + 2 * row + side;
  const model = Array.from({ length: rows }, (_, row) => {
    const coefficients = Array.from({ length: columns }, next);
    const half = Math.floor(coefficients.reduce((sum, value) => sum + value, 0) / 2);
    const terms = coefficients.map((value, index) => [index, value] as const);
    const both = [[slack(row, 0), 1] as const, [slack(row, 1), -1] as const];
    return { terms: [...terms, ...both], sense: "=" as const, limit: half };
  });
  return {
    columns: [
      ...Array.from({ length: columns }, () => ({ value: 0, kind: "binary" as const })),
      ...Array.from({ length: 2 * rows }, () => ({ value: -1, kind: "continuous" as const })),
    ],
    rows: model,
  };
}
