import { negativeBinomialTail } from "../numerics/negative-binomial-tail.ts";
import { lnStageSum, stageWeights } from "./stages.ts";

/** A customer of a CNBD-k model who is alive at the end of observation and has been silent since the last purchase. */
export interface SilentCustomer {
  readonly k: number;
  /** Shape of the rate at the last purchase: r + kx. */
  readonly shape: number;
  /** Rate of the rate at the end of observation: alpha + T. */
  readonly rate: number;
  /** T − t_x. */
  readonly silence: number;
}

/**
 * Walks over the number M of Erlang stages that pass from the last purchase to a horizon after the end of observation, for a
 * customer who does not leave. The n-th future purchase falls within the horizon iff M ≥ kn.
 *
 * Stages pass at a Poisson rate, of which fewer than k fell in the silence: M is negative binomial over silence and horizon,
 * and each of its stages lies in the silence with probability silence / (silence + horizon). Weights of "i stages, j of them in
 * the silence" follow from i to i + 1 by one recurrence; their common factor is kept as a logarithm, because P(M = 0) of a
 * frequent customer underflows though P(M = 500) does not.
 */
export class StageCounts {
  /** The number of stages at which the walk stands. */
  count = 0;
  /** P(M = count) */
  probability: number;
  readonly #customer: SilentCustomer;
  readonly #odds: number;
  readonly #inHorizon: number;
  readonly #inSilence: number;
  /** Shares of the numbers of stages 0 … k − 1 in the silence, among those with `count` stages. */
  readonly #shares: Float64Array;
  #lnProbability: number;
  #weights: Float64Array | null = null;

  constructor(customer: SilentCustomer, horizon: number) {
    const { k, shape, rate, silence } = customer;
    this.#customer = customer;
    this.#odds = horizon / rate;
    this.#inHorizon = horizon / (rate + horizon);
    this.#inSilence = silence / (rate + horizon);
    this.#shares = new Float64Array(k);
    this.#shares[0] = 1;
    this.#lnProbability = -shape * Math.log1p(this.#odds) - lnStageSum(k, shape, silence / rate);
    this.probability = Math.exp(this.#lnProbability);
  }

  /** How fast P(M = i) falls at `count`: the largest possible P(M = i + 1) / P(M = i) from here on once it is below 1. */
  get decay(): number {
    const { k, shape } = this.#customer;
    return ((shape + this.count) / Math.max(1, this.count + 2 - k)) * this.#inHorizon;
  }

  advance(): void {
    const shares = this.#shares;
    let sum = 0;
    for (let j = shares.length - 1; j >= 0; j--) {
      const share = shares[j]! * this.#inHorizon + (j === 0 ? 0 : shares[j - 1]! * this.#inSilence);
      shares[j] = share;
      sum += share;
    }
    // A horizon so short that no stage fits in leaves nothing to divide.
    if (sum > 0) for (let j = 0; j < shares.length; j++) shares[j]! /= sum;
    this.#lnProbability += Math.log(((this.#customer.shape + this.count) / (this.count + 1)) * sum);
    this.count += 1;
    this.probability = Math.exp(this.#lnProbability);
  }

  /** P(M ≥ count), newly computed and not by subtraction. */
  tail(): number {
    const { k, shape, rate, silence } = this.#customer;
    this.#weights ??= stageWeights(k, shape, silence / rate);
    let tail = 0;
    for (let j = 0; j < k; j++) {
      tail += this.#weights[j]! * negativeBinomialTail(this.count - j, shape + j, this.#odds);
    }
    return tail;
  }
}
