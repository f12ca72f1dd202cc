/** Shares of the three corners; they add up to 1. */
export interface TernaryShares {
  readonly value: number;
  readonly need: number;
  readonly effort: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Circle extends Point {
  readonly radius: number;
}

/** Height of an equilateral triangle of the side. */
export function ternaryHeight(side: number): number {
  return (side * Math.sqrt(3)) / 2;
}

/**
 * Place of the shares in an equilateral triangle: small value below on the left, varied need below on the right, high
 * effort on top. Shares that do not add up to 1 are brought there; none at all stands in the middle.
 */
export function ternaryPoint({ value, need, effort }: TernaryShares, side: number): Point {
  const sum = value + need + effort;
  const [needShare, effortShare] = sum > 0 ? [need / sum, effort / sum] : [1 / 3, 1 / 3];
  return {
    x: side * (needShare + effortShare / 2),
    y: ternaryHeight(side) * (1 - effortShare),
  };
}

/** Radius of a circle whose area stands for an amount: the largest amount gets `largestRadius`, none below 4. */
export function areaRadius(amount: number, largestAmount: number, largestRadius: number): number {
  if (largestAmount <= 0) return 4;
  return Math.max(4, largestRadius * Math.sqrt(Math.max(0, amount) / largestAmount));
}

export interface PlacedLabel {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
}

const labelHeight = 15;
const gap = 5;

/**
 * Labels beside circles, in the order of the circles, each where it covers no label placed before: to the right, to the
 * left, or moved up or down beside them. A circle without a free place gets none.
 */
export function placeLabels(
  circles: readonly Circle[],
  widths: readonly number[],
  bounds: { readonly width: number; readonly height: number },
): readonly PlacedLabel[] {
  const boxes: { x1: number; x2: number; y1: number; y2: number }[] = [];
  const placed: PlacedLabel[] = [];
  for (const [index, circle] of circles.entries()) {
    const width = widths[index] ?? 0;
    const candidates = [0, -labelHeight, labelHeight].flatMap((shift) => [
      { anchor: "start" as const, x: circle.x + circle.radius + gap, y: circle.y + shift },
      { anchor: "end" as const, x: circle.x - circle.radius - gap, y: circle.y + shift },
    ]);
    const fitting = candidates.find(({ anchor, x, y }) => {
      const box = boxOf(anchor, x, y, width);
      if (box.x1 < 0 || box.x2 > bounds.width || box.y1 < 0 || box.y2 > bounds.height) return false;
      const coversLabel = boxes.some(
        (other) => box.x1 < other.x2 && other.x1 < box.x2 && box.y1 < other.y2 && other.y1 < box.y2,
      );
      return !coversLabel && !circles.some((other, at) => at !== index && covers(box, other));
    });
    if (fitting === undefined) continue;
    boxes.push(boxOf(fitting.anchor, fitting.x, fitting.y, width));
    placed.push({ index, ...fitting });
  }
  return placed;
}

function boxOf(anchor: "start" | "end", x: number, y: number, width: number) {
  const x1 = anchor === "start" ? x : x - width;
  return { x1, x2: x1 + width, y1: y - labelHeight / 2, y2: y + labelHeight / 2 };
}

function covers(box: { x1: number; x2: number; y1: number; y2: number }, { x, y, radius }: Circle): boolean {
  const nearestX = Math.max(box.x1, Math.min(box.x2, x));
  const nearestY = Math.max(box.y1, Math.min(box.y2, y));
  return (nearestX - x) ** 2 + (nearestY - y) ** 2 < radius ** 2;
}

/** Path of a slice of a circle, clockwise from the top; the whole circle from a share of 1. */
export function slicePath({ x, y, radius }: Circle, share: number): string {
  if (share <= 0) return "";
  if (share >= 0.9999) {
    return `M${x - radius} ${y}a${radius} ${radius} 0 1 1 ${2 * radius} 0a${radius} ${radius} 0 1 1 ${-2 * radius} 0Z`;
  }
  const angle = 2 * Math.PI * share;
  const end = { x: x + radius * Math.sin(angle), y: y - radius * Math.cos(angle) };
  return `M${x} ${y}L${x} ${y - radius}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${end.x} ${end.y}Z`;
}
