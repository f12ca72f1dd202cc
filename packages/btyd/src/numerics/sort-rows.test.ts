import fc from "fast-check";
import { expect, it } from "vitest";
import { sortRows } from "./sort-rows.ts";

const number = fc.oneof(fc.nat(5), fc.double({ min: 0, max: 1e9, noNaN: true }));

it("orders by the first column, then by the second", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 300 }), (rows) => {
      const columns = [0, 1].map((i) => Float64Array.from(rows, (row) => Math.abs(row[i]!)));
      const found = Array.from(sortRows(columns), (row) => rows[row]!);
      expect(found).toEqual(rows.toSorted((left, right) => left[0] - right[0] || left[1] - right[1]));
    }),
    { seed: 1 },
  );
});

it("orders a large table as a small one, including a column that does not vary", () => {
  const rows = 40_000;
  const first = Float64Array.from({ length: rows }, (_, row) => (row * 7919) % 997);
  const second = Float64Array.from({ length: rows }, (_, row) => ((row * 104_729) % 10_007) / 7);
  const order = sortRows([first, new Float64Array(rows).fill(3), second]);
  expect(new Set(order).size).toBe(rows);
  for (let i = 1; i < rows; i++) {
    const [before, after] = [order[i - 1]!, order[i]!];
    const difference = first[after]! - first[before]! || second[after]! - second[before]!;
    expect(difference).toBeGreaterThanOrEqual(0);
  }
});

it("gives equal tables the same order of values, NaN included", () => {
  const values = Float64Array.from([Number.NaN, 2, -1, Number.NaN, -3, 0]);
  const reversed = values.toReversed();
  const read = (column: Float64Array) => Array.from(sortRows([column]), (row) => column[row]);
  expect(read(reversed)).toEqual(read(values));
});
