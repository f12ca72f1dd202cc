import { expect, it } from "vitest";
import { logAddExp } from "./log-add-exp.ts";

it("adds in logarithms", () => {
  // ln(2 + 3) = ln 5
  expect(logAddExp(Math.log(2), Math.log(3))).toBeCloseTo(Math.log(5), 15);
});

it("neither overflows nor underflows", () => {
  expect(logAddExp(1000, 1000)).toBeCloseTo(1000 + Math.LN2, 12);
  expect(logAddExp(-1000, -1000)).toBeCloseTo(-1000 + Math.LN2, 12);
  expect(logAddExp(800, -800)).toBe(800);
});

it("takes −Infinity as probability zero", () => {
  expect(logAddExp(Number.NEGATIVE_INFINITY, -3)).toBe(-3);
  expect(logAddExp(-3, Number.NEGATIVE_INFINITY)).toBe(-3);
  expect(logAddExp(Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY)).toBe(Number.NEGATIVE_INFINITY);
});
