import type { ContractData } from "../contracts/contract.ts";
import { contractWarnings } from "../contracts/contract-warnings.ts";
import { periodTable } from "../contracts/period-table.ts";
import type { FitOptions, FitWarning, ModelFit } from "../fits/contract.ts";
import { fitByLikelihood, type LikelihoodFit, type Ridge } from "../fits/fit-by-likelihood.ts";
import { fitShiftedBetaGeometricTable, type ShiftedBetaGeometricFit } from "../shifted-beta-geometric/fit.ts";
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
/** Gain in log-likelihood below which c is not told from 1 (95 % of a likelihood-ratio test), asked where the fit is doubtful. */
const WORTH_OF_C = 1.92;

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
  const withFixedC = () => fitShiftedBetaGeometricTable(table, options);
  if (tooLittle !== null) return constantRisk(withFixedC(), tooLittle, 0);
  if (periods <= TOO_FEW_PERIODS) {
    const message = `Renewals were seen ${periods} times; c needs at least ${TOO_FEW_PERIODS + 1}.`;
    return constantRisk(withFixedC(), { code: "weaklyIdentified", message }, 0);
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
  if (found.warnings.length > 0 || isUnknown(found)) {
    const simpler = withFixedC();
    const problem = problemOfC(found, -found.value * table.contracts - simpler.logLikelihood);
    if (problem !== null) return constantRisk(simpler, problem, found.iterations);
  }
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

/** Whether c may as well be a third or the threefold of what was found. */
function isUnknown({ values, standardErrors }: LikelihoodFit): boolean {
  const error = standardErrors.c ?? null;
  return error === null || error > values[2]!;
}

type Problem = Pick<FitWarning, "code" | "message">;

function problemOfC({ values, converged, iterations }: LikelihoodFit, gain: number): Problem | null {
  if (!converged) {
    return { code: "didNotConverge", message: `No maximum of the likelihood after ${iterations} steps.` };
  }
  if (gain >= WORTH_OF_C) return null;
  const found = `c = ${values[2]!.toPrecision(4)} changes the log-likelihood by ${gain.toPrecision(2)}`;
  return { code: "weaklyIdentified", message: `${found} against c = 1, too little to tell them apart.` };
}

function constantRisk(
  fit: ShiftedBetaGeometricFit,
  problem: Problem,
  iterations: number,
): BetaDiscreteWeibullFit {
  const fallback =
    "c was set to 1, which is the shifted-beta-geometric; intervals suppose that this is right.";
  const others = fit.warnings.filter(
    ({ code, message }) => code !== problem.code || message !== problem.message,
  );
  return {
    ...fit,
    model: "betaDiscreteWeibull",
    params: { ...fit.params, c: 1 },
    standardErrors: { ...fit.standardErrors, c: null },
    iterations: iterations + fit.iterations,
    warnings: [...others, { ...problem, fallback }],
  };
}
