import { describe, expect, it } from "vitest";
import type { Objective } from "../numerics/minimise-bfgs.ts";
import { fitByLikelihood, type LikelihoodProblem } from "./fit-by-likelihood.ts";

/** Normal data with mean 5 and standard deviation 2: minus the mean log-likelihood in (mean, ln deviation). */
const normal: Objective = (point, gradient) => {
  const [mean, deviation] = [point[0]!, Math.exp(point[1]!)];
  const squares = ((mean - 5) ** 2 + 4) / deviation ** 2;
  gradient[0] = (mean - 5) / deviation ** 2;
  gradient[1] = 1 - squares;
  return Math.log(deviation) + squares / 2;
};

const PROBLEM: LikelihoodProblem = {
  names: ["mean", "deviation"],
  scales: ["identity", "ln"],
  objective: normal,
  starts: [
    [0, 0],
    [3, 1],
    [9, -1],
  ],
  customers: 50,
  tooLittle: null,
  toDataUnits: (point) => point,
};
const TOO_LITTLE = { code: "tooLittleData", message: "Two.", fallback: "A prior." } as const;
const codes = (fit: { warnings: readonly { code: string }[] }) => fit.warnings.map(({ code }) => code);

it("finds the maximum with its standard errors: σ/√n, and σ/√(2n) in the parameter's own unit", () => {
  const fit = fitByLikelihood(PROBLEM);
  expect(fit.values[0]).toBeCloseTo(5, 7);
  expect(fit.values[1]).toBeCloseTo(2, 7);
  expect(fit.value).toBeCloseTo(Math.log(2) + 0.5, 12);
  expect(fit.standardErrors.mean).toBeCloseTo(2 / Math.sqrt(50), 6);
  expect(fit.standardErrors.deviation).toBeCloseTo(2 / Math.sqrt(100), 6);
  expect(fit.uncertainty).toMatchObject({ names: ["mean", "deviation"], scales: ["identity", "ln"] });
  expect(fit).toMatchObject({ converged: true, warnings: [] });
});

it("turns the result into the units of the data, whose logarithms carry the uncertainty unchanged", () => {
  const scaled = fitByLikelihood({
    ...PROBLEM,
    toDataUnits: (point) => Float64Array.of(point[0]!, point[1]! + Math.log(7)),
  });
  expect(scaled.values[1]).toBeCloseTo(14, 6);
  expect(scaled.standardErrors.deviation).toBeCloseTo(14 / Math.sqrt(100), 5);
  expect(scaled.uncertainty!.point[1]).toBeCloseTo(Math.log(14), 7);
  expect(scaled.uncertainty!.covariance[3]).toBeCloseTo(1 / 100, 7);
});

describe("with a weak prior", () => {
  it("gives between the start and the maximum, and says why", () => {
    // One customer: deviation 2, prior deviation 2 around 0: the mean lies half-way where the deviation is 2.
    const fit = fitByLikelihood({ ...PROBLEM, customers: 1, tooLittle: TOO_LITTLE });
    expect(fit.warnings).toEqual([TOO_LITTLE]);
    expect(fit.values[0]).toBeGreaterThan(0.5);
    expect(fit.values[0]).toBeLessThan(4.9);
    expect(fit.value).toBe(normal(fit.point, new Float64Array(2)));
    expect(fit.converged).toBe(true);
  });

  it("is the prior where there is nobody", () => {
    const none: Objective = (_point, gradient) => {
      gradient.fill(0);
      return 0;
    };
    const fit = fitByLikelihood({ ...PROBLEM, objective: none, customers: 0, tooLittle: TOO_LITTLE });
    expect(fit.values).toEqual([0, 1]);
    expect(fit.standardErrors.mean).toBeCloseTo(2, 6);
    expect(fit.standardErrors.deviation).toBeCloseTo(2, 6);
  });
});

/** Only the sum of the coordinates counts, and it is 1. */
const valley: Objective = (point, gradient) => {
  const distance = point[0]! + point[1]! - 1;
  gradient.fill(distance);
  return (distance * distance) / 2;
};

describe("warns of what the data do not bear", () => {
  it("in the words of the ridge, and takes the point nearest to the prior", () => {
    const fit = fitByLikelihood({
      ...PROBLEM,
      names: ["p", "q"],
      scales: ["ln", "ln"],
      objective: valley,
      customers: 1000,
      ridges: [
        { direction: [Math.LN2, -Math.LN2], message: ([p, q]) => `only p·q = ${(p! * q!).toFixed(3)}` },
        { direction: [Math.LN2, Math.LN2], message: () => "no ridge" },
      ],
    });
    expect(fit.warnings).toEqual([
      {
        code: "weaklyIdentified",
        message: "only p·q = 2.718",
        fallback: "A weak prior chose among parameters that the data cannot tell apart.",
      },
    ]);
    expect(fit.point[0]).toBeCloseTo(0.5, 3);
    expect(fit.point[1]).toBeCloseTo(0.5, 3);
    expect(fit.uncertainty).not.toBeNull();
  });

  it("when nobody named the ridge", () => {
    const fit = fitByLikelihood({ ...PROBLEM, scales: ["ln", "ln"], objective: valley, customers: 1000 });
    expect(codes(fit)).toEqual(["weaklyIdentified"]);
    expect(fit.warnings[0]!.message).toMatch(/^The likelihood hardly falls around mean = /);
  });

  it("when a parameter runs away for ever", () => {
    // exp(−x) falls for ever: no maximum, and the search ends where the slope has vanished.
    const runsOff: Objective = (point, gradient) => {
      gradient[0] = -Math.exp(-point[0]!);
      gradient[1] = point[1]!;
      return Math.exp(-point[0]!) + point[1]! ** 2 / 2;
    };
    const fit = fitByLikelihood({ ...PROBLEM, scales: ["ln", "ln"], objective: runsOff, customers: 100 });
    expect(codes(fit)).toEqual(["weaklyIdentified"]);
    expect(fit.warnings[0]!.message).toContain("mean");
    // balance of slope and prior: 100 e^−x = x / 4
    expect(100 * Math.exp(-fit.point[0]!)).toBeCloseTo(fit.point[0]! / 4, 3);
  });

  it("when no step is allowed: the start, without errors, not converged", () => {
    const fit = fitByLikelihood({ ...PROBLEM, maxIterations: 1 });
    expect(codes(fit)).toEqual(["didNotConverge"]);
    expect(fit.warnings[0]!.fallback).toBe("The parameters are those of the start.");
    expect(fit).toMatchObject({ values: [0, 1], converged: false, uncertainty: null });
    expect(fit.standardErrors).toEqual({ mean: null, deviation: null });
  });

  it("when only the prior has a maximum", () => {
    const slope: Objective = (_point, gradient) => {
      gradient[0] = -0.01;
      gradient[1] = 0;
      return -0.01 * _point[0]!;
    };
    const fit = fitByLikelihood({ ...PROBLEM, objective: slope, customers: 10 });
    expect(codes(fit)).toEqual(["didNotConverge"]);
    expect(fit.warnings[0]!.fallback).toBe("A weak prior was added and the search repeated.");
    // 10 · 0.01 = x / 4
    expect(fit.values[0]).toBeCloseTo(0.4, 5);
    expect(fit.converged).toBe(true);
  });
});

describe("a stand-in for the search", () => {
  it("changes the way and not the end", () => {
    const near: Objective = (point, gradient) =>
      normal(
        point.map((x) => x + 0.01),
        gradient,
      );
    const fit = fitByLikelihood({ ...PROBLEM, pilot: near });
    const plain = fitByLikelihood(PROBLEM);
    expect(fit.values[0]).toBeCloseTo(plain.values[0]!, 7);
    expect(fit.values[1]).toBeCloseTo(plain.values[1]!, 7);
  });

  it("that leads nowhere is forgotten", () => {
    const useless: Objective = (_point, gradient) => {
      gradient.fill(1);
      return Number.NaN;
    };
    expect(fitByLikelihood({ ...PROBLEM, pilot: useless }).values).toEqual(fitByLikelihood(PROBLEM).values);
  });

  it("saves evaluations of the true objective", () => {
    let evaluations = 0;
    const counted: Objective = (point, gradient) => {
      evaluations += 1;
      return normal(point, gradient);
    };
    fitByLikelihood({ ...PROBLEM, objective: counted });
    const alone = evaluations;
    evaluations = 0;
    fitByLikelihood({ ...PROBLEM, objective: counted, pilot: normal });
    expect(evaluations).toBeLessThan(alone / 2);
  });
});
