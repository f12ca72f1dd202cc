import type { BundleValue } from "./bundle-contract.ts";

export interface KeepBundlesOptions {
  readonly bundles: readonly BundleValue[];
  /** Kept whatever they earn, when they are among the bundles. */
  readonly seeds: readonly BundleValue[];
  /** Worth for the order: contribution minus a share of fixed cost, cents. */
  readonly guide: (bundle: BundleValue) => number;
  readonly giveTakeMinCents: number;
  /** Whether a bundle needs no more than its unit's part of what there is. */
  readonly affordable: (bundle: BundleValue) => boolean;
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
  affordable,
}: KeepBundlesOptions): BundleValue[] {
  const empty = bundles.filter(({ options }) => options.length === 0);
  const order = [...bundles]
    .filter(({ options }) => options.length > 0)
    .sort((a, b) => guide(b) - guide(a) || a.options.length - b.options.length);
  const sorted = withoutTwins(order, seeds);
  // Without the wanted balance a bundle can only be chosen when the limit is lowered; a few show what that is worth.
  const balanced = sorted.filter(({ giveTakeCents }) => giveTakeCents >= giveTakeMinCents);
  const kept = new Set<BundleValue>([...empty, ...seeds.filter((seed) => sorted.includes(seed))]);
  const ofSize = (size: number) => balanced.filter(({ options }) => options.length === size);
  const sizes = [...new Set(balanced.map(({ options }) => options.length))].sort((a, b) => a - b);
  // Taken in turns, so that no light crowds out another: the best most often, then each scarce resource and each size.
  const within = balanced.filter(affordable);
  const scarce = resourcesOf(bundles).map((resource) => frugal(balanced, resource));
  inTurns([balanced, within, ...scarce, within, ...sizes.map(ofSize), sorted], keep, kept);
  return [...kept];
}

function inTurns(lists: readonly (readonly BundleValue[])[], keep: number, kept: Set<BundleValue>): void {
  const next = lists.map(() => 0);
  for (let isOver = false; !isOver && kept.size < keep; ) {
    isOver = true;
    for (const [index, list] of lists.entries()) {
      while (next[index]! < list.length && kept.has(list[next[index]!]!)) next[index]!++;
      const bundle = list[next[index]!];
      if (bundle === undefined || kept.size >= keep) continue;
      kept.add(bundle);
      isOver = false;
    }
  }
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
