import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { economicUnits, type UnitDecision } from "./economic-units.ts";

const accounts = [1, 2, 3, 4, 5, 6];

function decision(
  id: string,
  type: UnitDecision<number>["type"],
  named: readonly number[],
  undone = false,
): UnitDecision<number> {
  return { id, type, accounts: named, at: "2026-01-01T00:00:00Z", by: "steward", undone };
}

const customers = (decisions: readonly UnitDecision<number>[]): number[] => {
  const { customerOf } = economicUnits(accounts, decisions);
  return accounts.map((id) => customerOf.get(id) ?? 0);
};

describe("economic units", () => {
  it("makes every account its own customer until somebody decides", () => {
    expect(customers([])).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("merges any number of accounts under the smallest id, with what belongs to them", () => {
    expect(customers([decision("m1", "merge", [5, 2, 6]), decision("m2", "merge", [6, 1])])).toEqual([
      1, 1, 3, 4, 1, 1,
    ]);
  });

  it("splits accounts off together, and dissolves a unit that is named whole", () => {
    const merged = decision("m", "merge", [1, 2, 3, 4]);
    expect(customers([merged, decision("s", "split", [3, 4])])).toEqual([1, 1, 3, 3, 5, 6]);
    expect(customers([merged, decision("s", "split", [1])])).toEqual([1, 2, 2, 2, 5, 6]);
    expect(customers([merged, decision("s", "split", [1, 2, 3, 4])])).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("lets a later merge stand for its own accounts when the one before is undone", () => {
    const later = decision("m2", "merge", [2, 3]);
    expect(customers([decision("m1", "merge", [1, 2]), later])).toEqual([1, 1, 1, 4, 5, 6]);
    const undone = [decision("m1", "merge", [1, 2], true), later];
    expect(customers(undone)).toEqual([1, 2, 2, 4, 5, 6]);
    expect(economicUnits(accounts, undone).conflicts).toEqual([
      { decisionId: "m2", kind: "restsOnUndone", accounts: [2] },
    ]);
  });

  it("keeps rejected accounts apart when a merge would join them by the way", () => {
    const decisions = [
      decision("r", "reject", [1, 3]),
      decision("m1", "merge", [1, 2]),
      decision("m2", "merge", [2, 3]),
    ];
    const { customerOf, conflicts, separated } = economicUnits(accounts, decisions);
    expect(customerOf.get(3)).toBe(3);
    expect(conflicts).toEqual([{ decisionId: "m2", kind: "joinsSeparated", accounts: [1] }]);
    expect(separated).toEqual([[1, 3]]);
  });

  it("lets a person change her mind: a merge that names both overrules the rejection", () => {
    const decisions = [decision("r", "reject", [1, 3]), decision("m", "merge", [1, 3])];
    expect(customers(decisions)).toEqual([1, 2, 1, 4, 5, 6]);
    expect(economicUnits(accounts, decisions).separated).toEqual([]);
  });

  it("reports what cannot be done", () => {
    const { conflicts } = economicUnits(accounts, [
      decision("a", "merge", [1, 99]),
      decision("b", "split", [4]),
      decision("c", "merge", [5, 6]),
      decision("d", "reject", [5, 6]),
    ]);
    expect(conflicts).toEqual([
      { decisionId: "a", kind: "unknownAccounts", accounts: [99] },
      { decisionId: "a", kind: "tooFewAccounts", accounts: [1] },
      { decisionId: "b", kind: "nothingToSplit", accounts: [4] },
      { decisionId: "d", kind: "alreadyTogether", accounts: [5, 6] },
    ]);
  });

  const named = fc.uniqueArray(fc.constantFrom(...accounts), { minLength: 1, maxLength: 4 });
  const anyDecisions = fc
    .array(fc.tuple(fc.constantFrom("merge" as const, "split" as const, "reject" as const), named), {
      maxLength: 10,
    })
    .map((list) => list.map(([type, ids], index) => decision(`d${index}`, type, ids)));

  it("undoing a decision gives the partition without it", () => {
    fc.assert(
      fc.property(anyDecisions, named, fc.nat(10), (decisions, ids, at) => {
        const place = Math.min(at, decisions.length);
        const withUndone = [...decisions];
        withUndone.splice(place, 0, decision("x", "merge", ids, true));
        expect(customers(withUndone)).toEqual(customers(decisions));
      }),
      { seed: 7 },
    );
  });

  it("merges alone do not depend on their order", () => {
    const merges = fc
      .array(named, { maxLength: 8 })
      .map((all) => all.map((ids, i) => decision(`m${i}`, "merge", ids)));
    fc.assert(
      fc.property(merges, (decisions) => {
        expect(customers([...decisions].reverse())).toEqual(customers(decisions));
      }),
      { seed: 8 },
    );
  });

  it("always gives a partition whose customer is its smallest account, with separated accounts apart", () => {
    fc.assert(
      fc.property(anyDecisions, (decisions) => {
        const { customerOf, separated } = economicUnits(accounts, decisions);
        for (const [id, customer] of customerOf) {
          expect(customer).toBeLessThanOrEqual(id);
          expect(customerOf.get(customer)).toBe(customer);
        }
        for (const [a, b] of separated) expect(customerOf.get(a)).not.toBe(customerOf.get(b));
      }),
      { seed: 9 },
    );
  });
});
