import { checkHistories, checkHistory } from "../histories/check-history.ts";
import type { CustomerHistory, HistoryColumns } from "../histories/contract.ts";
import { checkCount, checkHorizon, checkLevel, MAX_TRANSACTION_COUNT } from "./check-arguments.ts";
import type { RepeatPurchaseKernel, RepeatPurchaseModel, TransactionInterval } from "./contract.ts";

const DEFAULT_LEVEL = 0.8;
/** Counts that are walked over before a model is asked for later ones directly, if it can be. */
const LONG_WALK = 500;

/** Makes the public model of a kernel: checks of arguments, answers for tables, distributions and intervals. */
export function repeatPurchaseModel<Name extends string, Params>(
  kernel: RepeatPurchaseKernel<Name, Params>,
): RepeatPurchaseModel<Name, Params> {
  const expected = (horizon: number, x: number, recency: number, age: number) => {
    if (horizon === 0) return 0;
    const alive = kernel.probabilityAlive(x, recency, age);
    return alive === 0 ? 0 : alive * kernel.expectedWhileAlive(horizon, x, recency, age);
  };
  const whileAlive = (horizon: number, x: number, recency: number, age: number) =>
    horizon === 0 ? 0 : kernel.expectedWhileAlive(horizon, x, recency, age);

  const probabilityOf = (count: number, horizon: number, x: number, recency: number, age: number) => {
    if (horizon === 0) return count === 0 ? 1 : 0;
    const alive = kernel.probabilityAlive(x, recency, age);
    if (count > LONG_WALK && kernel.countExactly !== undefined) {
      return Math.min(1, alive * kernel.countExactly(horizon, x, recency, age, count));
    }
    let found = 0;
    kernel.walkCounts(horizon, x, recency, age, (k, probability) => {
      found = probability;
      return k < count;
    });
    return Math.min(1, alive * found + (count === 0 ? 1 - alive : 0));
  };

  const interval = (horizon: number, x: number, recency: number, age: number, level: number) => {
    const lowTarget = (1 - level) / 2;
    const highTarget = (1 + level) / 2;
    const alive = horizon === 0 ? 0 : kernel.probabilityAlive(x, recency, age);
    let cumulated = 1 - alive;
    if (cumulated >= highTarget) return { low: 0, high: 0 };
    const walked = kernel.countAtLeast === undefined ? MAX_TRANSACTION_COUNT : LONG_WALK;
    let low: number | null = null;
    let high: number | null = null;
    kernel.walkCounts(horizon, x, recency, age, (count, probability) => {
      cumulated += alive * probability;
      if (cumulated >= lowTarget) low ??= count;
      if (cumulated >= highTarget) high = count;
      return high === null && count < walked;
    });
    const beyond = (target: number) =>
      smallestCount((count) => {
        const more = kernel.countAtLeast?.(horizon, x, recency, age, count + 1) ?? 0;
        return 1 - alive * more >= target;
      }, walked);
    return { low: low ?? beyond(lowTarget), high: high ?? beyond(highTarget) };
  };

  return {
    model: kernel.model,
    params: kernel.params,
    logLikelihood(histories) {
      const rows = checkHistories(histories);
      const { frequency, recency, age, sumLogIntervals, weight } = histories;
      let sum = 0;
      for (let row = 0; row < rows; row++) {
        const known = sumLogIntervals?.[row] ?? Number.NaN;
        sum += (weight?.[row] ?? 1) * kernel.logLikelihood(frequency[row]!, recency[row]!, age[row]!, known);
      }
      return sum;
    },
    logLikelihoodOf(customer) {
      checkHistory(customer);
      const known = customer.sumLogIntervals ?? Number.NaN;
      return kernel.logLikelihood(customer.frequency, customer.recency, customer.age, known);
    },
    expectedTransactions(horizon) {
      checkHorizon(horizon);
      return expected(horizon, 0, 0, 0);
    },
    transactionProbability(count, horizon) {
      checkCount(count);
      checkHorizon(horizon);
      return probabilityOf(count, horizon, 0, 0, 0);
    },
    probabilityAlive(customer) {
      checkHistory(customer);
      return kernel.probabilityAlive(customer.frequency, customer.recency, customer.age);
    },
    probabilityAliveEach: (histories) =>
      each(histories, (x, recency, age) => kernel.probabilityAlive(x, recency, age)),
    conditionalExpectedTransactions: (horizon, customer) => one(horizon, customer, expected),
    conditionalExpectedTransactionsEach: (horizon, histories) => {
      checkHorizon(horizon);
      return each(histories, (x, recency, age) => expected(horizon, x, recency, age));
    },
    expectedTransactionsWhileAlive: (horizon, customer) => one(horizon, customer, whileAlive),
    expectedTransactionsWhileAliveEach: (horizon, histories) => {
      checkHorizon(horizon);
      return each(histories, (x, recency, age) => whileAlive(horizon, x, recency, age));
    },
    conditionalTransactionProbability(count, horizon, customer) {
      checkCount(count);
      checkHorizon(horizon);
      checkHistory(customer);
      return probabilityOf(count, horizon, customer.frequency, customer.recency, customer.age);
    },
    transactionInterval(horizon, customer, level = DEFAULT_LEVEL): TransactionInterval {
      checkLevel(level);
      checkHorizon(horizon);
      checkHistory(customer);
      return interval(horizon, customer.frequency, customer.recency, customer.age, level);
    },
    transactionIntervalEach(horizon, histories, level = DEFAULT_LEVEL) {
      checkLevel(level);
      checkHorizon(horizon);
      const rows = checkHistories(histories);
      const low = new Int32Array(rows);
      const high = new Int32Array(rows);
      const { frequency, recency, age } = histories;
      for (let row = 0; row < rows; row++) {
        const found = interval(horizon, frequency[row]!, recency[row]!, age[row]!, level);
        low[row] = found.low;
        high[row] = found.high;
      }
      return { low, high };
    },
  };
}

/** The smallest count above `from` for which a rising condition holds; `MAX_TRANSACTION_COUNT` when none does. */
function smallestCount(holds: (count: number) => boolean, from: number): number {
  let [below, above] = [from, MAX_TRANSACTION_COUNT];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}

function one(
  horizon: number,
  customer: CustomerHistory,
  answer: (horizon: number, x: number, recency: number, age: number) => number,
): number {
  checkHorizon(horizon);
  checkHistory(customer);
  return answer(horizon, customer.frequency, customer.recency, customer.age);
}

function each(
  histories: HistoryColumns,
  answer: (x: number, recency: number, age: number) => number,
): Float64Array {
  const rows = checkHistories(histories);
  const { frequency, recency, age } = histories;
  const answers = new Float64Array(rows);
  for (let row = 0; row < rows; row++) answers[row] = answer(frequency[row]!, recency[row]!, age[row]!);
  return answers;
}
