import { expect, it } from "vitest";
import { coarseHistories } from "./coarse-histories.ts";
import { compressHistories } from "./compress-histories.ts";
import { prepareHistories } from "./prepare-histories.ts";
import { tooFewRepeatCustomers } from "./too-few-repeat-customers.ts";

it("scales times to a mean age of 10 and adds up customers and purchases", () => {
  const prepared = prepareHistories({
    frequency: [0, 3, 1],
    recency: [0, 15, 20],
    age: [30, 30, 60],
    weight: [2, 1, 1],
  });
  // (2·30 + 30 + 60) / 4 = 37.5
  expect(prepared.timeScale).toBeCloseTo(3.75, 14);
  expect(prepared).toMatchObject({ customers: 4, repeatCustomers: 2, repeatPurchases: 4 });
  expect(Array.from(prepared.scaled.age, (age) => age * 3.75)).toEqual([30, 60, 30]);
  expect([...prepared.compressed.recency]).toEqual([0, 20, 15]);
});

it("does not scale what has no age", () => {
  expect(prepareHistories({ frequency: [], recency: [], age: [] }).timeScale).toBe(1);
  expect(prepareHistories({ frequency: [0], recency: [0], age: [0] }).timeScale).toBe(1);
});

it("wants enough customers who bought again", () => {
  const prepared = prepareHistories({ frequency: [0, 3], recency: [0, 15], age: [30, 30], weight: [96, 4] });
  expect(tooFewRepeatCustomers(prepared, 4)).toBeNull();
  expect(tooFewRepeatCustomers(prepared, 5)).toMatchObject({
    code: "tooLittleData",
    message: "4 of 100 customers bought again; expected at least 5.",
  });
  const nobody = prepareHistories({ frequency: [0], recency: [0], age: [30] });
  expect(tooFewRepeatCustomers(nobody, 0)).toMatchObject({ code: "noRepeatPurchases" });
});

it("makes a small stand-in of a large table that is still a table of histories", () => {
  const rows = 20_000;
  const age = Array.from({ length: rows }, (_, row) => 5 + ((row * 7919) % rows) / 2000);
  const frequency = age.map((_, row) => row % 4);
  const recency = age.map((time, row) => (frequency[row] === 0 ? 0 : (time * ((row % 97) + 0.5)) / 97));
  const histories = compressHistories({ frequency, recency, age });
  const coarse = coarseHistories(histories, 0.25)!;
  expect(coarse.weight.length).toBeLessThan(histories.weight.length / 2);
  expect(coarse.weight.reduce((sum, weight) => sum + weight, 0)).toBe(rows);
  expect(() => prepareHistories(coarse)).not.toThrow();
  expect(coarseHistories(compressHistories({ frequency: [1], recency: [2], age: [3] }), 0.25)).toBeNull();
});
