import { checkHistories } from "../histories/check-history.ts";
import { outOfRange } from "../out-of-range.ts";
import { checkPositiveParams } from "../repeat-purchase/check-arguments.ts";
import { checkCovariateColumns, checkCovariateNames, PROCESSES, type Process } from "./check-covariates.ts";
import type { ParetoNbdModel } from "./contract.ts";
import type {
  CovariateValues,
  CustomerCovariates,
  HistoriesWithCovariates,
  ParetoNbdCovariateModel,
  ParetoNbdCovariateParams,
} from "./covariates-contract.ts";
import { groupByCovariates } from "./group-by-covariates.ts";
import { paretoNbd } from "./model.ts";

/**
 * Pareto/NBD with static covariates and these parameters. Tables are answered group by group of customers with equal covariates.
 *
 * @throws RangeError when r, alpha, s or beta is not a finite number > 0, or an effect not a finite number.
 */
export function paretoNbdWithCovariates(params: ParetoNbdCovariateParams): ParetoNbdCovariateModel {
  checkPositiveParams("paretoNbdWithCovariates", params, ["r", "alpha", "s", "beta"]);
  const { r, alpha, s, beta } = params;
  const effects = { transaction: params.transactionEffects, lifetime: params.lifetimeEffects };
  for (const process of PROCESSES) {
    for (const [name, effect] of Object.entries(effects[process])) {
      if (!Number.isFinite(effect))
        throw outOfRange(`${process} effect of ${name}`, effect, "a finite number");
    }
  }

  const factor = (process: Process, values: CovariateValues) => {
    let sum = 0;
    for (const [name, effect] of Object.entries(effects[process])) sum += effect * values[name]!;
    return Math.exp(-sum);
  };
  const forValues = (transaction: CovariateValues, lifetime: CovariateValues) =>
    paretoNbd({
      r,
      alpha: alpha * factor("transaction", transaction),
      s,
      beta: beta * factor("lifetime", lifetime),
    });

  /** Visits the groups of rows with equal covariates: the model of the group, its histories, and where its rows stand. */
  const eachGroup = (
    histories: HistoriesWithCovariates,
    visit: (model: ParetoNbdModel, group: HistoriesOfGroup, rows: Int32Array) => void,
  ) => {
    const rows = checkHistories(histories);
    checkCovariateColumns(histories.covariates, rows);
    const columns = (process: Process) => {
      const given = histories.covariates[process] ?? {};
      checkCovariateNames(process, given, effects[process]);
      return given;
    };
    const transaction = columns("transaction");
    const lifetime = columns("lifetime");
    const { order, starts } = groupByCovariates(
      [...Object.values(transaction), ...Object.values(lifetime)],
      rows,
    );
    for (let group = 0; group + 1 < starts.length; group++) {
      const members = order.subarray(starts[group]!, starts[group + 1]!);
      const first = members[0]!;
      visit(
        forValues(valuesOfRow(transaction, first), valuesOfRow(lifetime, first)),
        historiesOfRows(histories, members),
        members,
      );
    }
    return rows;
  };
  const each = (
    histories: HistoriesWithCovariates,
    answer: (model: ParetoNbdModel, group: HistoriesOfGroup) => Float64Array,
  ) => {
    const answers = new Float64Array(histories.frequency.length);
    eachGroup(histories, (model, group, members) => {
      const found = answer(model, group);
      for (let i = 0; i < members.length; i++) answers[members[i]!] = found[i]!;
    });
    return answers;
  };

  return {
    model: "paretoNbdWithCovariates",
    params: {
      r,
      alpha,
      s,
      beta,
      transactionEffects: { ...effects.transaction },
      lifetimeEffects: { ...effects.lifetime },
    },
    forCustomer({ transaction = {}, lifetime = {} }: CustomerCovariates) {
      for (const [process, values] of [
        ["transaction", transaction],
        ["lifetime", lifetime],
      ] as const) {
        checkCovariateNames(process, values, effects[process]);
        for (const [name, value] of Object.entries(values)) {
          if (!Number.isFinite(value))
            throw outOfRange(`${process} covariate ${name}`, value, "a finite number");
        }
      }
      return forValues(transaction, lifetime);
    },
    logLikelihood(histories) {
      let sum = 0;
      eachGroup(histories, (model, group) => {
        sum += model.logLikelihood(group);
      });
      return sum;
    },
    probabilityAliveEach: (histories) => each(histories, (model, group) => model.probabilityAliveEach(group)),
    conditionalExpectedTransactionsEach: (horizon, histories) =>
      each(histories, (model, group) => model.conditionalExpectedTransactionsEach(horizon, group)),
    expectedTransactionsWhileAliveEach: (horizon, histories) =>
      each(histories, (model, group) => model.expectedTransactionsWhileAliveEach(horizon, group)),
    discountedExpectedTransactionsEach: (delta, histories) =>
      each(histories, (model, group) => model.discountedExpectedTransactionsEach(delta, group)),
    transactionIntervalEach(horizon, histories, level) {
      const low = new Int32Array(histories.frequency.length);
      const high = new Int32Array(histories.frequency.length);
      eachGroup(histories, (model, group, members) => {
        const found = model.transactionIntervalEach(horizon, group, level);
        for (let i = 0; i < members.length; i++) {
          low[members[i]!] = found.low[i]!;
          high[members[i]!] = found.high[i]!;
        }
      });
      return { low, high };
    },
  };
}

interface HistoriesOfGroup {
  readonly frequency: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly weight: Float64Array;
}

function historiesOfRows(histories: HistoriesWithCovariates, rows: Int32Array): HistoriesOfGroup {
  const column = (values: ArrayLike<number>) => Float64Array.from(rows, (row) => values[row]!);
  return {
    frequency: column(histories.frequency),
    recency: column(histories.recency),
    age: column(histories.age),
    weight: histories.weight === undefined ? new Float64Array(rows.length).fill(1) : column(histories.weight),
  };
}

function valuesOfRow(columns: Readonly<Record<string, ArrayLike<number>>>, row: number): CovariateValues {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[row]!]));
}
