import { expect, it } from "vitest";
import { random } from "../../test/random.ts";
import { simulateCnbd } from "../../test/simulate-cnbd.ts";
import { quantityInterval } from "../fits/quantity-interval.ts";
import { fitBgNbd, fitMbgNbd } from "./fit.ts";
import { bgNbd, mbgNbd } from "./model.ts";

const TRUTH = { r: 0.6, alpha: 6, a: 0.9, b: 2.5 };
const DATA_SETS = 200;
const CUSTOMERS = 800;
const CUSTOMER = { frequency: 3, recency: 26, age: 36 };

it.each([
  { name: "BG/NBD", leavesAtFirst: false, fitModel: fitBgNbd, model: bgNbd, seed: 31 },
  { name: "MBG/NBD", leavesAtFirst: true, fitModel: fitMbgNbd, model: mbgNbd, seed: 32 },
])(
  "a 90 % interval of what a customer of $name will buy covers the truth in 85 to 95 % of data sets",
  ({ leavesAtFirst, fitModel, model, seed }) => {
    const truth = model(TRUTH).conditionalExpectedTransactions(39, CUSTOMER);
    const next = random(seed);
    const covered = { delta: 0, draws: 0 };
    for (let set = 0; set < DATA_SETS; set++) {
      const { frequency, recency, age } = simulateCnbd(next, { k: 1, leavesAtFirst }, TRUTH, CUSTOMERS, () =>
        Math.ceil(25 + 14 * next()),
      );
      const fit = fitModel({ frequency, recency: recency.map((time) => Math.ceil(time * 7) / 7), age });
      for (const method of ["delta", "draws"] as const) {
        const interval = quantityInterval(
          fit,
          (params) => model(params).conditionalExpectedTransactions(39, CUSTOMER),
          { method, draws: 300, seed: set },
        );
        if (interval !== null && interval.low <= truth && truth <= interval.high) covered[method] += 1;
      }
    }
    for (const method of ["delta", "draws"] as const) {
      expect(covered[method] / DATA_SETS).toBeGreaterThanOrEqual(0.85);
      expect(covered[method] / DATA_SETS).toBeLessThanOrEqual(0.95);
    }
  },
);
