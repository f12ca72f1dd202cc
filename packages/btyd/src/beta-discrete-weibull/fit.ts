import type { ContractData } from "../contracts/contract.ts";
import { contractWarnings } from "../contracts/contract-warnings.ts";
import { type PeriodTable, periodTable } from "../contracts/period-table.ts";
import type { FitOptions, FitWarning, ModelFit } from "../fits/contract.ts";
import { fitByLikelihood, type LikelihoodFit, type Ridge } from "../fits/fit-by-likelihood.ts";
import { fitShiftedBetaGeometricTable } from "../shifted-beta-geometric/fit.ts";
import type { BetaDiscreteWeibullParams } from "./contract.ts";
import { betaDiscreteWeibullObjective } from "./objective.ts";

export type BetaDiscreteWeibullFit = ModelFit<"betaDiscreteWeibull", BetaDiscreteWeibullParams>;

/** The first is also the centre of the weak prior. */
const STARTS: readonly BetaDiscreteWeibullParams[] = [
  { alpha: 1, beta: 3, c: 1 },
  { alpha: 0.3, beta: 1, c: 1.5 },
  { alpha: 5, beta: 30, c: 0.7 },
];
/** As many periods as parameters, or fewer, would be followed exactly, chance included. */
const TOO_FEW_PERIODS = 3;
/** Standard error of ln c above which c may be a third or the threefold: nothing is known of it. */
const UNKNOWN_LOG_C = 1;

const RIDGE: Ridge = {
  direction: [Math.LN2, Math.LN2, 0],
  message: ([alpha, beta]) =>
    `alpha = ${alpha!.toPrecision(4)} and beta = ${beta!.toPrecision(4)} could be twice as large: ` +
    "the contracts hardly show whether customers differ, rely on alpha / (alpha + beta) only.",
};

/**
 * Fits the beta-discrete-Weibull model by maximum likelihood. Deterministic; the order of rows is irrelevant; contracts may be
 * given one by one or as survivors. Where the data do not bear c, the shifted-beta-geometric (c = 1) is fitted instead, with a
 * warning.
 *
 * @throws RangeError when the columns differ in length, or naming the first value that no contract can have.
 */
export function fitBetaDiscreteWeibull(data: ContractData, options: FitOptions = {}): BetaDiscreteWeibullFit {
  const table = periodTable(data);
  const { tooLittle, leftOut } = contractWarnings(table, 3, options);
  const periods = table.atRisk.reduce((count, contracts) => (contracts > 0 ? count + 1 : count), 0);
  if (tooLittle !== null || periods <= TOO_FEW_PERIODS) {
    const first =
      tooLittle ??
      notIdentified(`Renewals were seen ${periods} times; c needs at least ${TOO_FEW_PERIODS + 1}.`);
    return withFixedC(table, options, { ...first, fallback: FIXED }, 0);
  }
  const found = fitByLikelihood({
    names: ["alpha", "beta", "c"],
    scales: ["ln", "ln", "ln"],
    objective: betaDiscreteWeibullObjective(table),
    starts: STARTS.map(({ alpha, beta, c }) => [Math.log(alpha), Math.log(beta), Math.log(c)]),
    customers: table.contracts,
    maxIterations: options.maxIterations,
    ridges: [RIDGE],
    tooLittle: null,
    toDataUnits: (point) => point,
  });
  const problem = problemOfC(found);
  if (problem !== null) return withFixedC(table, options, problem, found.iterations);
  const [alpha, beta, c] = found.values as [number, number, number];
  const errors = found.standardErrors;
  return {
    model: "betaDiscreteWeibull",
    params: { alpha, beta, c },
    logLikelihood: -found.value * table.contracts,
    standardErrors: { alpha: errors.alpha ?? null, beta: errors.beta ?? null, c: errors.c ?? null },
    uncertainty: found.uncertainty,
    converged: found.converged,
    iterations: found.iterations,
    customers: table.contracts,
    warnings: [...leftOut, ...found.warnings],
  };
}

const FIXED = "c was set to 1, which is the shifted-beta-geometric; intervals suppose that this is right.";

function notIdentified(message: string): FitWarning {
  return { code: "weaklyIdentified", message, fallback: FIXED };
}

function problemOfC({ values, standardErrors, converged, iterations }: LikelihoodFit): FitWarning | null {
  if (!converged) {
    const message = `No maximum of the likelihood after ${iterations} steps.`;
    return { code: "didNotConverge", message, fallback: FIXED };
  }
  const c = values[2]!;
  const error = standardErrors.c ?? null;
  if (error !== null && error / c <= UNKNOWN_LOG_C) return null;
  const size = error === null ? "an unknown standard error" : `a standard error of ${error.toPrecision(3)}`;
  return notIdentified(
    `c = ${c.toPrecision(4)} has ${size}: the renewals do not show how the risk develops.`,
  );
}

function withFixedC(
  table: PeriodTable,
  options: FitOptions,
  warning: FitWarning,
  iterations: number,
): BetaDiscreteWeibullFit {
  const fit = fitShiftedBetaGeometricTable(table, options);
  const others = fit.warnings.filter(({ code }) => code !== warning.code);
  return {
    ...fit,
    model: "betaDiscreteWeibull",
    params: { ...fit.params, c: 1 },
    standardErrors: { ...fit.standardErrors, c: null },
    iterations: iterations + fit.iterations,
    warnings: [...others, warning],
  };
}
