import type { FitWarning } from "../fits/contract.ts";
import { PROCESSES, type Process } from "./check-covariates.ts";
import type { CovariateColumns } from "./covariates-contract.ts";

/** What of a covariate must be left for its effect to be told from those before it, as a share of its variance. */
const SMALLEST_OWN_VARIANCE = 1e-10;

/** A covariate with an effect to search. */
export interface UsableCovariate {
  readonly process: Process;
  readonly name: string;
  readonly values: ArrayLike<number>;
  /** Weighted over the customers; the search runs on (value − mean) / deviation, so that the unit of a covariate is irrelevant. */
  readonly mean: number;
  readonly deviation: number;
  readonly smallest: number;
  readonly largest: number;
}

/** The covariates that differ between customers and are no combination of others before them; a warning for each of the rest. */
export function usableCovariates(
  covariates: CovariateColumns,
  weight: ArrayLike<number> | undefined,
): { usable: UsableCovariate[]; warnings: FitWarning[] } {
  const usable: UsableCovariate[] = [];
  const warnings: FitWarning[] = [];
  for (const process of PROCESSES) {
    /** Orthogonal directions of unit length, of the covariates taken so far. */
    const directions: Float64Array[] = [];
    for (const [name, values] of Object.entries(covariates[process] ?? {})) {
      const { mean, deviation, centred } = centre(values, weight);
      const title = `${process} covariate ${name}`;
      const fallback = "Its effect was set to 0.";
      if (!(deviation > SMALLEST_OWN_VARIANCE * Math.abs(mean))) {
        warnings.push({
          code: "doesNotVary",
          message: `The ${title} is the same for all customers.`,
          fallback,
        });
        continue;
      }
      const own = withoutDirections(centred, directions);
      if (own === null) {
        const message = `The ${title} follows from the ${process} covariates before it.`;
        warnings.push({ code: "weaklyIdentified", message, fallback });
        continue;
      }
      directions.push(own);
      const { smallest, largest } = rangeOf(values);
      usable.push({ process, name, values, mean, deviation, smallest, largest });
    }
  }
  return { usable, warnings };
}

/** Weighted mean and deviation, and the vector of √weight · (value − mean), scaled to unit length. */
function centre(values: ArrayLike<number>, weight: ArrayLike<number> | undefined) {
  let total = 0;
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    const w = weight?.[row] ?? 1;
    total += w;
    sum += w * values[row]!;
  }
  const mean = total > 0 ? sum / total : 0;
  let squares = 0;
  const centred = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const w = weight?.[row] ?? 1;
    centred[row] = Math.sqrt(w) * (values[row]! - mean);
    squares += centred[row]! ** 2;
  }
  const length = Math.sqrt(squares);
  if (length > 0) for (let row = 0; row < centred.length; row++) centred[row]! /= length;
  return { mean, deviation: total > 0 ? length / Math.sqrt(total) : 0, centred };
}

function rangeOf(values: ArrayLike<number>): { smallest: number; largest: number } {
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    smallest = Math.min(smallest, values[row]!);
    largest = Math.max(largest, values[row]!);
  }
  return { smallest, largest };
}

/** The part of a unit vector that is orthogonal to the directions, as a unit vector; null when nothing is left of it. */
function withoutDirections(vector: Float64Array, directions: readonly Float64Array[]): Float64Array | null {
  const own = Float64Array.from(vector);
  // Twice, because the first pass leaves rounding of the size of what it took away.
  for (const direction of [...directions, ...directions]) {
    let along = 0;
    for (let row = 0; row < own.length; row++) along += own[row]! * direction[row]!;
    for (let row = 0; row < own.length; row++) own[row]! -= along * direction[row]!;
  }
  let squares = 0;
  for (const value of own) squares += value * value;
  if (!(squares > SMALLEST_OWN_VARIANCE)) return null;
  const length = Math.sqrt(squares);
  return own.map((value) => value / length);
}
