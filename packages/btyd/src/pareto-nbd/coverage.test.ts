import { expect, it } from "vitest";
import { random } from "../../test/random.ts";
import { simulateParetoNbd } from "../../test/simulate-pareto-nbd.ts";
import { quantityInterval } from "../fits/quantity-interval.ts";
import { fitParetoNbd } from "./fit.ts";
import { paretoNbd } from "./model.ts";

it("a nominal 90 % interval of a customer's expectation covers the truth in 85 to 95 %", () => {
  const truth = { r: 1.5, alpha: 5, s: 1.2, beta: 18 };
  const customer = { frequency: 4, recency: 16, age: 26 };
  const actual = paretoNbd(truth).conditionalExpectedTransactions(13, customer);
  const next = random(21);
  const sets = 200;
  let covered = 0;
  for (let set = 0; set < sets; set++) {
    const simulated = simulateParetoNbd(next, truth, 400, () => 26, 0);
    const inDays = {
      ...simulated,
      recency: simulated.recency.map((time) => Math.max(0.5, Math.round(2 * time) / 2)),
    };
    const interval = quantityInterval(fitParetoNbd(inDays), (params) =>
      paretoNbd(params).conditionalExpectedTransactions(13, customer),
    );
    if (interval !== null && interval.low <= actual && actual <= interval.high) covered += 1;
  }
  expect(covered / sets).toBeGreaterThan(0.85);
  expect(covered / sets).toBeLessThan(0.95);
});
