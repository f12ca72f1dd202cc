import type { CompressedHistories, WeightedHistoryColumns } from "../histories/contract.ts";
import { groupByCovariates } from "./group-by-covariates.ts";
import type { CovariateGroups } from "./objective.ts";
import type { UsableCovariate } from "./usable-covariates.ts";

/**
 * Histories joined within groups of customers with equal covariates, with times divided by `timeScale` and covariates
 * standardised; both as the objective wants them.
 */
export function groupedHistories(
  histories: WeightedHistoryColumns,
  covariates: readonly UsableCovariate[],
  timeScale: number,
): { histories: CompressedHistories; groups: CovariateGroups } {
  const rows = histories.frequency.length;
  const frequency = Float64Array.from(histories.frequency);
  const recency = Float64Array.from(histories.recency, (time, row) =>
    frequency[row] === 0 ? 0 : time / timeScale,
  );
  const age = Float64Array.from(histories.age, (time) => time / timeScale);
  const weight = Float64Array.from({ length: rows }, (_, row) => histories.weight?.[row] ?? 1);
  const { order, starts } = groupByCovariates(
    covariates.map(({ values }) => values),
    rows,
    [frequency, recency, age, weight],
  );

  const kept: number[] = [];
  const joinedWeight: number[] = [];
  const joinedStarts: number[] = [];
  for (let group = 0; group + 1 < starts.length; group++) {
    joinedStarts.push(kept.length);
    for (let i = starts[group]!; i < starts[group + 1]!; i++) {
      const row = order[i]!;
      const last = kept[kept.length - 1]!;
      const isSame =
        i > starts[group]! &&
        frequency[row] === frequency[last] &&
        recency[row] === recency[last] &&
        age[row] === age[last];
      if (isSame) {
        joinedWeight[joinedWeight.length - 1]! += weight[row]!;
      } else {
        kept.push(row);
        joinedWeight.push(weight[row]!);
      }
    }
  }
  const column = (values: Float64Array) => Float64Array.from(kept, (row) => values[row]!);
  const standardised = (process: UsableCovariate["process"]) =>
    covariates
      .filter((covariate) => covariate.process === process)
      .map(({ values, mean, deviation }) =>
        Float64Array.from(joinedStarts, (start) => (values[kept[start]!]! - mean) / deviation),
      );
  return {
    histories: {
      frequency: column(frequency),
      recency: column(recency),
      age: column(age),
      weight: Float64Array.from(joinedWeight),
    },
    groups: {
      starts: Int32Array.from([...joinedStarts, kept.length]),
      transaction: standardised("transaction"),
      lifetime: standardised("lifetime"),
    },
  };
}
