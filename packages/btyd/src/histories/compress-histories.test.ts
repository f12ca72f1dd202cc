import fc from "fast-check";
import { expect, it } from "vitest";
import { compressHistories } from "./compress-histories.ts";

it("joins equal histories and adds their weights", () => {
  const compressed = compressHistories({
    frequency: [2, 0, 2, 2],
    recency: [5, 0, 5, 6],
    age: [9, 9, 9, 9],
    weight: [1, 4, 2, 1],
  });
  expect({
    frequency: [...compressed.frequency],
    recency: [...compressed.recency],
    age: [...compressed.age],
    weight: [...compressed.weight],
  }).toEqual({ frequency: [0, 2, 2], recency: [0, 5, 6], age: [9, 9, 9], weight: [4, 3, 1] });
});

it("keeps the weighted mean of the sums of log intervals, and rows that do not know theirs apart", () => {
  const { frequency, weight, sumLogIntervals } = compressHistories({
    frequency: [2, 2, 0, 2, 0],
    recency: [5, 5, 0, 5, 0],
    age: [9, 9, 9, 9, 9],
    sumLogIntervals: [1, 0.5, Number.NaN, Number.NaN, 0],
    weight: [3, 1, 1, 1, 1],
  });
  expect([...frequency]).toEqual([0, 2, 2]);
  expect([...weight]).toEqual([2, 1, 4]);
  // (3 · 1 + 1 · 0.5) / 4
  expect([...(sumLogIntervals ?? [])]).toEqual([0, Number.NaN, 0.875]);
});

it("gives the same to the last bit for any order of rows, and for its own result", () => {
  const row = fc.tuple(fc.nat(3), fc.nat(2), fc.nat(3), fc.double({ min: 0.1, max: 3, noNaN: true }));
  const columns = (rows: readonly (readonly [number, number, number, number])[]) => ({
    frequency: rows.map(([x]) => x),
    recency: rows.map(([, recency]) => recency),
    age: rows.map(([, , age]) => age),
    weight: rows.map(([, , , weight]) => weight),
    sumLogIntervals: rows.map(([, , , weight]) => Math.log(weight)),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), fc.nat(), (rows, turn) => {
      const compressed = compressHistories(columns(rows));
      const cut = turn % rows.length;
      expect(compressHistories(columns([...rows.slice(cut), ...rows.slice(0, cut)]))).toEqual(compressed);
      expect(compressHistories(columns(rows.toReversed()))).toEqual(compressed);
      const again = compressHistories(compressed);
      expect(again.weight).toEqual(compressed.weight);
      expect(again.age).toEqual(compressed.age);
    }),
    { seed: 3 },
  );
});

it("ignores the recency of customers without a repeat purchase", () => {
  const compressed = compressHistories({ frequency: [0, 0], recency: [0, 7], age: [9, 9] });
  expect([...compressed.recency]).toEqual([0]);
  expect([...compressed.weight]).toEqual([2]);
});

it("keeps an empty table empty", () => {
  expect(compressHistories({ frequency: [], recency: [], age: [] }).weight).toHaveLength(0);
});

it("keeps every distinct history once, and all customers", () => {
  const row = fc.tuple(fc.nat(4), fc.nat(6), fc.nat(8), fc.integer({ min: 1, max: 5 }));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 200 }), (rows) => {
      const compressed = compressHistories({
        frequency: rows.map(([x]) => x),
        recency: rows.map(([, recency]) => recency),
        age: rows.map(([, , age]) => age),
        weight: rows.map(([, , , weight]) => weight),
      });
      const expected = new Map<string, number>();
      for (const [x, recency, age, weight] of rows) {
        const key = [x, x === 0 ? 0 : recency, age].join();
        expected.set(key, (expected.get(key) ?? 0) + weight);
      }
      const found = new Map<string, number>();
      for (const [i, weight] of compressed.weight.entries()) {
        found.set([compressed.frequency[i], compressed.recency[i], compressed.age[i]].join(), weight);
      }
      expect(found).toEqual(expected);
      expect(compressed.weight).toHaveLength(expected.size);
    }),
    { seed: 2 },
  );
});

it("throws when the columns differ in length", () => {
  expect(() => compressHistories({ frequency: [1, 2], recency: [1], age: [3, 3] })).toThrow(
    "length of recency is 1; expected 2, the length of frequency",
  );
});
