import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nestSegments } from "./nest-segments.ts";

const segment = (code: string, bit: number, customers: number) => ({ code, name: code, bit, customers });

describe("nestSegments", () => {
  it("gives every customer to the innermost segment", () => {
    // Row 0: small only; 1 and 2: trade within small; 2: also builders within trade.
    const mask = Uint32Array.from([0b001, 0b011, 0b111]);
    const { nested, overlapping } = nestSegments(
      [segment("small", 0, 3), segment("builders", 2, 1), segment("trade", 1, 2)],
      mask,
    );
    expect(nested.map(({ code, parent, rows }) => ({ code, parent, rows }))).toEqual([
      { code: "small", parent: null, rows: [0] },
      { code: "trade", parent: 0, rows: [1] },
      { code: "builders", parent: 1, rows: [2] },
    ]);
    expect(overlapping).toEqual([]);
  });

  it("leaves out what overlaps in part with an earlier one, and what has no customers", () => {
    const mask = Uint32Array.from([0b011, 0b111, 0b101]);
    const found = nestSegments(
      [segment("small", 0, 3), segment("a", 1, 2), segment("b", 2, 2), segment("empty", 3, 0)],
      mask,
    );
    expect(found.nested.map(({ code }) => code)).toEqual(["small", "a"]);
    expect(found.overlapping).toEqual([{ code: "b", name: "b", with: "a" }]);
  });

  it("divides the customers of `small` whatever the segments are", () => {
    const masks = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(masks, (drawn) => {
        const mask = Uint32Array.from(drawn, (bits) => bits * 2 + 1);
        const count = (bit: number) => mask.filter((bits) => ((bits >>> bit) & 1) === 1).length;
        const all = [0, 1, 2, 3, 4, 5].map((bit) => segment(`s${bit}`, bit, count(bit)));
        const rows = nestSegments(all, mask).nested.flatMap((one) => [...one.rows]);
        expect([...rows].sort((a, b) => a - b)).toEqual([...mask.keys()]);
      }),
      { seed: 8 },
    );
  });
});
