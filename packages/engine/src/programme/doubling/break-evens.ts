import type { GrowthModel } from "./growth-result.ts";

/** How far growth is looked at: twenty times today's number, the way to a mass market. */
export const mostGrowth = 20;

export interface BreakEvens {
  /** Ascending: whole numbers of customers at which the result rises from below to zero or more. */
  readonly numbers: readonly number[];
  /** Last number that still pays after the last of them; null: no end within reach, or no break-even. */
  readonly paysUpTo: number | null;
}

/**
 * All break-evens between today's number and twenty times as many. Between two hired positions the result is a line (bent a
 * little by waiting), at each it falls; so it is solved block by block and not once (methods.md §5). Growth from which already
 * the first customer pays breaks even at N + 1.
 */
export function breakEvens(model: GrowthModel): BreakEvens {
  const { customers } = model.world;
  const pays = (number: number) => model.at(number).resultCents >= 0;
  const numbers: number[] = [];
  let paysUpTo: number | null = null;
  let paid = false;
  for (const [from, to] of blocksOf(model, customers + 1, customers * mostGrowth)) {
    // At the first number of a block a position was just hired: the result may have fallen below zero.
    const starts = pays(from);
    if (starts && !paid) numbers.push(from);
    if (!starts && paid) paysUpTo = from - 1;
    if (starts) paysUpTo = null;
    paid = starts;
    if (pays(to) !== starts) {
      const turn = firstOther(from, to, (number) => pays(number) !== starts);
      if (starts) paysUpTo = turn - 1;
      else {
        numbers.push(turn);
        paysUpTo = null;
      }
      paid = !starts;
    }
  }
  return { numbers, paysUpTo: numbers.length === 0 ? null : paysUpTo };
}

/** Longest piece that is taken as one, as a share of the whole: waiting bends the line within a block. */
const pieces = 64;

/** Stretches of customer numbers within which nobody is hired. */
function* blocksOf(model: GrowthModel, first: number, last: number): Generator<readonly [number, number]> {
  const longest = Math.max(1, Math.ceil((last - first + 1) / pieces));
  let from = first;
  while (from <= last) {
    const carried = model.positions.map((each) => each.carries(each.at(from)));
    const to = Math.max(from, Math.min(last, from + longest - 1, ...carried));
    yield [from, to];
    from = to + 1;
  }
}

/** Smallest number of (from, to] where the answer is the other one; it is at `to`. */
function firstOther(from: number, to: number, isOther: (number: number) => boolean): number {
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isOther(middle)) high = middle;
    else low = middle;
  }
  return high;
}
