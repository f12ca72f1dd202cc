import type { BundleChoice, BundleProblem } from "./bundle-contract.ts";
import { type ConflictRow, findConflict } from "./find-conflict.ts";
import { limitSteps } from "./limit-step.ts";
import { choiceCents, type ModelChange, programmeModel, readChoice } from "./programme-model.ts";
import type { Solver } from "./solver-contract.ts";

export interface OptimiseBundlesOptions {
  /** Next best choices sought after the optimum. */
  readonly runnersUp: number;
  /** Seconds until the time limit; ≤ 0: it is over. */
  readonly secondsLeft: () => number;
  readonly onStep?: (
    step: "optimum" | "conflict" | "prices" | "runnersUp",
    done: number,
    total: number,
  ) => void;
}

export interface ChosenBundles {
  readonly choice: BundleChoice;
  readonly cents: number;
}

/** The best choice of bundles with what proves it, what its limits cost and what comes next. */
export interface OptimisedBundles {
  readonly status: "optimal" | "timeLimit" | "infeasible";
  /** Null: nothing keeps all limits, or nothing was found in time. */
  readonly best: ChosenBundles | null;
  readonly boundCents: number | null;
  /** Contribution per year won by one more step, by code of the limit; null: not sought for want of time. */
  readonly pricesCents: ReadonlyMap<string, number | null>;
  /** Best first, without the optimum. */
  readonly next: readonly ChosenBundles[];
  readonly conflict: readonly ConflictRow[] | null;
}

/** So near that the optimum is right to some francs in a million. */
const relativeGap = 1e-6;
/** Prices and next best plans are many solves, and their order need not be sharper than the simulation that follows. */
const looserGap = 1e-5;
/** Share of the time for the optimum; the rest prices its limits and seeks the next best. */
const optimumShare = 0.6;

/** Solves the programme and everything that a person asks next: bound, prices, runners-up, or why there is no plan. */
export async function optimiseBundles(
  problem: BundleProblem,
  solve: Solver,
  { runnersUp, secondsLeft, onStep }: OptimiseBundlesOptions,
): Promise<OptimisedBundles> {
  const attempt = async (change: ModelChange, seconds: number, gap = looserGap) => {
    const model = programmeModel(problem, change);
    const timeLimitSeconds = Math.max(0.1, seconds);
    const solution = await solve(model.linear, { relativeGap: gap, timeLimitSeconds });
    const choice = solution.values === null ? null : readChoice(model, problem.units, solution.values);
    return { ...solution, best: choice === null ? null : { choice, cents: choiceCents(problem, choice) } };
  };

  onStep?.("optimum", 0, 1);
  const { linear } = programmeModel(problem);
  const total = secondsLeft();
  const relaxed = await solve(linear, { relativeGap, timeLimitSeconds: Math.max(0.1, total), relaxed: true });
  const main =
    relaxed.status === "infeasible" ? null : await attempt({}, secondsLeft() * optimumShare, relativeGap);
  if (main === null || main.status === "infeasible") {
    onStep?.("conflict", 0, 1);
    const conflict = await findConflict(problem, solve, secondsLeft);
    const empty = { best: null, boundCents: null, pricesCents: new Map(), next: [] };
    return { ...empty, status: "infeasible", conflict };
  }
  const status = main.status === "optimal" ? "optimal" : "timeLimit";
  const boundCents = boundOf(
    [relaxed.status === "optimal" ? relaxed.objective : null, main.bound],
    main.best,
  );
  const best = main.best;
  const pricesCents = new Map<string, number | null>();
  const steps = limitSteps(problem);
  for (const [index, { code, relax }] of steps.entries()) {
    onStep?.("prices", index, steps.length);
    // A price is the difference of two proven optima; a plan that is merely good has none.
    const more =
      status === "optimal" && secondsLeft() > 0
        ? await attempt({ relax }, secondsLeft() * optimumShare)
        : null;
    const reached = more?.status === "optimal" ? (more.best?.cents ?? null) : null;
    pricesCents.set(code, reached === null || best === null ? null : Math.max(0, reached - best.cents));
  }
  const next: ChosenBundles[] = [];
  while (best !== null && next.length < runnersUp && secondsLeft() > 0) {
    onStep?.("runnersUp", next.length, runnersUp);
    const excluded = [best, ...next].map(({ choice }) => choice);
    const found = await attempt({ excluded }, secondsLeft());
    if (found.best === null) break;
    next.push(found.best);
  }
  return { status, best, boundCents, pricesCents, next, conflict: null };
}

/** The tighter of both bounds in whole cents; never below what was reached, whatever the rounding. */
function boundOf(bounds: readonly (number | null)[], best: ChosenBundles | null): number | null {
  const known = bounds.filter((bound): bound is number => bound !== null && Number.isFinite(bound));
  if (known.length === 0) return null;
  const lowest = Math.ceil(Math.min(...known) * 100 - 1e-6);
  return best === null ? lowest : Math.max(lowest, best.cents);
}
