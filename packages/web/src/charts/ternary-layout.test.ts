import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaRadius, placeLabels, slicePath, ternaryHeight, ternaryPoint } from "./ternary-layout.ts";

const side = 200;
const height = ternaryHeight(side);

describe("place in the triangle", () => {
  it("puts a pure corner into its corner and equal shares into the middle", () => {
    // Side 200, height 200·√3 ÷ 2 = 173.2.
    expect(height).toBeCloseTo(173.205, 3);
    expect(ternaryPoint({ value: 1, need: 0, effort: 0 }, side)).toEqual({ x: 0, y: height });
    expect(ternaryPoint({ value: 0, need: 1, effort: 0 }, side)).toEqual({ x: side, y: height });
    expect(ternaryPoint({ value: 0, need: 0, effort: 1 }, side)).toEqual({ x: side / 2, y: 0 });
    const middle = ternaryPoint({ value: 1, need: 1, effort: 1 }, side);
    expect(middle.x).toBeCloseTo(100, 9);
    expect(middle.y).toBeCloseTo((height * 2) / 3, 9);
    expect(ternaryPoint({ value: 0, need: 0, effort: 0 }, side)).toEqual(middle);
  });

  it("never leaves the triangle", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (value, need, effort) => {
        const { x, y } = ternaryPoint({ value, need, effort }, side);
        const half = (y / height) * (side / 2);
        expect(y).toBeGreaterThanOrEqual(-1e-9);
        expect(y).toBeLessThanOrEqual(height + 1e-9);
        expect(Math.abs(x - side / 2)).toBeLessThanOrEqual(half + 1e-9);
      }),
    );
  });
});

describe("circles", () => {
  it("stand for amounts by their area", () => {
    // A quarter of the cost has half the radius.
    expect(areaRadius(25, 100, 40)).toBe(20);
    expect(areaRadius(100, 100, 40)).toBe(40);
    expect(areaRadius(0, 100, 40)).toBe(4);
    expect(areaRadius(5, 0, 40)).toBe(4);
  });

  it("show a share as a slice from the top", () => {
    const circle = { x: 10, y: 10, radius: 4 };
    expect(slicePath(circle, 0)).toBe("");
    // A quarter ends on the right: (14, 10).
    expect(slicePath(circle, 0.25)).toBe("M10 10L10 6A4 4 0 0 1 14 10Z");
    expect(slicePath(circle, 1)).toContain("a4 4 0 1 1 8 0");
  });
});

describe("labels", () => {
  const bounds = { width: 400, height: 200 };

  it("stand to the right where there is room, else to the left", () => {
    const circles = [
      { x: 50, y: 50, radius: 10 },
      { x: 380, y: 120, radius: 10 },
    ];
    expect(placeLabels(circles, [60, 60], bounds)).toMatchObject([
      { index: 0, anchor: "start", x: 65, y: 50 },
      { index: 1, anchor: "end", x: 365, y: 120 },
    ]);
  });

  it("never cover each other nor leave the picture", () => {
    const circle = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 200 }),
      radius: fc.integer({ min: 4, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(circle, { maxLength: 12 }), (circles) => {
        const placed = placeLabels(
          circles,
          circles.map(() => 70),
          bounds,
        );
        const boxes = placed.map(({ anchor, x, y }) => ({ left: anchor === "start" ? x : x - 70, y }));
        for (const [index, box] of boxes.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.left + 70).toBeLessThanOrEqual(400);
          for (const other of boxes.slice(index + 1)) {
            const apart = Math.abs(box.y - other.y) >= 15 || Math.abs(box.left - other.left) >= 70;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });
});
