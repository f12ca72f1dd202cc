import fc from "fast-check";
import { expect, it } from "vitest";
import { distinctValues } from "./distinct-values.ts";

it("keeps every value once, in the order of its first row, and finds it again for every row", () => {
  const value = fc.oneof(fc.nat(9), fc.double(), fc.constant(-0), fc.constant(Number.NaN));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 200 }), (column) => {
      const { values, indexOfRow } = distinctValues(column);
      expect([...values]).toEqual([...new Set(column.map((entry) => entry + 0))]);
      expect(Array.from(indexOfRow, (index) => values[index])).toEqual(column.map((entry) => entry + 0));
    }),
    { seed: 1 },
  );
});
