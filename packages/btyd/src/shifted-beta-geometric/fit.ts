import type { ContractData } from "../contracts/contract.ts";
import { contractWarnings } from "../contracts/contract-warnings.ts";
import { type PeriodTable, periodTable } from "../contracts/period-table.ts";
import type { FitOptions, ModelFit } from "../fits/contract.ts";
import { fitByLikelihood, type Ridge } from "../fits/fit-by-likelihood.ts";
import type { ShiftedBetaGeometricParams } from "./contract.ts";
import { shiftedBetaGeometricObjective } from "./objective.ts";

export type ShiftedBetaGeometricFit = ModelFit<"shiftedBetaGeometric", ShiftedBetaGeometricParams>;

/** The first is also the centre of the weak prior: a quarter ends at the first renewal. */
const STARTS: readonly ShiftedBetaGeometricParams[] = [
  { alpha: 1, beta: 3 },
  { alpha: 0.3, beta: 0.3 },
  { alpha: 10, beta: 100 },
];

const RIDGE: Ridge = {
  direction: [Math.LN2, Math.LN2],
  message: ([alpha, beta]) =>
    `alpha = ${alpha!.toPrecision(4)} and beta = ${beta!.toPrecision(4)} could be twice as large: ` +
    "the contracts hardly show whether customers differ, rely on alpha / (alpha + beta) only.",
};

/**
 * Fits the shifted-beta-geometric model by maximum likelihood. Deterministic; the order of rows is irrelevant; contracts may be
 * given one by one or as survivors.
 *
 * @throws RangeError when the columns differ in length, or naming the first value that no contract can have.
 */
export function fitShiftedBetaGeometric(
  data: ContractData,
  options: FitOptions = {},
): ShiftedBetaGeometricFit {
  return fitShiftedBetaGeometricTable(periodTable(data), options);
}

/** The same for data that have been tabulated. */
export function fitShiftedBetaGeometricTable(
  table: PeriodTable,
  options: FitOptions,
): ShiftedBetaGeometricFit {
  const { tooLittle, leftOut } = contractWarnings(table, 2, options);
  const found = fitByLikelihood({
    names: ["alpha", "beta"],
    scales: ["ln", "ln"],
    objective: shiftedBetaGeometricObjective(table),
    starts: STARTS.map(({ alpha, beta }) => [Math.log(alpha), Math.log(beta)]),
    customers: table.contracts,
    maxIterations: options.maxIterations,
    ridges: [RIDGE],
    tooLittle,
    toDataUnits: (point) => point,
  });
  const [alpha, beta] = found.values as [number, number];
  return {
    model: "shiftedBetaGeometric",
    params: { alpha, beta },
    logLikelihood: -found.value * table.contracts,
    standardErrors: { alpha: found.standardErrors.alpha ?? null, beta: found.standardErrors.beta ?? null },
    uncertainty: found.uncertainty,
    converged: found.converged,
    iterations: found.iterations,
    customers: table.contracts,
    warnings: [...leftOut, ...found.warnings],
  };
}
