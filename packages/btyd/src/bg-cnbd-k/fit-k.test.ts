import { describe, expect, it } from "vitest";
import { CDNOW_NEEDED, hasCdnow, readCdnowSample } from "../../test/cdnow.ts";
import { readCdnowSampleLog } from "../../test/cdnow-log.ts";
import { random } from "../../test/random.ts";
import { simulateCnbd } from "../../test/simulate-cnbd.ts";
import { summarizeTransactions } from "../transactions/summarize-transactions.ts";
import { fitBgNbd, fitMbgNbd } from "./fit.ts";
import { fitBgCnbdK, fitMbgCnbdK } from "./fit-k.ts";
import { bgCnbdK, mbgCnbdK } from "./model.ts";

const NAMES = ["r", "alpha", "a", "b"] as const;
const TRUTH = { r: 1.4, alpha: 2.5, a: 1.1, b: 4 };
const codes = (fit: { warnings: readonly { code: string }[] }) => fit.warnings.map(({ code }) => code);

function near(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}
function sum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, value) => total + value, 0);
}

describe.each([
  { name: "BG/CNBD-k", leavesAtFirst: false, fitK: fitBgCnbdK, model: bgCnbdK, seed: 24 },
  { name: "MBG/CNBD-k", leavesAtFirst: true, fitK: fitMbgCnbdK, model: mbgCnbdK, seed: 22 },
])("$name on simulated customers with k = 3", ({ leavesAtFirst, fitK, model, seed }) => {
  const simulated = simulateCnbd(
    random(seed),
    { k: 3, leavesAtFirst },
    TRUTH,
    8000,
    (next) => 30 + 20 * next(),
    30,
  );
  const { sumLogIntervals: _, ...summary } = simulated;
  const fit = fitK(simulated);

  it("finds k, the parameters within 10 % and the future total within 5 %", () => {
    expect(fit.params.k).toBe(3);
    for (const name of NAMES) near(fit.params[name], TRUTH[name], 0.1);
    expect(fit.warnings).toEqual([]);
    const predicted = model(fit.params).conditionalExpectedTransactionsEach(30, simulated);
    near(sum(predicted), sum(simulated.future), 0.05);
    near(
      sum(model(fit.params).probabilityAliveEach(simulated)),
      sum(model({ k: 3, ...TRUTH }).probabilityAliveEach(simulated)),
      0.05,
    );
  });

  it("shows the likelihood of every k that it tried, until it fell twice", () => {
    expect(fit.likelihoods.map(({ k }) => k)).toEqual([1, 2, 3, 4, 5]);
    for (const { k, logLikelihood } of fit.likelihoods.slice(1, 3)) {
      const fixed = fitK(simulated, { k });
      near(fixed.logLikelihood, logLikelihood, 1e-12);
      near(model(fixed.params).logLikelihood(simulated), logLikelihood, 1e-9);
    }
    expect(fit.logLikelihood).toBe(fit.likelihoods[2]!.logLikelihood);
  });

  it("finds k without the intervals too, and says so", () => {
    const found = fitK(summary);
    expect(found.params.k).toBe(3);
    expect(codes(found)).toEqual(["regularityFromSummary"]);
    near(model(found.params).logLikelihood(summary), found.logLikelihood, 1e-9);
  });

  it("takes a given k without a word", () => {
    const found = fitK(summary, { k: 2 });
    expect(found.params.k).toBe(2);
    expect(found.likelihoods).toEqual([{ k: 2, logLikelihood: found.logLikelihood }]);
    expect(found.warnings).toEqual([]);
  });

  it("says when a larger k might be better", () => {
    const found = fitK(simulated, { maxK: 2 });
    expect(found.params.k).toBe(2);
    expect(found.warnings.map(({ message }) => message)).toEqual([
      "The likelihood still rises at k = 2, the largest that was tried.",
    ]);
  });

  it("does not depend on the time unit, nor on the order of rows", () => {
    const inDays = fitK(
      {
        ...simulated,
        recency: simulated.recency.map((time) => 7 * time),
        age: simulated.age.map((time) => 7 * time),
        sumLogIntervals: simulated.sumLogIntervals.map(
          (logs, row) => logs + simulated.frequency[row]! * Math.log(7),
        ),
      },
      { k: 3 },
    );
    near(inDays.params.alpha, 7 * fit.params.alpha, 1e-6);
    near(inDays.params.b, fit.params.b, 1e-6);
    // Every purchase has a seventh of the density.
    near(inDays.logLikelihood, fit.logLikelihood - sum(simulated.frequency) * Math.log(7), 1e-9);
    const reversed = fitK({
      frequency: simulated.frequency.toReversed(),
      recency: simulated.recency.toReversed(),
      age: simulated.age.toReversed(),
      sumLogIntervals: simulated.sumLogIntervals.toReversed(),
    });
    expect(reversed).toEqual(fit);
  });

  it("has no standard error of k", () => {
    expect(fit.standardErrors.k).toBeNull();
    expect(fit.standardErrors.r).toBeGreaterThan(0);
    expect(fit.uncertainty?.names).toEqual(["r", "alpha", "a", "b"]);
  });
});

describe.skipIf(!hasCdnow)(`on CDNOW (${CDNOW_NEEDED})`, () => {
  const sample = hasCdnow ? readCdnowSample() : { frequency: [], recency: [], age: [] };

  it("selects k = 1, as BTYDplus does, and is then BG/NBD and MBG/NBD", () => {
    const mbg = fitMbgCnbdK(sample);
    expect(mbg.params).toEqual({ k: 1, ...fitMbgNbd(sample).params });
    expect(mbg.likelihoods.map(({ k }) => k)).toEqual([1, 2, 3]);
    const bg = fitBgCnbdK(sample);
    expect(bg.params).toEqual({ k: 1, ...fitBgNbd(sample).params });
    expect(bg.logLikelihood).toBe(fitBgNbd(sample).logLikelihood);
  });

  it("selects k = 1 with the intervals known, without a warning", () => {
    const { frequency, recency, age, sumLogIntervals } = summarizeTransactions(readCdnowSampleLog(), {
      end: "19970930",
      unit: "week",
    });
    const fit = fitMbgCnbdK({ frequency, recency, age, sumLogIntervals });
    expect(fit.params.k).toBe(1);
    expect(fit.warnings).toEqual([]);
  });
});

it("says when two k are as likely", () => {
  // 60 customers do not tell k = 2 from its neighbours.
  const few = simulateCnbd(random(5), { k: 2, leavesAtFirst: true }, TRUTH, 60, () => 12);
  const { sumLogIntervals: _, ...summary } = few;
  const fit = fitMbgCnbdK(summary);
  expect(fit.warnings).toContainEqual({
    code: "weaklyIdentified",
    message: expect.stringMatching(/^k = \d is hardly more likely than k = [\d, ]+\.$/),
    fallback: "The most likely k was taken.",
  });
});

it("stays with k = 1 when nobody bought again", () => {
  const fit = fitMbgCnbdK({ frequency: [0, 0], recency: [0, 0], age: [30, 40] });
  expect(fit.params.k).toBe(1);
  expect(codes(fit)).toEqual(["noRepeatPurchases"]);
});

it("throws for a k that is no number of stages", () => {
  const none = { frequency: [], recency: [], age: [] };
  expect(() => fitBgCnbdK(none, { k: 0 })).toThrow("k is 0; expected an integer from 1 to 20");
  expect(() => fitMbgCnbdK(none, { maxK: 30 })).toThrow("maxK is 30; expected an integer from 1 to 20");
});
