import type { BundleValue } from "./bundle-contract.ts";
import { keepBundles } from "./keep-bundles.ts";

/** What a set of options does to a unit, without its name; computed once per set. */
export type BundleFigures = Omit<BundleValue, "segment" | "options" | "sumOfSinglesCents">;

export interface GenerateBundlesOptions {
  readonly segment: string;
  /** Codes in the order of the registry. */
  readonly options: readonly string[];
  /** Options that stand in every bundle. */
  readonly always: readonly string[];
  /** The bundle as a whole, so that interactions of its options are kept; quick, for the search. */
  readonly value: (options: readonly string[]) => BundleFigures;
  /** The same as an expected value, for the bundles that are kept. */
  readonly expected: (options: readonly string[]) => BundleFigures;
  /** About so many sets are valued; fewer look at fewer options and sets. */
  readonly effort: number;
  /** Whether the set holds together as it is. */
  readonly coherent: (options: readonly string[]) => boolean;
  /** Two options that never go together. */
  readonly contradicts: (a: string, b: string) => boolean;
  /** Sets that are weighed whatever they earn: the starting point, and bundles of the segment around. */
  readonly seeds: readonly (readonly string[])[];
  /** Cost per year of an option's fixed part, shared over its segments: guides the search only. */
  readonly fixedShareCents: (option: string) => number;
  readonly giveTakeMinCents: number;
  /** Whether a bundle needs no more than its unit's part of time, money and contacts. */
  readonly affordable: (bundle: BundleValue) => boolean;
  /** Most bundles kept. */
  readonly keep: number;
  /** Called between valuations: lets others work, and throws when the run is cancelled. */
  readonly pause: () => Promise<void>;
}

/** Most options in a bundle beside those that have to be in: more is no programme that anybody could run. */
export const largestBundle = 7;

/**
 * Coherent bundles of a unit: all pairs of the options that matter, then the most promising sets grown by one option at a time.
 * Sets that only take, or that lack what they require, are grown but not kept. The same input gives the same bundles.
 */
export async function generateBundles(options: GenerateBundlesOptions): Promise<BundleValue[]> {
  const { always, coherent, seeds, keep, pause, effort, affordable } = options;
  const pool = new BundlePool(options, options.value);
  const guide = (bundle: BundleValue) =>
    bundle.contributionCents -
    bundle.fixedCostKeys.reduce((sum, key) => sum + options.fixedShareCents(key), 0);

  pool.weigh([]);
  const wanted = seeds.map((seed) => pool.weigh([...always, ...seed])).filter((seed) => seed !== null);
  const singles = options.options.map((code) => pool.weigh([code])).filter((bundle) => bundle !== null);
  const count = Math.max(8, Math.floor(Math.sqrt(0.6 * effort)));
  const width = Math.max(3, Math.round((0.7 * effort) / (largestBundle * count)));
  const mattering = promising(singles, guide, affordable, count).flatMap((bundle) => bundle.options);
  let frontier = [pool.weigh(always), ...wanted].filter((bundle) => bundle !== null);
  for (let step = 0; step < largestBundle && frontier.length > 0; step++) {
    const grown = new Set<BundleValue>();
    for (const { options: codes } of frontier) {
      for (const code of mattering) {
        if (codes.includes(code) || codes.length >= always.length + largestBundle) continue;
        const bundle = pool.weigh([...codes, code]);
        if (bundle !== null) grown.add(bundle);
        await pause();
      }
    }
    // Every single is grown, so every pair is seen: a take pays only beside a give that costs.
    frontier = step === 0 ? [...grown] : promising([...grown], guide, affordable, width);
  }
  const whole: BundleValue[] = [];
  for (const bundle of pool.all()) {
    const fits = always.every((code) => bundle.options.includes(code)) && coherent(bundle.options);
    if (bundle.options.length === 0 || fits) whole.push(bundle);
    await pause();
  }
  const { giveTakeMinCents } = options;
  const kept = keepBundles({ bundles: whole, seeds: wanted, guide, keep, giveTakeMinCents, affordable });
  const final = new BundlePool(options, options.expected);
  const valued: BundleValue[] = [];
  for (const bundle of kept) {
    valued.push(final.weigh(bundle.options) ?? bundle);
    await pause();
  }
  return valued;
}

/** Every set is valued once. */
class BundlePool {
  readonly #options: GenerateBundlesOptions;
  readonly #value: GenerateBundlesOptions["value"];
  readonly #orderOf: ReadonlyMap<string, number>;
  readonly #known = new Map<string, BundleValue>();
  readonly #singles = new Map<string, number>();

  constructor(options: GenerateBundlesOptions, value: GenerateBundlesOptions["value"]) {
    this.#options = options;
    this.#value = value;
    this.#orderOf = new Map(options.options.map((code, index) => [code, index]));
  }

  all(): BundleValue[] {
    return [...this.#known.values()];
  }

  /** Null: an option is not to be used here, or two of them never go together. */
  weigh(codes: readonly string[]): BundleValue | null {
    const place = (code: string) => this.#orderOf.get(code) ?? -1;
    const set = [...new Set(codes)].sort((a, b) => place(a) - place(b));
    const key = set.join(" ");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { segment, contradicts } = this.#options;
    if (set.some((code) => place(code) < 0)) return null;
    if (set.some((a, index) => set.slice(index + 1).some((b) => contradicts(a, b)))) return null;
    const sumOfSinglesCents = set.reduce((sum, code) => sum + this.#single(code), 0);
    const bundle = { segment, options: set, sumOfSinglesCents, ...this.#value(set) };
    this.#known.set(key, bundle);
    return bundle;
  }

  #single(code: string): number {
    const known = this.#singles.get(code) ?? this.#value([code]).contributionCents;
    this.#singles.set(code, known);
    return known;
  }
}

/** The sets that are grown on: the best by several lights, so that what costs at first may pay with the next option. */
function promising(
  bundles: readonly BundleValue[],
  guide: (bundle: BundleValue) => number,
  affordable: (bundle: BundleValue) => boolean,
  count: number,
): BundleValue[] {
  const minutes = (bundle: BundleValue) => bundle.roleMinutes.reduce((sum, value) => sum + value, 0);
  const balanced = (bundle: BundleValue) =>
    bundle.giveTakeCents >= 0 ? guide(bundle) : Number.NEGATIVE_INFINITY;
  const within = (bundle: BundleValue) => (affordable(bundle) ? guide(bundle) : Number.NEGATIVE_INFINITY);
  const lights = [
    guide,
    balanced,
    within,
    (bundle: BundleValue) => bundle.contributionCents,
    (bundle: BundleValue) => bundle.giveTakeCents,
    (bundle: BundleValue) => -minutes(bundle),
  ].map((light) => [...bundles].sort((a, b) => light(b) - light(a)));
  const chosen = new Set<BundleValue>();
  for (let place = 0; place < bundles.length && chosen.size < count; place++)
    for (const sorted of lights) if (chosen.size < count) chosen.add(sorted[place]!);
  return [...chosen];
}
