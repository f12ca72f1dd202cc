import type { BundleValue } from "./bundle-contract.ts";

export interface KeepBundlesOptions {
  readonly bundles: readonly BundleValue[];
  /** Kept whatever they earn, when they are among the bundles. */
  readonly seeds: readonly BundleValue[];
  /** Worth for the order: contribution minus a share of fixed cost, cents. */
  readonly guide: (bundle: BundleValue) => number;
  readonly giveTakeMinCents: number;
  /** Most bundles kept. */
  readonly keep: number;
}

/**
 * The few bundles of a unit that the programme chooses from: the empty one, the seeds, the best, and those that nothing worth
 * more beats in some resource, so that scarce minutes, money, contacts or balance find something. Of bundles that do the same
 * the one with fewest options stays.
 */
export function keepBundles({
  bundles,
  seeds,
  guide,
  giveTakeMinCents,
  keep,
}: KeepBundlesOptions): BundleValue[] {
  const empty = bundles.filter(({ options }) => options.length === 0);
  const order = [...bundles]
    .filter(({ options }) => options.length > 0)
    .sort((a, b) => guide(b) - guide(a) || a.options.length - b.options.length);
  const sorted = withoutTwins(order, seeds);
  // Without the wanted balance a bundle can only be chosen when the limit is lowered; a few show what that is worth.
  const balanced = sorted.filter(({ giveTakeCents }) => giveTakeCents >= giveTakeMinCents);
  const kept = new Set<BundleValue>([...empty, ...seeds.filter((seed) => sorted.includes(seed))]);
  const fill = (from: readonly BundleValue[], upTo: number) => {
    for (const bundle of from) if (kept.size < Math.min(keep, upTo)) kept.add(bundle);
  };
  fill(balanced, kept.size + Math.floor(keep * 0.4));
  for (const resource of resourcesOf(bundles)) fill(frugal(balanced, resource), kept.size + 4);
  fill(
    sorted.filter(({ options }) => options.length === 1),
    kept.size + 6,
  );
  fill(sorted, kept.size + 3);
  fill(balanced, keep);
  return [...kept];
}

function resourcesOf(bundles: readonly BundleValue[]): ((bundle: BundleValue) => number)[] {
  const roles = bundles[0]?.roleMinutes ?? [];
  return [
    ({ budgetCents }) => budgetCents,
    ({ contactPressure }) => contactPressure,
    ({ giveTakeCents }) => -giveTakeCents,
    ...roles.map((_, role) => (bundle: BundleValue) => bundle.roleMinutes[role] ?? 0),
  ];
}

/** Of bundles in order of worth, those that need less of a resource than all that are worth more. */
function frugal(sorted: readonly BundleValue[], resource: (bundle: BundleValue) => number): BundleValue[] {
  let least = Number.POSITIVE_INFINITY;
  return sorted.filter((bundle) => {
    const needed = resource(bundle);
    if (needed >= least - 1e-9) return false;
    least = needed;
    return true;
  });
}

function withoutTwins(sorted: readonly BundleValue[], seeds: readonly BundleValue[]): BundleValue[] {
  const seen = new Set<string>();
  return sorted.filter((bundle) => {
    const { segment: _s, options: _o, sumOfSinglesCents: _i, ...figures } = bundle;
    const key = JSON.stringify(figures);
    if (seen.has(key) && !seeds.includes(bundle)) return false;
    seen.add(key);
    return true;
  });
}
