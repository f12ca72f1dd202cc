/**
 * Seeded random numbers for generated companies: the same seed and path give the same numbers on every machine.
 * The generator is sfc32 (Chris Doty-Humphrey's small fast counter generator, 128 bits of state); its state is filled from the
 * seed and a path of labels, so that every purpose has a stream of its own and one more draw here moves nothing there.
 */
export class Random {
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;
  #spareNormal = Number.NaN;

  /**
   * @param seed any integer
   * @param path what the numbers are for, e.g. `"firm", 4711`
   */
  constructor(seed: number, ...path: (string | number)[]) {
    let hash = mix(seed | 0);
    for (const part of path) {
      if (typeof part === "number") hash = mix(hash ^ mix(part | 0));
      else for (let i = 0; i < part.length; i++) hash = mix(hash ^ part.charCodeAt(i));
    }
    this.#a = hash;
    this.#b = mix(hash + 0x9e3779b9);
    this.#c = mix(hash + 0x3c6ef372);
    for (let i = 0; i < 12; i++) this.next();
  }

  /** Uniform in [0, 1), 32 bits. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  /** Whole number in [0, end). */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** Whole number in [first, last], both possible. */
  between(first: number, last: number): number {
    return first + this.below(last - first + 1);
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One element, each as likely. The list must not be empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** Standard normal (Marsaglia's polar method). */
  normal(): number {
    if (!Number.isNaN(this.#spareNormal)) {
      const spare = this.#spareNormal;
      this.#spareNormal = Number.NaN;
      return spare;
    }
    for (;;) {
      const x = 2 * this.next() - 1;
      const y = 2 * this.next() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spareNormal = y * scale;
      return x * scale;
    }
  }

  /** Log-normal with the given mean (not median) and sigma of the logarithm. */
  lognormal(mean: number, sigma: number): number {
    return mean * Math.exp(sigma * this.normal() - (sigma * sigma) / 2);
  }

  /** Exponential with the given mean. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** Gamma with mean shape × scale (Marsaglia and Tsang 2000; below shape 1 by the usual power of a uniform). */
  gamma(shape: number, scale: number): number {
    if (shape < 1) return this.gamma(shape + 1, scale) * (1 - this.next()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v <= 0) continue;
      if (Math.log(1 - this.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v * scale;
    }
  }

  /** Beta in (0, 1) with mean a / (a + b). */
  beta(a: number, b: number): number {
    const x = this.gamma(a, 1);
    return x / (x + this.gamma(b, 1));
  }

  /** Poisson count. A large mean is split in halves: the sum of two independent Poisson counts is Poisson. */
  poisson(mean: number): number {
    if (mean > 30) return this.poisson(mean / 2) + this.poisson(mean / 2);
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = 1 - this.next(); product > limit; product *= 1 - this.next()) count++;
    return count;
  }
}

/** Chooses an index with probability proportional to its weight; weights are fixed at creation. */
export class WeightedChoice {
  readonly #cumulative: number[];
  readonly #total: number;

  constructor(weights: readonly number[]) {
    let sum = 0;
    this.#cumulative = weights.map((weight) => {
      sum += weight;
      return sum;
    });
    this.#total = sum;
  }

  draw(random: Random): number {
    const point = random.next() * this.#total;
    const index = this.#cumulative.findIndex((upTo) => point < upTo);
    return index < 0 ? this.#cumulative.length - 1 : index;
  }
}

/** Murmur3's finaliser: every input bit reaches every output bit. */
function mix(value: number): number {
  let h = (value + 0x6d2b79f5) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
