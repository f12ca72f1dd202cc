import { outOfRange } from "../out-of-range.ts";
import type { CovariateColumns } from "./covariates-contract.ts";

/** The two places of a covariate. */
export const PROCESSES = ["transaction", "lifetime"] as const;
export type Process = (typeof PROCESSES)[number];

/** @throws RangeError naming the first covariate column of another length, or its first value that is not a finite number. */
export function checkCovariateColumns(covariates: CovariateColumns, rows: number): void {
  for (const process of PROCESSES) {
    for (const [name, column] of Object.entries(covariates[process] ?? {})) {
      if (column.length !== rows) {
        throw outOfRange(
          `length of ${process} covariate ${name}`,
          column.length,
          `${rows}, the length of frequency`,
        );
      }
      for (let row = 0; row < rows; row++) {
        if (!Number.isFinite(column[row])) {
          throw outOfRange(`${process} covariate ${name} of row ${row}`, column[row], "a finite number");
        }
      }
    }
  }
}

/** @throws RangeError when the covariates given are not exactly those that the model has effects for. */
export function checkCovariateNames(process: Process, given: object, effects: object): void {
  for (const name of Object.keys(effects)) {
    if (!Object.hasOwn(given, name)) {
      throw outOfRange(
        `${process} covariate ${name}`,
        undefined,
        "a value, because the model has an effect for it",
      );
    }
  }
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(effects, name)) {
      const known = Object.keys(effects).join(", ") || "none";
      throw outOfRange(`${process} covariate`, name, `one that the model has an effect for: ${known}`);
    }
  }
}
