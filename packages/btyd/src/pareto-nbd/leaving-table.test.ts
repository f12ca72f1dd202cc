import fc from "fast-check";
import { expect, it } from "vitest";
import { compressHistories } from "../histories/compress-histories.ts";
import { fillLeavingByRow, leavingColumns } from "./leaving-columns.ts";
import { leavingTable } from "./leaving-table.ts";

const between = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);
const parameter = fc.oneof({ weight: 4, arbitrary: between(1e-3, 1e4) }, fc.constant(1));
/** Many customers counted in few days. */
const table = fc
  .array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 12, max: 25 })), {
    minLength: 80,
    maxLength: 120,
  })
  .map((rows) =>
    compressHistories({
      frequency: [...rows.map(([x]) => x), 9000],
      recency: [...rows.map(([, recency]) => recency), 11],
      age: [...rows.map(([, , age]) => age), 20],
    }),
  );

it("says of every row what it says by itself", () => {
  fc.assert(
    fc.property(table, parameter, parameter, parameter, parameter, (histories, r, alpha, s, beta) => {
      const rows = histories.weight.length;
      const together = leavingColumns(rows);
      const alone = leavingColumns(rows);
      leavingTable(histories, 0, rows)?.(r, alpha, s, beta, together);
      fillLeavingByRow(histories, 0, rows, r, alpha, s, beta, alone);
      for (const name of ["lnOdds", "lnAlpha", "lnBeta", "perAlpha", "perBeta"] as const) {
        for (const [row, expected] of alone[name].entries()) {
          if (alone.lnOdds[row] === Number.NEGATIVE_INFINITY) continue;
          const scale = name.startsWith("per") ? Math.abs(expected) : Math.max(1, Math.abs(expected));
          expect(Math.abs(together[name][row]! - expected)).toBeLessThan(1e-9 * scale);
        }
      }
    }),
    { seed: 4, numRuns: 300 },
  );
});

it("is not made where hardly a time occurs twice", () => {
  const rows = Array.from({ length: 100 }, (_, i) => i);
  const histories = compressHistories({
    frequency: rows.map(() => 1),
    recency: rows.map((i) => 1 + Math.sqrt(i)),
    age: rows.map((i) => 20 + Math.sqrt(i)),
  });
  expect(leavingTable(histories, 0, 100)).toBeNull();
});

it("is filled for a part of the rows only", () => {
  const histories = compressHistories({
    frequency: Array.from({ length: 200 }, (_, i) => i % 3),
    recency: Array.from({ length: 200 }, (_, i) => 1 + (i % 7)),
    age: Array.from({ length: 200 }, (_, i) => 8 + (i % 9)),
  });
  const rows = histories.weight.length;
  const columns = leavingColumns(rows);
  columns.lnOdds.fill(99);
  leavingTable(histories, 10, rows - 10)?.(0.5, 10, 0.6, 11, columns);
  expect([...columns.lnOdds.subarray(0, 10)]).toEqual(new Array(10).fill(99));
  expect([...columns.lnOdds.subarray(rows - 10)]).toEqual(new Array(10).fill(99));
  expect(columns.lnOdds.subarray(10, rows - 10)).not.toContain(99);
});
