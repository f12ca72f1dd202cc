import { describe, expect, it } from "vitest";
import { random } from "../../test/random.ts";
import { simulateBgBb } from "../../test/simulate-bg-bb.ts";
import { compressOpportunities } from "./compress-opportunities.ts";
import { fitBgBb } from "./fit.ts";
import { bgBbObjective } from "./objective.ts";
import { pilotOpportunities } from "./pilot-opportunities.ts";

const truth = { alpha: 1, beta: 3, gamma: 0.5, delta: 40 };
const simulated = simulateBgBb(random(14), truth, 8000, (next) => 20 + Math.floor(180 * next()), 0);
const whole = compressOpportunities(simulated);

describe("a large table", () => {
  it("is piloted by whole pairs of opportunities and purchases, about every 17th", () => {
    const pilot = pilotOpportunities(whole)!;
    expect(whole.weight.length).toBeGreaterThan(4000);
    const pairs = ({ frequency, opportunities }: typeof whole) =>
      new Set(Array.from(frequency, (x, row) => `${opportunities[row]} ${x}`));
    expect(pairs(pilot).size).toBe(Math.ceil(pairs(whole).size / 17));
    const kept = pairs(pilot);
    const rows = Array.from(whole.frequency, (x, row) => `${whole.opportunities[row]} ${x}`);
    expect(pilot.weight.length).toBe(rows.filter((pair) => kept.has(pair)).length);
  });

  it("is fitted to its own maximum nevertheless", () => {
    const { params, converged } = fitBgBb(simulated);
    const gradient = new Float64Array(4);
    bgBbObjective(whole)(Float64Array.from(Object.values(params), Math.log), gradient);
    expect(converged).toBe(true);
    for (const slope of gradient) expect(Math.abs(slope)).toBeLessThan(1e-6);
  });
});

it("is not made of a small table", () => {
  expect(
    pilotOpportunities(compressOpportunities({ frequency: [1], recency: [2], opportunities: [3] })),
  ).toBeNull();
});
