import type { FitWarning, ModelFit, ParameterScale } from "../fits/contract.ts";
import { fitByLikelihood, type LikelihoodFit, type Ridge } from "../fits/fit-by-likelihood.ts";
import { prepareHistories } from "../histories/prepare-histories.ts";
import { tooFewRepeatCustomers } from "../histories/too-few-repeat-customers.ts";
import type { Objective } from "../numerics/minimise-bfgs.ts";
import { outOfRange } from "../out-of-range.ts";
import { checkCovariateColumns } from "./check-covariates.ts";
import type {
  CovariateColumns,
  HistoriesWithCovariates,
  ParetoNbdCovariateFitOptions,
  ParetoNbdCovariateParams,
} from "./covariates-contract.ts";
import { groupedHistories } from "./grouped-histories.ts";
import { paretoNbdObjective } from "./objective.ts";
import { MIN_REPEAT_CUSTOMERS_PER_PARAMETER, NAMES, ridges, searchStarts } from "./search.ts";
import { type UsableCovariate, usableCovariates } from "./usable-covariates.ts";

/** When the rate at one end of a covariate's range can move by so many powers of e, its effect is not known. */
const UNKNOWN_EFFECT = 2;

type CovariateFit = ModelFit<"paretoNbdWithCovariates", ParetoNbdCovariateParams>;

/**
 * Fits Pareto/NBD with static covariates by maximum likelihood, in everything else as `fitParetoNbd`. A covariate that is the
 * same for all customers, or that follows from others before it in the same record, gets the effect 0 and a warning.
 *
 * Twice the difference of its log-likelihood from that of `fitParetoNbd` is χ² with as many degrees of freedom as effects when
 * the covariates are irrelevant. In `uncertainty` effects are named `transactionEffects.<name>` and `lifetimeEffects.<name>`.
 *
 * `minInformative` counts customers with a repeat purchase; default five per parameter and effect.
 *
 * @throws RangeError when columns differ in length, naming the first row that no customer can have or the first value of a
 * covariate that is not a finite number, or when an option is out of range.
 */
export function fitParetoNbdWithCovariates(
  histories: HistoriesWithCovariates,
  options: ParetoNbdCovariateFitOptions = {},
): CovariateFit {
  const { regularisation = 0 } = options;
  if (!(regularisation >= 0 && regularisation < Number.POSITIVE_INFINITY)) {
    throw outOfRange("regularisation", regularisation, "a finite number ≥ 0");
  }
  const prepared = prepareHistories(histories);
  checkCovariateColumns(histories.covariates, histories.frequency.length);
  const { timeScale, customers, repeatPurchases } = prepared;
  const { usable, warnings } = usableCovariates(histories.covariates, histories.weight);

  const grouped = groupedHistories(histories, usable, timeScale);
  const likelihood = paretoNbdObjective(grouped.histories, grouped.groups);
  const needed =
    options.minInformative ?? MIN_REPEAT_CUSTOMERS_PER_PARAMETER * (NAMES.length + usable.length);
  const found = fitByLikelihood({
    names: [...NAMES, ...usable.map(({ process, name }) => `${process}Effects.${name}`)],
    scales: [...NAMES.map(() => "ln" as const), ...usable.map(() => "identity" as const)],
    objective: regularisation === 0 ? likelihood : shrunk(likelihood, regularisation),
    starts: searchStarts(usable.length),
    customers,
    maxIterations: options.maxIterations,
    ridges: [...ridges(usable.length), ...unknownEffects(usable)],
    tooLittle: tooFewRepeatCustomers(prepared, needed),
    toDataUnits: (point) => toDataUnits(point, usable, Math.log(timeScale)),
  });
  const value = likelihood(found.point, new Float64Array(found.point.length));
  const [r, alpha, s, beta] = found.values as [number, number, number, number];
  return {
    model: "paretoNbdWithCovariates",
    params: { r, alpha, s, beta, ...byName(histories.covariates, usable, found.values.slice(4), 0) },
    logLikelihood: -customers * value - repeatPurchases * Math.log(timeScale),
    ...uncertaintyInDataUnits(found, histories.covariates, usable),
    converged: found.converged,
    iterations: found.iterations,
    customers,
    warnings: [...warnings, ...withoutRepetition(found.warnings)],
  };
}

/** Adds the ridge penalty on the effects, which are searched per standard deviation. */
function shrunk(objective: Objective, regularisation: number): Objective {
  return (point, gradient) => {
    let value = objective(point, gradient);
    for (let i = NAMES.length; i < point.length; i++) {
      value += regularisation * point[i]! ** 2;
      gradient[i]! += 2 * regularisation * point[i]!;
    }
    return value;
  };
}

/**
 * The rate at either end of the range moves up or down while that at the other end stays: an effect that runs off (nobody of a
 * group bought again) is flat in one of these directions only.
 */
function unknownEffects(usable: readonly UsableCovariate[]): Ridge[] {
  return usable.flatMap(({ process, name, mean, deviation, smallest, largest }, effect) =>
    [smallest, largest].flatMap((fixed) =>
      [UNKNOWN_EFFECT, -UNKNOWN_EFFECT].map((shift) => {
        const direction = new Array<number>(NAMES.length + usable.length).fill(0);
        const change = (shift * deviation) / (largest - smallest);
        direction[NAMES.length + effect] = change;
        direction[process === "transaction" ? 1 : 3] = (change * (fixed - mean)) / deviation;
        return {
          direction,
          message: () => `The data hardly say how the ${process} covariate ${name} matters.`,
        };
      }),
    ),
  );
}

/** From effects per standard deviation around the mean to effects per unit around zero, and from scaled time. */
function toDataUnits(point: Float64Array, usable: readonly UsableCovariate[], lnScale: number): Float64Array {
  const moved = point.slice();
  moved[1]! += lnScale;
  moved[3]! += lnScale;
  for (const [i, { process, mean, deviation }] of usable.entries()) {
    const effect = point[NAMES.length + i]! / deviation;
    moved[NAMES.length + i] = effect;
    moved[process === "transaction" ? 1 : 3]! += effect * mean;
  }
  return moved;
}

function uncertaintyInDataUnits(
  { uncertainty, values }: LikelihoodFit,
  covariates: CovariateColumns,
  usable: readonly UsableCovariate[],
): Pick<CovariateFit, "standardErrors" | "uncertainty"> {
  if (uncertainty === null) {
    const none = Object.fromEntries(NAMES.map((name) => [name, null]));
    const effects = byName(
      covariates,
      usable,
      usable.map(() => null),
      null,
    );
    return { standardErrors: { ...none, ...effects } as CovariateFit["standardErrors"], uncertainty: null };
  }
  const size = values.length;
  // toDataUnits is linear but for a constant, so that its columns are what it does to unit vectors.
  const columns = Array.from({ length: size }, (_, j) =>
    toDataUnits(
      Float64Array.from({ length: size }, (_, i) => (i === j ? 1 : 0)),
      usable,
      0,
    ),
  );
  const covariance = new Array<number>(size * size).fill(0);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      for (let k = 0; k < size; k++) {
        for (let l = 0; l < size; l++) {
          covariance[i * size + j]! +=
            columns[k]![i]! * uncertainty.covariance[k * size + l]! * columns[l]![j]!;
        }
      }
    }
  }
  const errors = uncertainty.scales.map((scale: ParameterScale, i) => {
    const error = Math.sqrt(covariance[i * size + i]!);
    return scale === "ln" ? values[i]! * error : error;
  });
  const plain = Object.fromEntries(NAMES.map((name, i) => [name, errors[i]!]));
  const effects = byName(covariates, usable, errors.slice(NAMES.length), null);
  return {
    standardErrors: { ...plain, ...effects } as CovariateFit["standardErrors"],
    uncertainty: { ...uncertainty, covariance },
  };
}

/** Values of the effects by process and name; `absent` for covariates that could not be used. */
function byName<Value>(
  covariates: CovariateColumns,
  usable: readonly UsableCovariate[],
  values: readonly Value[],
  absent: Value,
): { transactionEffects: Record<string, Value>; lifetimeEffects: Record<string, Value> } {
  const of = (process: UsableCovariate["process"]) =>
    Object.fromEntries(
      Object.keys(covariates[process] ?? {}).map((name) => {
        const at = usable.findIndex((covariate) => covariate.process === process && covariate.name === name);
        return [name, at < 0 ? absent : values[at]!];
      }),
    );
  return { transactionEffects: of("transaction"), lifetimeEffects: of("lifetime") };
}

function withoutRepetition(warnings: readonly FitWarning[]): FitWarning[] {
  return warnings.filter(
    ({ message }, i) => warnings.findIndex((warning) => warning.message === message) === i,
  );
}
