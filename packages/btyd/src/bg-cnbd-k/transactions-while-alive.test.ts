import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { transactionsByQuadrature, transactionsWhileAlive } from "./transactions-while-alive.ts";

const near = (found: number, expected: number, relative: number) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));
const between = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);

it("agrees with the integral over the leaving probability, whatever the parameters", () => {
  fc.assert(
    fc.property(
      between(0.02, 300),
      between(0.5, 200),
      between(0.02, 200),
      between(0.02, 500),
      between(0.01, 2000),
      (shape, rate, a, b, horizon) => {
        const expected = transactionsByQuadrature(shape, rate, a, b, horizon);
        near(transactionsWhileAlive(shape, rate, a, b, horizon), expected, 1e-8);
      },
    ),
    { seed: 5, numRuns: 3000 },
  );
});

describe("at a = 1", () => {
  // Times the probability of being active these are the values of the reference table.
  const at = (a: number) => transactionsWhileAlive(2.243, 4.414 + 38.86, a, 2.426 + 2, 39);

  it("is an ordinary point", () => {
    near(at(1), (at(0.999) + at(1.001)) / 2, 1e-6);
    near(at(1 + 1e-9), at(1), 1e-8);
    near(at(1 - 1e-13), at(1), 1e-12);
  });

  it("has the elementary value for a = b = 1, shape 1", () => {
    // ∫ horizon / (rate + p·horizon) dp over 0…1 = ln(1 + horizon / rate)
    near(transactionsWhileAlive(1, 3, 1, 1, 12), Math.log(5), 1e-12);
  });
});

describe("at the edges", () => {
  it("is 0 for no horizon", () => {
    expect(transactionsWhileAlive(0.3, 4, 0.8, 2.5, 0)).toBe(0);
  });

  it("approaches shape / rate · horizon for a short horizon", () => {
    near(transactionsWhileAlive(0.3, 4, 0.8, 2.5, 1e-7), (0.3 / 4) * 1e-7, 1e-6);
  });

  it("approaches rate · horizon when nobody leaves", () => {
    near(transactionsWhileAlive(2, 4, 1e-6, 50, 30), (2 / 4) * 30, 1e-5);
  });

  it("approaches the expected number until leaving for an endless horizon", () => {
    // E[1/p] = (a + b − 1) / (a − 1)
    near(transactionsWhileAlive(2, 4, 3, 5, 1e9), 7 / 2, 1e-6);
  });

  it("stays finite for thousands of purchases and for parameters on a ridge", () => {
    near(
      transactionsWhileAlive(5000.2, 120, 0.8, 5002, 52),
      transactionsByQuadrature(5000.2, 120, 0.8, 5002, 52),
      1e-9,
    );
    // a, b of a fit that ran off; p is practically 1223 / 10267, so E = (1 − (α/(α + p·t))^shape) / p
    const p = 1223 / 10_267;
    near(transactionsWhileAlive(0.6, 20, 1223, 9044, 52), (1 - (20 / (20 + p * 52)) ** 0.6) / p, 1e-3);
  });
});
