import type { BundleProblem } from "./bundle-contract.ts";
import { elasticModel, missingAmounts } from "./elastic-model.ts";
import { limitRows, programmeModel } from "./programme-model.ts";
import { type RowSubject, rowKey } from "./row-subject.ts";
import type { Solver } from "./solver-contract.ts";

/** A limit that takes part in a conflict; `missing` in its own unit, 0 where another one gives way most cheaply. */
export interface ConflictRow {
  readonly subject: RowSubject;
  readonly missing: number;
}

/**
 * Limits that cannot hold together although any one fewer could, and by how much the cheapest way out misses them. Limits are
 * left out one after the other; what the rest can do without is no part of the conflict. Source: deletion filter, Chinneck
 * and Dravnieks 1991. When time runs out the set may hold more than needed.
 */
export async function findConflict(
  problem: BundleProblem,
  solve: Solver,
  secondsLeft: () => number,
): Promise<ConflictRow[]> {
  const elastic = elasticModel(problem);
  const gap = { relativeGap: 1e-4 };
  const solution = await solve(elastic.linear, { ...gap, timeLimitSeconds: atLeast(secondsLeft() / 3) });
  const missing = solution.values === null ? new Map() : missingAmounts(elastic, solution.values);
  const subjects = limitRows(problem).map(({ subject }) => subject);
  const without = new Set<string>();
  const tryWithout = async (keys: readonly string[]) => {
    if (keys.length === 0 || secondsLeft() <= 0) return;
    const all = new Set([...without, ...keys]);
    const { linear } = programmeModel(problem, { without: all });
    const { status } = await solve(linear, { ...gap, timeLimitSeconds: atLeast(secondsLeft()) });
    if (status === "infeasible") for (const key of keys) without.add(key);
  };
  // Whole kinds first: mostly all but two of them fall away at once.
  for (const kind of ["giveTake", "contactPressure", "capacity", "budget", "fixed"] as const)
    await tryWithout(subjects.filter((subject) => subject.kind === kind).map(rowKey));
  for (const subject of subjects) if (!without.has(rowKey(subject))) await tryWithout([rowKey(subject)]);
  return subjects
    .filter((subject) => !without.has(rowKey(subject)))
    .map((subject) => ({ subject, missing: missing.get(rowKey(subject)) ?? 0 }));
}

const atLeast = (seconds: number) => Math.max(0.1, seconds);
