import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CDNOW_NEEDED, hasCdnow, readCdnowSample } from "../../test/cdnow.ts";
import { readCdnowMasterLog, readCdnowSampleLog } from "../../test/cdnow-log.ts";
import { fitGammaGamma } from "../gamma-gamma/fit.ts";
import { summarizeTransactions } from "./summarize-transactions.ts";

const log = {
  customer: ["B", "A", "A", "B", "A", "A", "C", "B"],
  time: [
    "2024-01-03",
    "2024-01-01",
    "2024-01-08",
    "2024-01-03",
    "2024-01-08",
    "2024-01-29",
    "2024-01-30",
    "2024-02-01",
  ],
  value: [10, 20, 5, 30, 7, 0, 99, -4],
};

it("counts purchase days after the first, in weeks from a log in any order", () => {
  const summary = summarizeTransactions(log, { unit: "week", end: "2024-01-31" });
  expect(summary.customer).toEqual(["B", "A", "C"]);
  // B bought twice on one day; the purchase of 1 February lies after the end. A bought on 1, 8 (twice) and 29 January.
  expect([...summary.frequency]).toEqual([0, 2, 0]);
  expect([...summary.recency]).toEqual([0, 28 / 7, 0]);
  expect([...summary.age]).toEqual([28 / 7, 30 / 7, 1 / 7]);
  expect(summary.sumLogIntervals[0]).toBe(0);
  expect(summary.sumLogIntervals[1]).toBeCloseTo(Math.log(7 / 7) + Math.log(21 / 7), 14);
  expect([...summary.firstValue]).toEqual([40, 20, 99]);
  // (5 + 7) on the 8th and 0 on the 29th
  expect([...summary.meanValue]).toEqual([0, (12 + 0) / 2, 0]);
  expect(summary).toMatchObject({
    unitDays: 7,
    rows: 8,
    rowsAfterEnd: 1,
    rowsNotPositive: 1,
    customersAfterCalibration: 0,
  });
});

it("ends with the latest purchase when no end is given", () => {
  const { age, frequency, rowsAfterEnd } = summarizeTransactions(log);
  // B from 3 January to 1 February, A from 1 January, C from 30 January
  expect([...age]).toEqual([29, 31, 2]);
  expect([...frequency]).toEqual([1, 2, 0]);
  expect(rowsAfterEnd).toBe(0);
});

it("splits calibration from hold-out and leaves out who came later", () => {
  const summary = summarizeTransactions(log, { calibrationEnd: "2024-01-10", end: "2024-02-01" });
  expect(summary.customer).toEqual(["B", "A"]);
  expect([...summary.frequency]).toEqual([0, 1]);
  expect([...summary.age]).toEqual([7, 9]);
  expect([...summary.meanValue]).toEqual([0, 12]);
  expect(summary.holdoutLength).toBe(22);
  expect([...summary.holdoutFrequency]).toEqual([1, 1]);
  expect([...summary.holdoutValue]).toEqual([-4, 0]);
  expect(summary.customersAfterCalibration).toBe(1);
});

it("has no values where none were given", () => {
  const summary = summarizeTransactions({ customer: [7, 7, 9], time: [0, 3, 1] }, { calibrationEnd: 2 });
  expect(summary.customer).toEqual([7, 9]);
  expect([...summary.holdoutFrequency]).toEqual([1, 0]);
  expect(summary).not.toHaveProperty("meanValue");
  expect(summary).not.toHaveProperty("holdoutValue");
});

it("gives an empty table for an empty log", () => {
  const summary = summarizeTransactions({ customer: [], time: [], value: [] }, { unit: "month" });
  expect(summary).toMatchObject({ customer: [], rows: 0, unitDays: 365.25 / 12 });
  expect(fitGammaGamma(summary).warnings[0]?.code).toBe("tooLittleData");
});

/** The same in maps of maps, one customer at a time. */
function plainly(
  rows: readonly { customer: string; day: number; value: number }[],
  cut: number,
  end: number,
) {
  const byCustomer = new Map<string, Map<number, number>>();
  for (const { customer, day, value } of rows.filter((row) => row.day <= end)) {
    const days = byCustomer.get(customer) ?? new Map<number, number>();
    byCustomer.set(customer, days.set(day, (days.get(day) ?? 0) + value));
  }
  return [...byCustomer].flatMap(([customer, values]) => {
    const days = [...values.keys()].sort((a, b) => a - b);
    const [first, ...later] = days as [number, ...number[]];
    if (first > cut) return [];
    const repeats = later.filter((day) => day <= cut);
    const after = later.filter((day) => day > cut);
    const total = (some: number[]) => some.reduce((sum, day) => sum + values.get(day)!, 0);
    return [
      {
        customer,
        frequency: repeats.length,
        recency: (repeats.at(-1) ?? first) - first,
        age: cut - first,
        firstValue: values.get(first)!,
        meanValue: repeats.length === 0 ? 0 : total(repeats) / repeats.length,
        holdoutFrequency: after.length,
        holdoutValue: total(after),
      },
    ];
  });
}

it("agrees with a plain spelling on every log, whatever the order of its rows", () => {
  const row = fc.record({
    customer: fc.constantFrom("a", "b", "c", "d", "e"),
    // Wide enough for both halves of the ordering.
    day: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: -9_000_000, max: 9_000_000 })),
    value: fc.integer({ min: -20, max: 100 }),
  });
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 40 }),
      fc.integer({ min: 0, max: 20 }),
      fc.boolean(),
      (rows, cut, isOrdered) => {
        if (isOrdered) rows.sort((a, b) => a.day - b.day);
        const end = cut + 8_000_000;
        const summary = summarizeTransactions(
          {
            customer: rows.map(({ customer }) => customer),
            time: rows.map(({ day }) => day),
            value: rows.map(({ value }) => value),
          },
          { calibrationEnd: cut, end },
        );
        const found = summary.customer.map((customer, i) => ({
          customer,
          frequency: summary.frequency[i],
          recency: summary.recency[i],
          age: summary.age[i],
          firstValue: summary.firstValue[i],
          meanValue: summary.meanValue[i],
          holdoutFrequency: summary.holdoutFrequency[i],
          holdoutValue: summary.holdoutValue[i],
        }));
        const byName = (a: { customer: string }, b: { customer: string }) =>
          a.customer.localeCompare(b.customer);
        expect(found.sort(byName)).toEqual(plainly(rows, cut, end).sort(byName));
      },
    ),
    { seed: 2, numRuns: 400 },
  );
});

it("refuses what cannot be, naming row, value and range", () => {
  const good = { customer: ["a", "b"], time: [0, 1], value: [1, 2] };
  const refused = (change: object, options = {}) =>
    expect(() => summarizeTransactions({ ...good, ...change }, options));
  refused({ time: [0] }).toThrow("length of time is 1; expected 2, the length of customer");
  refused({ value: [0] }).toThrow("length of value is 1; expected 2, the length of customer");
  refused({ value: [0, Number.NaN] }).toThrow("value of row 1 is NaN; expected a finite number");
  refused({ customer: ["a", ""] }).toThrow(
    'customer of row 1 is ""; expected a finite number or text that is not empty',
  );
  refused({ time: [0, 1.7e12] }).toThrow(
    "time of row 1 is 1700000000000; expected a number of days below 10,000,000",
  );
  refused({}, { unit: 0 }).toThrow("unit is 0; expected day, week, month, year or a number of days > 0");
  refused({}, { calibrationEnd: 5, end: 4 }).toThrow("calibrationEnd is 5; expected a time up to the end 4");
});

describe.skipIf(!hasCdnow)(`on CDNOW (${CDNOW_NEEDED})`, () => {
  it("finds 2,357 customers of the sample with 2,457 repeat purchases, and 1,882 in the hold-out", () => {
    const summary = summarizeTransactions(readCdnowSampleLog(), {
      unit: "week",
      calibrationEnd: "1997-09-30",
      end: "1998-06-30",
    });
    expect(summary.customer.length).toBe(2357);
    expect(summary.frequency.reduce((sum, x) => sum + x, 0)).toBe(2457);
    expect(summary.holdoutFrequency.reduce((sum, x) => sum + x, 0)).toBe(1882);
    expect(summary.holdoutLength).toBe(39);
    const reader = readCdnowSample();
    expect([...summary.frequency]).toEqual(reader.frequency);
    expect([...summary.recency]).toEqual(reader.recency);
    expect([...summary.age]).toEqual(reader.age);
    expect([...summary.holdoutFrequency]).toEqual(reader.holdout);
  });

  it("finds 23,570 customers, 69,659 transactions and $2,500,315.63 in the master", () => {
    const summary = summarizeTransactions(readCdnowMasterLog(), { end: "19980630" });
    expect(summary).toMatchObject({ rows: 69_659, rowsAfterEnd: 0 });
    expect(summary.customer.length).toBe(23_570);
    const total = summary.customer.reduce(
      (sum, _, i) => sum + summary.firstValue[i]! + summary.frequency[i]! * summary.meanValue[i]!,
      0,
    );
    expect(total).toBeCloseTo(2_500_315.63, 4);
  });
});

it("keeps apart more customers than one digit of the ordering holds", () => {
  const customers = 70_000;
  const customer = Array.from({ length: 2 * customers }, (_, row) => row % customers);
  // Second purchases first: customer i buys on day i % 7 and again 1 + i % 5 days later.
  const time = customer.map((id, row) => (id % 7) + (row < customers ? 1 + (id % 5) : 0));
  const { frequency, recency } = summarizeTransactions({ customer, time });
  expect(frequency.length).toBe(customers);
  expect(frequency.every((x) => x === 1)).toBe(true);
  expect(recency.every((days, id) => days === 1 + (id % 5))).toBe(true);
});
