import { describe, expect, it } from "vitest";
import { Random, WeightedChoice } from "./random.ts";

const draws = 200_000;
const mean = (draw: () => number) => {
  let sum = 0;
  for (let i = 0; i < draws; i++) sum += draw();
  return sum / draws;
};

describe("Random", () => {
  it("repeats itself for the same seed and path, and only for them", () => {
    const first = (...path: (string | number)[]) => {
      const random = new Random(7, ...path);
      return [random.next(), random.next(), random.next()].join();
    };
    expect(first("firm", 4711)).toBe(first("firm", 4711));
    expect(first("firm", 4711)).not.toBe(first("firm", 4712));
    expect(first("firm", 4711)).not.toBe(first("spelling", 4711));
  });

  it("is uniform enough: every tenth of [0, 1) gets a tenth of the draws within half a per cent", () => {
    const random = new Random(1);
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < draws; i++) tenths[Math.floor(random.next() * 10)]! += 1;
    for (const count of tenths) expect(Math.abs(count / draws - 0.1)).toBeLessThan(0.005);
  });

  it("draws each distribution with its mean", () => {
    const random = new Random(2);
    expect(mean(() => random.normal())).toBeCloseTo(0, 1);
    expect(mean(() => random.normal() ** 2)).toBeCloseTo(1, 1);
    expect(mean(() => random.lognormal(100, 0.8)) / 100).toBeCloseTo(1, 1);
    // shape × scale, above and below shape 1
    expect(mean(() => random.gamma(2.5, 4))).toBeCloseTo(10, 0);
    expect(mean(() => random.gamma(0.15, 2))).toBeCloseTo(0.3, 1);
    expect(mean(() => random.poisson(0.5))).toBeCloseTo(0.5, 1);
    expect(mean(() => random.poisson(80)) / 80).toBeCloseTo(1, 1);
    // 2 / (2 + 3)
    expect(mean(() => random.beta(2, 3))).toBeCloseTo(0.4, 1);
    expect(mean(() => random.exponential(3))).toBeCloseTo(3, 1);
  });

  it("chooses by weight and never what weighs nothing", () => {
    const random = new Random(3);
    const choice = new WeightedChoice([3, 0, 1]);
    const counts = [0, 0, 0];
    for (let i = 0; i < draws; i++) counts[choice.draw(random)]! += 1;
    expect(counts[0]! / draws).toBeCloseTo(0.75, 1);
    expect(counts[1]).toBe(0);
  });
});
