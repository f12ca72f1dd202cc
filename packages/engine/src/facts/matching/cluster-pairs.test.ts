import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterPairs, type MatchedPair } from "./cluster-pairs.ts";

const pair = (accountA: number, accountB: number, probability = 0.95): MatchedPair<number> => ({
  accountA,
  accountB,
  probability,
});

describe("clusters", () => {
  it("joins accounts that agree with each other", () => {
    const { clusters, cut } = clusterPairs([pair(1, 2), pair(2, 3), pair(1, 3), pair(8, 9)], {
      minProbability: 0.9,
    });
    expect(clusters).toEqual([
      [1, 2, 3],
      [8, 9],
    ]);
    expect(cut).toEqual([]);
  });

  it("cuts a chain of strangers and says where", () => {
    const chain = [pair(1, 2, 0.99), pair(2, 3, 0.98), pair(3, 4, 0.97), pair(4, 5, 0.96), pair(5, 6, 0.95)];
    const { clusters, cut } = clusterPairs(chain, { minProbability: 0.9 });
    // {1,2}+3: 1 of 2 pairs supported, joins; {1,2,3}+4: 1 of 3, cut; {4,5}+6: 1 of 2, joins.
    expect(clusters).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(cut).toEqual([{ ...pair(3, 4, 0.97), reason: "notCoherent" }]);
  });

  it("keeps to the largest size", () => {
    const all = [1, 2, 3, 4].flatMap((a) => [1, 2, 3, 4].filter((b) => a < b).map((b) => pair(a, b)));
    const { clusters, cut } = clusterPairs(all, { minProbability: 0.9, maxSize: 3 });
    expect(clusters).toEqual([[1, 2, 3]]);
    expect(cut.map(({ accountB, reason }) => [accountB, reason])).toEqual([
      [4, "tooLarge"],
      [4, "tooLarge"],
      [4, "tooLarge"],
    ]);
  });

  it("works with bigint ids and leaves weak pairs alone", () => {
    const pairs = [{ accountA: 1n, accountB: 2n, probability: 0.8 }];
    expect(clusterPairs(pairs, { minProbability: 0.9 })).toEqual({ clusters: [], cut: [] });
    expect(clusterPairs(pairs, { minProbability: 0.8 }).clusters).toEqual([[1n, 2n]]);
  });

  it("gives the same whatever the order, each account in one cluster, every strong pair joined or cut", () => {
    const account = fc.integer({ min: 1, max: 12 });
    const pairs = fc
      .uniqueArray(fc.tuple(account, account, fc.integer({ min: 50, max: 99 })), {
        selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
        maxLength: 30,
      })
      .map((all) =>
        all
          .filter(([a, b]) => a !== b)
          .map(([a, b, percent]) => pair(Math.min(a, b), Math.max(a, b), percent / 100)),
      );
    fc.assert(
      fc.property(pairs, (all) => {
        const options = { minProbability: 0.7, maxSize: 5 };
        const { clusters, cut } = clusterPairs(all, options);
        expect(clusterPairs([...all].reverse(), options)).toEqual({ clusters, cut });
        const members = clusters.flat();
        expect(new Set(members).size).toBe(members.length);
        expect(Math.max(0, ...clusters.map((cluster) => cluster.length))).toBeLessThanOrEqual(5);
        const together = (a: number, b: number): boolean =>
          clusters.some((c) => c.includes(a) && c.includes(b));
        for (const { accountA, accountB, probability } of all) {
          if (probability < 0.7) continue;
          const isCut = cut.some((entry) => entry.accountA === accountA && entry.accountB === accountB);
          expect(isCut).toBe(!together(accountA, accountB));
        }
      }),
      { seed: 6 },
    );
  });
});
