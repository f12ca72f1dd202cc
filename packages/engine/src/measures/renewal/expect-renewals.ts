/** What is to be expected of running contracts, and of the customers that have them. */
import { normalQuantile } from "../../normal-quantile.ts";
import { type Ahead, type ContractStand, intervalLevel, type RenewalCurve } from "./renewal-curve.ts";

/** A contract in force at asOf. */
export interface RunningContract extends ContractStand {
  /** Row in the table of contracts. */
  readonly row: number;
  /** NaN: names no customer. */
  readonly customer: number;
  readonly startDay: number;
  /** Last day of the running term, days since 1970-01-01. */
  readonly nextEnd: number;
  readonly isCancelled: boolean;
  /** Cents a year; NaN where unknown. */
  readonly income: number;
}

export interface ExpectationReach {
  /** Months that a lifetime reaches. */
  readonly months: number;
  /** Per year, 0.08 is 8 %. */
  readonly discount: number;
}

export interface ContractExpectation {
  /** Renewed when the running term ends; 0 after notice. */
  readonly renewalProbability: number;
  readonly probability12: number;
  /** Years in force within the reach, discounted, with the 80 % interval of the curve. */
  readonly years: number;
  readonly yearsLow: number;
  readonly yearsHigh: number;
}

/** Weight of each month ahead: a twelfth of a year, discounted at its middle. */
export function monthWeights({ months, discount }: ExpectationReach): Float64Array {
  return Float64Array.from({ length: months }, (_, month) => (1 + discount) ** -((month + 0.5) / 12) / 12);
}

/** Notice was given: in force until then, and not a day longer. */
const certainEnd =
  (decisionIn: number): Ahead =>
  (months) =>
    months < decisionIn ? 1 : 0;

const horizon = 12;

/** Answers for contracts of which many stand alike. */
export class RenewalExpectations {
  readonly #curve: RenewalCurve;
  readonly #weights: Float64Array;
  readonly #known = new Map<string, ContractExpectation>();
  readonly #inForce = new Map<string, Float64Array>();

  constructor(curve: RenewalCurve, reach: ExpectationReach) {
    this.#curve = curve;
    this.#weights = monthWeights(reach);
  }

  #key({ age, decisionIn, isAgreed, isCancelled }: RunningContract): string {
    return isCancelled ? `end ${decisionIn}` : `${age} ${decisionIn} ${isAgreed}`;
  }

  #ahead(contract: RunningContract): Ahead {
    return contract.isCancelled ? certainEnd(contract.decisionIn) : this.#curve.ahead(contract);
  }

  contract(contract: RunningContract): ContractExpectation {
    const key = this.#key(contract);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const ahead = this.#ahead(contract);
    const years = contract.isCancelled
      ? { expected: this.#yearsOf(ahead), low: null, high: null }
      : this.#curve.estimate((at) => this.#yearsOf(at(contract)));
    const found = {
      renewalProbability: ahead(contract.decisionIn),
      probability12: ahead(horizon),
      years: years.expected,
      yearsLow: Math.min(years.expected, years.low ?? years.expected),
      yearsHigh: Math.max(years.expected, years.high ?? years.expected),
    };
    this.#known.set(key, found);
    return found;
  }

  #yearsOf(ahead: Ahead): number {
    return this.#weights.reduce((sum, weight, month) => sum + weight * ahead(month), 0);
  }

  /** Probability of being in force in each month of the reach. */
  #months(contract: RunningContract): Float64Array {
    const key = this.#key(contract);
    const known = this.#inForce.get(key);
    if (known !== undefined) return known;
    const ahead = this.#ahead(contract);
    const found = this.#weights.map((_, month) => ahead(month));
    this.#inForce.set(key, found);
    return found;
  }

  /** Years with at least one contract in force, discounted; contracts are taken to end independently. */
  yearsUnderContract(contracts: readonly RunningContract[]): number {
    const [only] = contracts;
    if (only !== undefined && contracts.length === 1) return this.contract(only).years;
    const months = contracts.map((contract) => this.#months(contract));
    return this.#weights.reduce((sum, weight, month) => {
      const none = months.reduce((product, inForce) => product * (1 - inForce[month]!), 1);
      return sum + weight * (1 - none);
    }, 0);
  }

  /** At least one of them is in force in 12 months. */
  anyIn12(contracts: readonly RunningContract[]): number {
    return 1 - contracts.reduce((product, each) => product * (1 - this.contract(each).probability12), 1);
  }

  /**
   * What is left of today's income in 12 months, cents a year. Low and high hold what the curve leaves open and the chance of
   * each contract, which is renewed or not: Σ income² · p · (1 − p).
   */
  incomeIn12(contracts: readonly RunningContract[]) {
    const known = contracts.filter(({ income }) => !Number.isNaN(income));
    if (known.length === 0) return null;
    const stands = new Map<string, { contract: RunningContract; income: number }>();
    let certain = 0;
    let variance = 0;
    for (const contract of known) {
      if (contract.isCancelled) {
        certain += contract.income * certainEnd(contract.decisionIn)(horizon);
        continue;
      }
      const stand = stands.get(this.#key(contract)) ?? { contract, income: 0 };
      stand.income += contract.income;
      const { probability12 } = this.contract(contract);
      variance += contract.income ** 2 * probability12 * (1 - probability12);
      stands.set(this.#key(contract), stand);
    }
    const open = this.#curve.estimate((at) =>
      [...stands.values()].reduce((sum, { contract, income }) => sum + income * at(contract)(horizon), 0),
    );
    const chance = normalQuantile((1 + intervalLevel) / 2) * Math.sqrt(variance);
    const bound = (value: number | null, sign: 1 | -1) =>
      value === null
        ? null
        : Math.max(0, Math.round(certain + open.expected + sign * Math.hypot(value - open.expected, chance)));
    return {
      expected: Math.round(certain + open.expected),
      low: bound(open.low, -1),
      high: bound(open.high, 1),
    };
  }
}
