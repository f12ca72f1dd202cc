import type { AccountId } from "./cluster-pairs.ts";

/**
 * A decision about which accounts are one economic unit, by a person or by a threshold.
 * - `merge`: the accounts belong together, with all that belongs to each of them.
 * - `split`: the accounts leave their units; those that were together stay together as a unit of their own. Naming a
 *   whole unit dissolves it into single accounts.
 * - `reject`: no two of the accounts are one unit; nothing is moved, but later decisions must not join them by the way.
 */
export interface UnitDecision<Id extends AccountId> {
  readonly id: string;
  readonly type: "merge" | "split" | "reject";
  readonly accounts: readonly Id[];
  /** ISO instant; for the record, the order of the list counts. */
  readonly at: string;
  readonly by: string;
  /** An undone decision is left out as if it had never been made. */
  readonly undone: boolean;
}

export type UnitConflictKind =
  /** Named accounts do not exist (any more); the decision holds for the others. */
  | "unknownAccounts"
  /** Fewer known accounts than the decision needs; it does nothing. */
  | "tooFewAccounts"
  /** The split names accounts that are in no unit with others; it does nothing. */
  | "nothingToSplit"
  /** The merge would also join accounts (listed) that were rejected or split and that it does not name; it does nothing. */
  | "joinsSeparated"
  /** The rejected accounts (listed) are in one unit already; only a split takes them apart. */
  | "alreadyTogether"
  /** The merge shares accounts (listed) with an earlier merge that was undone; it holds for its own accounts. */
  | "restsOnUndone";

export interface UnitConflict<Id extends AccountId> {
  readonly decisionId: string;
  readonly kind: UnitConflictKind;
  readonly accounts: readonly Id[];
}

export interface EconomicUnits<Id extends AccountId> {
  /** Every account and its customer: the smallest account id of its unit. */
  readonly customerOf: ReadonlyMap<Id, Id>;
  /** Pairs (smaller id first) that a person keeps apart: to be left out of suggestions and automatic merges. */
  readonly separated: readonly (readonly [Id, Id])[];
  readonly conflicts: readonly UnitConflict<Id>[];
}

const compareIds = (a: AccountId, b: AccountId): number => (a < b ? -1 : a > b ? 1 : 0);

/** Pairs kept apart, looked up from either side. */
class SeparatedPairs<Id extends AccountId> {
  readonly #others = new Map<Id, Set<Id>>();

  keepApart(a: Id, b: Id): void {
    if (a === b) return;
    this.#others.set(a, (this.#others.get(a) ?? new Set<Id>()).add(b));
    this.#others.set(b, (this.#others.get(b) ?? new Set<Id>()).add(a));
  }

  allow(a: Id, b: Id): void {
    this.#others.get(a)?.delete(b);
    this.#others.get(b)?.delete(a);
  }

  among(accounts: readonly Id[]): Id[] {
    const all = new Set(accounts);
    return accounts.filter((id) => [...(this.#others.get(id) ?? [])].some((other) => all.has(other)));
  }

  list(): [Id, Id][] {
    const pairs: [Id, Id][] = [];
    for (const [id, others] of this.#others)
      for (const other of others) if (id < other) pairs.push([id, other]);
    return pairs.sort((a, b) => compareIds(a[0], b[0]) || compareIds(a[1], b[1]));
  }
}

/**
 * Folds the decisions in order into economic units. Undoing a decision is leaving it out: the result is what the
 * remaining ones say. Merges alone give the same units in any order. Units may have any size; dissolving one of n
 * accounts keeps n(n−1)/2 pairs apart.
 */
export function economicUnits<Id extends AccountId>(
  accounts: Iterable<Id>,
  decisions: readonly UnitDecision<Id>[],
): EconomicUnits<Id> {
  const unitOf = new Map<Id, Set<Id>>();
  for (const id of accounts) unitOf.set(id, new Set([id]));
  const separated = new SeparatedPairs<Id>();
  const conflicts: UnitConflict<Id>[] = [];
  const undoneMerges = new Set<Id>();

  const unitsOf = (ids: readonly Id[]): Set<Id>[] => [
    ...new Set(ids.map((id) => unitOf.get(id) ?? new Set<Id>())),
  ];
  const form = (ids: readonly Id[]): void => {
    const unit = new Set(ids);
    for (const id of ids) unitOf.set(id, unit);
  };
  const everyPair = (ids: readonly Id[], act: (a: Id, b: Id) => void): void => {
    ids.forEach((a, index) => {
      for (const b of ids.slice(index + 1)) act(a, b);
    });
  };

  function merge(decision: UnitDecision<Id>, named: readonly Id[]): void {
    const restingOn = named.filter((id) => undoneMerges.has(id));
    if (restingOn.length > 0)
      conflicts.push({ decisionId: decision.id, kind: "restsOnUndone", accounts: restingOn });
    const whole = unitsOf(named).flatMap((unit) => [...unit]);
    const own = new Set(named);
    // Naming both accounts overrules an earlier rejection; joining them by the way does not.
    const kept = separated.among(whole).filter((id) => !own.has(id));
    if (kept.length > 0) {
      conflicts.push({ decisionId: decision.id, kind: "joinsSeparated", accounts: kept.sort(compareIds) });
      return;
    }
    everyPair(separated.among(named), (a, b) => separated.allow(a, b));
    form(whole);
  }

  function split(decision: UnitDecision<Id>, named: readonly Id[]): void {
    const leaving = new Set(named);
    const units = unitsOf(named).filter((unit) => unit.size > 1);
    if (units.length === 0) {
      conflicts.push({ decisionId: decision.id, kind: "nothingToSplit", accounts: named });
      return;
    }
    for (const unit of units) {
      const gone = [...unit].filter((id) => leaving.has(id));
      const staying = [...unit].filter((id) => !leaving.has(id));
      if (staying.length === 0) {
        everyPair(gone, (a, b) => separated.keepApart(a, b));
        for (const id of gone) form([id]);
      } else {
        for (const a of gone) for (const b of staying) separated.keepApart(a, b);
        form(gone);
        form(staying);
      }
    }
  }

  function reject(decision: UnitDecision<Id>, named: readonly Id[]): void {
    everyPair(named, (a, b) => {
      if (unitOf.get(a) === unitOf.get(b)) {
        conflicts.push({ decisionId: decision.id, kind: "alreadyTogether", accounts: [a, b] });
      } else separated.keepApart(a, b);
    });
  }

  for (const decision of decisions) {
    const named = [...new Set(decision.accounts)].filter((id) => unitOf.has(id)).sort(compareIds);
    if (decision.undone) {
      if (decision.type === "merge") for (const id of named) undoneMerges.add(id);
      continue;
    }
    const unknown = decision.accounts.filter((id) => !unitOf.has(id));
    if (unknown.length > 0)
      conflicts.push({ decisionId: decision.id, kind: "unknownAccounts", accounts: unknown });
    if (named.length < (decision.type === "split" ? 1 : 2)) {
      conflicts.push({ decisionId: decision.id, kind: "tooFewAccounts", accounts: named });
      continue;
    }
    if (decision.type === "merge") merge(decision, named);
    else if (decision.type === "split") split(decision, named);
    else reject(decision, named);
  }

  const customerOf = new Map<Id, Id>();
  for (const unit of new Set(unitOf.values())) {
    const customer = [...unit].reduce((smallest, id) => (id < smallest ? id : smallest));
    for (const id of unit) customerOf.set(id, customer);
  }
  return { customerOf, separated: separated.list(), conflicts };
}
