import type { CompressedHistories } from "../histories/contract.ts";
import { type LeavingAverages, lnLeftOdds } from "./left-odds.ts";

/** {@link lnLeftOdds} with its averages for every row, by column. */
export interface LeavingColumns {
  readonly lnOdds: Float64Array;
  readonly lnAlpha: Float64Array;
  readonly lnBeta: Float64Array;
  readonly perAlpha: Float64Array;
  readonly perBeta: Float64Array;
}

/** Fills the columns of a range of rows whose customers share these parameters. */
export type FillLeaving = (
  r: number,
  alpha: number,
  s: number,
  beta: number,
  columns: LeavingColumns,
) => void;

export function leavingColumns(rows: number): LeavingColumns {
  const column = () => new Float64Array(rows);
  return {
    lnOdds: column(),
    lnAlpha: column(),
    lnBeta: column(),
    perAlpha: column(),
    perBeta: column(),
  };
}

/** Scratch: written and read again before anything else runs. */
const averages: LeavingAverages = { lnAlpha: 0, lnBeta: 0, perAlpha: 0, perBeta: 0 };

/** Fills the columns of the rows `from` … `to` − 1, each by itself. */
export function fillLeavingByRow(
  { frequency, recency, age }: CompressedHistories,
  from: number,
  to: number,
  r: number,
  alpha: number,
  s: number,
  beta: number,
  into: LeavingColumns,
): void {
  for (let row = from; row < to; row++) {
    const shape = r + frequency[row]!;
    into.lnOdds[row] = lnLeftOdds(shape, alpha, s, beta, recency[row]!, age[row]!, averages);
    into.lnAlpha[row] = averages.lnAlpha;
    into.lnBeta[row] = averages.lnBeta;
    into.perAlpha[row] = averages.perAlpha;
    into.perBeta[row] = averages.perBeta;
  }
}
