/** Account ids as DuckDB's BIGINT or as numbers; one call uses one kind. */
export type AccountId = number | bigint;

export interface MatchedPair<Id extends AccountId> {
  readonly accountA: Id;
  readonly accountB: Id;
  /** 0…1 */
  readonly probability: number;
}

export interface ClusterOptions {
  /** Pairs below do not join; in (0, 1]. */
  readonly minProbability: number;
  /** Accounts in a cluster at most; default 50. */
  readonly maxSize?: number;
  /** Share of the pairs between two clusters that must be supported before they join, 0…1; default 0.5. */
  readonly minSupport?: number;
  /** Probability from which a pair supports; default 0.5. Pairs that were never compared do not support. */
  readonly supportProbability?: number;
}

/** A pair above the threshold whose accounts stayed apart, and why. */
export interface CutPair<Id extends AccountId> extends MatchedPair<Id> {
  readonly reason: "tooLarge" | "notCoherent";
}

export interface Clusters<Id extends AccountId> {
  /** Clusters of two or more accounts, ids ascending, ordered by smallest id. */
  readonly clusters: readonly (readonly Id[])[];
  readonly cut: readonly CutPair<Id>[];
}

const compareIds = (a: AccountId, b: AccountId): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Joins pairs into clusters, the most probable first. Plain transitive closure chains strangers together (A like B,
 * B like C …); here a pair joins two clusters only if enough of the pairs between them match too and the whole stays
 * within `maxSize`. What is cut is returned, for a person to look at. The order of the pairs does not matter.
 */
export function clusterPairs<Id extends AccountId>(
  pairs: readonly MatchedPair<Id>[],
  options: ClusterOptions,
): Clusters<Id> {
  const maxSize = options.maxSize ?? 50;
  const minSupport = options.minSupport ?? 0.5;
  const supportProbability = options.supportProbability ?? 0.5;

  const supporters = new Map<Id, Set<Id>>();
  for (const { accountA, accountB, probability } of pairs) {
    if (probability < supportProbability) continue;
    supporters.set(accountA, (supporters.get(accountA) ?? new Set<Id>()).add(accountB));
    supporters.set(accountB, (supporters.get(accountB) ?? new Set<Id>()).add(accountA));
  }

  const clusterOf = new Map<Id, Id[]>();
  const members = (id: Id): Id[] => clusterOf.get(id) ?? [id];
  const support = (left: readonly Id[], right: readonly Id[]): number => {
    const supported = left.reduce(
      (sum, id) => sum + right.filter((other) => supporters.get(id)?.has(other)).length,
      0,
    );
    return supported / (left.length * right.length);
  };

  let open: readonly MatchedPair<Id>[] = pairs
    .filter((pair) => pair.probability >= options.minProbability && pair.accountA !== pair.accountB)
    .sort(
      (a, b) =>
        b.probability - a.probability ||
        compareIds(a.accountA, b.accountA) ||
        compareIds(a.accountB, b.accountB),
    );
  // A pair cut early may fit once its neighbours have joined: repeat until a pass joins nothing.
  for (let joined = true; joined; ) {
    joined = false;
    const apart: MatchedPair<Id>[] = [];
    for (const pair of open) {
      const left = members(pair.accountA);
      const right = members(pair.accountB);
      if (left === right) continue;
      if (left.length + right.length > maxSize || support(left, right) < minSupport) {
        apart.push(pair);
        continue;
      }
      const whole = [...left, ...right];
      for (const id of whole) clusterOf.set(id, whole);
      joined = true;
    }
    open = apart;
  }

  const cut = open.map((pair) => {
    const size = members(pair.accountA).length + members(pair.accountB).length;
    return { ...pair, reason: size > maxSize ? ("tooLarge" as const) : ("notCoherent" as const) };
  });
  const clusters = [...new Set(clusterOf.values())].map((cluster) => [...cluster].sort(compareIds));
  clusters.sort((a, b) => compareIds(a[0] ?? 0, b[0] ?? 0));
  return { clusters, cut };
}
