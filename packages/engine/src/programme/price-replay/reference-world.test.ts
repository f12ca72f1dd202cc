import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { syntheticBase } from "../base/synthetic-base.fixture.ts";
import type { PlanningBase } from "../contracts/base-contract.ts";
import type { PriceLever } from "./price-lever.ts";
import { replayPrice } from "./replay-price.ts";

const folder = resolve(
  import.meta.dirname,
  "../../../../..",
  process.env.KLEINOD_TEST_DATA ?? "../shared/data",
  "r20k",
);
const isThere = existsSync(folder);
if (!isThere) console.info(`Skipped: the reference world is not at ${folder}.`);

/** The rows of the world; in it every order of a customer whose mean order is below CHF 100 is concerned. */
function worldBase(): PlanningBase {
  const [, ...lines] = gunzipSync(readFileSync(resolve(folder, "small.csv.gz")))
    .toString("utf8")
    .trim()
    .split("\n");
  const rows = lines.length;
  const base = syntheticBase({ rows, seed: 1 });
  const below = {
    assignment: 0,
    orders: new Float64Array(rows),
    salesCents: new Float64Array(rows),
    concernedRatio: new Float64Array(rows),
  };
  for (const [row, line] of lines.entries()) {
    const [, sales, orders, margin, , visits, contacts, hours, , entry] = line.split(",").map(Number);
    base.salesCents[row] = sales! * 100;
    base.contribution1Cents[row] = sales! * margin! * 100;
    base.orders[row] = orders!;
    base.costCents.orderEntry[row] = orders! * entry! * 100;
    base.costCents.logistics[row] = orders! * 2_100;
    base.costCents.fieldVisits[row] = visits! * 26_000;
    base.costCents.contacts[row] = contacts! * 1_100;
    base.costCents.experts[row] = hours! * 12_000;
    // Returns and the fixed part are left out of what goes with a customer, as in the generator.
    base.costCents.other[row] = 0;
    if (sales! / orders! >= 100) continue;
    below.orders[row] = orders!;
    below.salesCents[row] = sales! * 100;
    below.concernedRatio[row] = 1;
  }
  return { ...base, ordersBelow: [below] };
}

describe.skipIf(!isThere)("AT4.6: the surcharge of the reference world", () => {
  const base = isThere ? worldBase() : syntheticBase({ rows: 1, seed: 1 });
  const { expected } = isThere
    ? JSON.parse(readFileSync(resolve(folder, "parameters.json"), "utf8"))
    : { expected: null };
  // 62 % of the orders pay, 28 % are put together, the 10 % of those who leave are gone: of the 90 % that stay, 28 ÷ 90.
  const lever: PriceLever = {
    assignment: {
      index: 0,
      option: "L3a",
      lever: "L3",
      name: { de: "", en: "" },
      segment: "small",
      segmentBit: 0,
      from: "2027-01-01",
      fromMonths: 0,
      rampKey: "ramp.L3",
      effects: [],
    },
    price: {
      kind: "orderFee",
      thresholdCents: 10_000,
      feeCents: 1_500,
      exemptChannels: [],
      consolidateRatio: 0.28 / 0.9,
      moveRatio: 0,
      waiveRatio: 0,
      leaveRatio: 0.1,
    },
    move: null,
  };
  // The world counts CHF 21 of logistics and CHF 15 of entry for each order saved.
  const { outcome, ordersConcerned, customersConcerned } = replayPrice(base, lever, new Map(), {
    savedCentsPerOrder: 3_600,
  });

  it("concerns 43,354 orders of 2,665 customers", () => {
    expect(ordersConcerned).toBe(43_354);
    expect(customersConcerned).toBe(2_665);
  });

  it("brings fees of CHF 0.4032 m and saves CHF 0.2185 m by putting orders together", () => {
    // 43,354 × .62 × 15 = 403,192; 43,354 × .28 × 36 ÷ 2 = 218,504
    const { feeMchf, consolidationMchf } = expected.surchargeYear1;
    expect(outcome.feeCents / 1e8).toBeCloseTo(feeMchf, 4);
    expect(outcome.consolidationCents / 1e8).toBeCloseTo(consolidationMchf, 4);
  });

  it("loses as many customers and as much contribution as the world drew, within its draw", () => {
    const { customersLost, lostContributionMchf } = expected.surchargeYear1;
    // Each of 2,665 leaves with 10 %: 266.5 ± √(2,665 × .1 × .9) = 15.5; the world drew 272.
    expect(outcome.customersLost).toBeCloseTo(266.5, 6);
    expect(Math.abs(customersLost - outcome.customersLost)).toBeLessThan(2 * 15.5);
    // The world states what leaves with them at full cost: CHF −0.0882 m, which is a loss that goes away, not one that comes.
    const leavingMchf = -outcome.lostContributionFullCents / 1e8;
    let variance = 0;
    for (let row = 0; row < base.rows; row++) {
      if (base.ordersBelow[0]!.concernedRatio[row] === 0) continue;
      const { orderEntry, logistics, fieldVisits, contacts, experts } = base.costCents;
      const cost = [orderEntry, logistics, fieldVisits, contacts, experts].reduce(
        (sum, own) => sum + own[row]!,
        0,
      );
      variance += 0.1 * 0.9 * ((base.contribution1Cents[row]! - cost) / 1e8) ** 2;
    }
    expect(leavingMchf).toBeCloseTo(-0.0812, 4);
    expect(Math.abs(leavingMchf - lostContributionMchf)).toBeLessThan(2 * Math.sqrt(variance));
  });

  it("brings 40 % less when 40 % of the fees are waived", () => {
    const { price } = lever;
    const waived = { ...lever, price: { ...price, waiveRatio: 0.4 } as PriceLever["price"] };
    const found = replayPrice(base, waived, new Map(), { savedCentsPerOrder: 3_600 }).outcome;
    expect(found.feeCents).toBe(Math.round(outcome.payingOrders * 0.6 * 1_500));
  });
});
