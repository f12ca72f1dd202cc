import type { CompressedHistories } from "../histories/contract.ts";
import { unitGaussLegendre } from "../numerics/unit-gauss-legendre.ts";
import {
  type FillLeaving,
  fillLeavingByRow,
  type LeavingColumns,
  leavingColumns,
} from "./leaving-columns.ts";

/**
 * Four nodes are exact for polynomials up to degree 7: over a panel in which time grows by a factor e^g, the error of the power
 * time^(−p) is below that of its 8th derivative, p · (p + 1) · … · (p + 7) · g⁸ / 2e9.
 */
const RULE = unitGaussLegendre(4);
const RULE_DEGREE = 8;
const LONGEST_PANEL = 0.8;
/** A row by itself costs about as much as the panels of so many times, and as carrying one purchase count through so many. */
const TIMES_PER_ROW = 1;
const TIMES_PER_ROW_OF_COUNT = 20;
/** Powers of e between the first and the last time: beyond them the integrand would leave the range of doubles. */
const MOST_FALL = 600;
/** A difference of less than this part of its terms has lost too many digits. */
const SMALLEST_DIFFERENCE = 1e-5;

/** Rows `from` … `to` − 1 with the same frequency. */
interface Run {
  readonly frequency: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The integrals of `lnLeftOdds` for many rows with few distinct times, as of bases that are counted in days: an integral from t_x
 * to T is the one from t_x to the last time less the one from T, and going backwards through the times once yields both for all
 * rows with the same x; the next x costs a multiplication per node. The integrand falls with time, so that the difference keeps
 * its digits. Rows that do not fit (rare x, T just after t_x, extreme parameters) are integrated by themselves.
 *
 * Null when the rows have too many distinct times for it to pay. The rows `from` … `to` − 1 are ordered by frequency.
 */
export function leavingTable(histories: CompressedHistories, from: number, to: number): FillLeaving | null {
  const { recency, age } = histories;
  const times = distinctTimes(histories, from, to);
  if (times.length > (to - from) * TIMES_PER_ROW) return null;
  const runs = commonFrequencies(histories, from, to, times.length / TIMES_PER_ROW_OF_COUNT);
  if (runs.length === 0) return null;

  const place = new Map<number, number>();
  for (const [i, time] of times.entries()) place.set(time, i);
  const placesOf = (column: Float64Array) =>
    Int32Array.from({ length: to - from }, (_, i) => place.get(column[from + i]!)!);
  const recencyAt = placesOf(recency);
  const ageAt = placesOf(age);
  const tables = runs.map(() => leavingColumns(times.length));
  const lnAlphaGrowth = new Float64Array(times.length);
  const lnBetaGrowth = new Float64Array(times.length);

  return (r, alpha, s, beta, into) => {
    for (let i = 0; i < times.length; i++) {
      lnAlphaGrowth[i] = Math.log1p(times[i]! / alpha);
      lnBetaGrowth[i] = Math.log1p(times[i]! / beta);
    }
    const last = times.length - 1;
    const usable = runs.filter(({ frequency }) => {
      return (r + frequency) * lnAlphaGrowth[last]! + (s + 1) * lnBetaGrowth[last]! < MOST_FALL;
    });
    fillTables(times, usable, r, alpha, s, beta, tables);
    const lnLeaving = Math.log(s / beta);
    let row = from;
    for (const [i, run] of usable.entries()) {
      fillLeavingByRow(histories, row, run.from, r, alpha, s, beta, into);
      const table = tables[i]!;
      for (row = run.from; row < run.to; row++) {
        const start = recencyAt[row - from]!;
        const end = ageAt[row - from]!;
        const integral = table.lnOdds[start]! - table.lnOdds[end]!;
        if (!(integral > SMALLEST_DIFFERENCE * table.lnOdds[start]!)) {
          fillLeavingByRow(histories, row, row + 1, r, alpha, s, beta, into);
          continue;
        }
        into.lnOdds[row] =
          lnLeaving + Math.log(integral) + (r + run.frequency) * lnAlphaGrowth[end]! + s * lnBetaGrowth[end]!;
        into.lnAlpha[row] = (table.lnAlpha[start]! - table.lnAlpha[end]!) / integral;
        into.lnBeta[row] = (table.lnBeta[start]! - table.lnBeta[end]!) / integral;
        into.perAlpha[row] = (table.perAlpha[start]! - table.perAlpha[end]!) / integral;
        into.perBeta[row] = (table.perBeta[start]! - table.perBeta[end]!) / integral;
      }
    }
    fillLeavingByRow(histories, row, to, r, alpha, s, beta, into);
  };
}

/** Purchase counts that at least `fewest` rows share. */
function commonFrequencies(
  { frequency }: CompressedHistories,
  from: number,
  to: number,
  fewest: number,
): Run[] {
  const runs: Run[] = [];
  let start = from;
  for (let row = from + 1; row <= to; row++) {
    if (row < to && frequency[row] === frequency[start]) continue;
    if (row - start >= fewest) runs.push({ frequency: frequency[start]!, from: start, to: row });
    start = row;
  }
  return runs;
}

function distinctTimes({ recency, age }: CompressedHistories, from: number, to: number): Float64Array {
  const times = new Set<number>();
  for (let row = from; row < to; row++) times.add(recency[row]!).add(age[row]!);
  return Float64Array.from(times).sort();
}

/**
 * Per run and time the integral from that time to the last one, of the integrand divided by its value at time 0 (`lnOdds`), and
 * of that times each of the averaged quantities.
 */
function fillTables(
  times: Float64Array,
  runs: readonly Run[],
  r: number,
  alpha: number,
  s: number,
  beta: number,
  tables: readonly LeavingColumns[],
): void {
  if (runs.length === 0) return;
  const lnAlphaAtStart = Math.log(alpha);
  const lnBetaAtStart = Math.log(beta);
  const largestShape = r + runs[runs.length - 1]!.frequency;
  const smaller = Math.min(alpha, beta);
  const sums = runs.map(() => ({ integral: 0, lnAlpha: 0, lnBeta: 0, perAlpha: 0, perBeta: 0 }));
  for (let i = times.length - 1; i >= 0; i--) {
    const from = times[i]!;
    const to = times[i + 1] ?? from;
    // Panels of equal ratio, because the integrand is a power of time.
    const growth = Math.log1p((to - from) / (smaller + from));
    const fall =
      largestShape * Math.log1p((to - from) / (alpha + from)) +
      (s + 1) * Math.log1p((to - from) / (beta + from));
    const panels = Math.ceil((fall + RULE_DEGREE * growth) / LONGEST_PANEL);
    let start = from;
    for (let panel = 1; panel <= panels; panel++) {
      const end = panel === panels ? to : from + (smaller + from) * Math.expm1((panel / panels) * growth);
      for (let node = 0; node < RULE.nodes.length; node++) {
        const y = start + (end - start) * RULE.nodes[node]!;
        const lnAlpha = Math.log(alpha + y);
        const lnBeta = Math.log(beta + y);
        const perAlpha = 1 / (alpha + y);
        const perBeta = 1 / (beta + y);
        const fall = r * (lnAlpha - lnAlphaAtStart) + (s + 1) * (lnBeta - lnBetaAtStart);
        let value = (end - start) * RULE.weights[node]! * Math.exp(-fall);
        let frequency = 0;
        for (let run = 0; run < runs.length; run++) {
          const more = runs[run]!.frequency - frequency;
          if (more !== 0) value *= more === 1 ? alpha * perAlpha : (alpha * perAlpha) ** more;
          frequency += more;
          const sum = sums[run]!;
          sum.integral += value;
          sum.lnAlpha += value * lnAlpha;
          sum.lnBeta += value * lnBeta;
          sum.perAlpha += value * perAlpha;
          sum.perBeta += value * perBeta;
        }
      }
      start = end;
    }
    for (let run = 0; run < runs.length; run++) {
      const table = tables[run]!;
      const sum = sums[run]!;
      table.lnOdds[i] = sum.integral;
      table.lnAlpha[i] = sum.lnAlpha;
      table.lnBeta[i] = sum.lnBeta;
      table.perAlpha[i] = sum.perAlpha;
      table.perBeta[i] = sum.perBeta;
    }
  }
}
