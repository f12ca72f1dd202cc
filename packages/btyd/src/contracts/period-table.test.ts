import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodTable } from "./period-table.ts";

describe("tabulates", () => {
  it("survivors: 10 start, 7 and then 5 renew", () => {
    const table = periodTable({ survivors: [10, 7, 5] });
    expect([...table.atRisk]).toEqual([10, 7]);
    expect([...table.ended]).toEqual([3, 2]);
    expect(table).toMatchObject({ contracts: 10, withoutPeriod: 0 });
  });

  it("single contracts, of which some are still running", () => {
    const table = periodTable({
      periods: [1, 2, 2, 3, 0],
      ended: [1, true, false, 0, 0],
      weight: [4, 1, 2, 3, 9],
    });
    // All 10 came to the first renewal, 6 to the second, those that run on since the second no further.
    expect([...table.atRisk]).toEqual([10, 6, 3]);
    expect([...table.ended]).toEqual([4, 1, 0]);
    expect(table).toMatchObject({ contracts: 10, withoutPeriod: 9 });
  });

  it("nothing", () => {
    for (const data of [{ survivors: [] }, { survivors: [12] }, { periods: [], ended: [] }]) {
      expect(periodTable(data).atRisk.length).toBe(0);
      expect(periodTable(data).contracts).toBe(0);
    }
  });
});

it("tells the same of survivors and of the contracts behind them", () => {
  const losses = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(losses, fc.integer({ min: 1, max: 9 }), (lost, left) => {
      const survivors = [left];
      for (const count of lost.toReversed()) survivors.unshift(survivors[0]! + count);
      const periods = [
        ...lost.flatMap((count, i) => Array<number>(count).fill(i + 1)),
        ...Array<number>(left).fill(lost.length),
      ];
      const ended = periods.map((_, i) => i < periods.length - left);
      expect(periodTable({ periods, ended })).toEqual(periodTable({ survivors }));
    }),
    { seed: 3, numRuns: 200 },
  );
});

it.each([
  [{ survivors: [10, 11] }, "survivors at position 1 is 11; expected at most 10, the number before"],
  [{ survivors: [10, -1] }, "survivors at position 1 is -1; expected a finite number ≥ 0"],
  [{ survivors: [Number.NaN] }, "survivors at position 0 is NaN"],
  [
    { periods: [0], ended: [1] },
    "periods of row 0 is 0; expected an integer from 1 to 100000 of a contract that has ended",
  ],
  [
    { periods: [1.5], ended: [0] },
    "periods of row 0 is 1.5; expected an integer from 0 to 100000 of a running contract",
  ],
  [{ periods: [1, 2], ended: [1] }, "length of ended is 1; expected 2, the length of periods"],
  [{ periods: [1], ended: [3] }, "ended of row 0 is 3; expected 0, 1, false or true"],
  [{ periods: [1], ended: [1], weight: [-2] }, "weight of row 0 is -2; expected a finite number > 0"],
])("names what no contract can have: %j", (data, message) => {
  expect(() => periodTable(data)).toThrow(RangeError);
  expect(() => periodTable(data)).toThrow(message);
});
