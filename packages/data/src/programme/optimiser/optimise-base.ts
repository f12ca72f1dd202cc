import type { PlanningBase } from "@kleinod/engine/programme/contracts/base-contract.ts";
import type { LeverOption } from "@kleinod/engine/programme/contracts/option-contract.ts";
import { allSmall, type LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { leverOption } from "@kleinod/engine/programme/lever-options.ts";
import { buildProblem, fixedCostsOf } from "@kleinod/engine/programme/optimiser/build-problem.ts";
import { BundleValuer } from "@kleinod/engine/programme/optimiser/bundle-valuer.ts";
import type { OptimiserFrame } from "@kleinod/engine/programme/optimiser/frame-request.ts";
import { optimisationReport } from "@kleinod/engine/programme/optimiser/optimisation-report.ts";
import { optimiseBundles } from "@kleinod/engine/programme/optimiser/optimise-bundles.ts";
import { optimiserNotes } from "@kleinod/engine/programme/optimiser/optimiser-notes.ts";
import type { PlanNames } from "@kleinod/engine/programme/optimiser/plan-names.ts";
import { planOfChoice } from "@kleinod/engine/programme/optimiser/plan-of-choice.ts";
import type { PriceIndex } from "@kleinod/engine/programme/optimiser/price-plan.ts";
import type {
  OptimisationReport,
  OptimiseRequest,
} from "@kleinod/engine/programme/optimiser/report-contract.ts";
import type { ResolveSettings } from "@kleinod/engine/programme/resolve-plan.ts";
import type { RunContext } from "../../import/progress.ts";
import { type Refused, refused } from "../../workspace/refused.ts";
import { breathing } from "./breathe.ts";
import type { BundleCoherence } from "./bundle-coherence.ts";
import { HighsSolver } from "./highs-solver.ts";
import { simulatePlans } from "./simulate-plans.ts";

export interface OptimiseBaseInput {
  readonly request: OptimiseRequest;
  readonly plan: LeverPlan;
  /** Made for the price plan of the candidates. */
  readonly base: PlanningBase;
  readonly prices: PriceIndex;
  readonly options: readonly LeverOption[];
  readonly frame: OptimiserFrame;
  readonly settings: ResolveSettings;
  /** Worlds that the expected value of a bundle is the mean of. */
  readonly valueDraws?: number;
  readonly coherence: Pick<BundleCoherence, "against" | "clash" | "coherent" | "contradicts">;
}

export type Optimised = { readonly ok: true } & OptimisationReport;

/** Weighs bundles, solves the programme, prices its limits, seeks the next best plans and simulates them. @throws Cancelled */
export async function optimiseBase(
  input: OptimiseBaseInput,
  run: RunContext = {},
): Promise<Optimised | Refused> {
  const { request, plan, base, prices, options, frame, settings, coherence, valueDraws = 16 } = input;
  const { nesting, candidates, fixed, always } = frame;
  const { nested } = nesting;
  const { seed } = request;
  const started = performance.now();
  const pause = breathing(run);
  const progress = (step: string, done: number, total: number) =>
    run.onProgress?.({ step, done, total, rowsPerSecond: null });
  for (const [unit, { name }] of nested.entries()) {
    const clash = coherence.clash(unit, always[unit]!);
    if (clash.length > 0) return incoherent(name, clash);
  }
  const fixedCosts = fixedCostsOf(base, candidates, options);
  const shared = { base, nested, candidates, options, fixedCosts };
  const { assumptions } = plan;
  const valuer = new BundleValuer({ ...shared, settings, assumptions, prices, draws: valueDraws, seed });
  const problem = await buildProblem({
    ...shared,
    plan,
    limits: request,
    fixed,
    value: (unit, codes, kind) => valuer.value(unit, codes, kind),
    coherent: (unit, codes) => coherence.coherent(unit, codes),
    contradicts: (a, b) => coherence.contradicts(a, b),
    pause,
    onUnit: (done, total) => progress("bundles", done, total),
  });
  for (const [unit, { name, bundles }] of problem.units.entries())
    if (always[unit]!.length > 0 && bundles.length < 2)
      return incoherent(name, coherence.against(unit, always[unit]!));

  const solver = new HighsSolver(run.signal);
  const end = performance.now() + request.timeLimitSeconds * 1000;
  const result = await optimiseBundles(problem, (model, how) => solver.solve(model, how), {
    runnersUp: Math.max(0, request.runnersUp - 1),
    secondsLeft: () => (end - performance.now()) / 1000,
    onStep: progress,
  }).finally(() => solver.close());
  const choices = [...(result.best === null ? [] : [result.best]), ...result.next];
  const plans = choices.map(({ choice }) => planOfChoice(problem.units, choice, candidates, options, plan));
  const { draws } = request;
  const onPlan = (done: number, total: number) => progress("simulation", done, total);
  const simulated =
    draws === 0 ? [] : await simulatePlans(plans, { base, prices, settings, draws, seed, pause, onPlan });
  const report = optimisationReport({
    problem,
    result,
    candidates,
    options,
    head: plan,
    names: namesOf(base),
    simulated,
    seconds: Math.round((performance.now() - started) / 10) / 100,
    snapshotId: base.snapshotId,
    notes: optimiserNotes({ problem, nesting, base, plan }),
  });
  return { ok: true, ...report };
}

function incoherent(segment: string, findings: ReturnType<BundleCoherence["against"]>): Refused {
  const words = (language: "de" | "en") =>
    [...new Set(findings.map(({ sentence }) => sentence[language]))].join(" ");
  return refused(
    "fixedChoicesIncoherent",
    `Was in «${segment}» fest gewählt ist, ergibt kein stimmiges Bündel. ${words("de")}`,
    `What is fixed in "${segment}" makes no coherent bundle. ${words("en")}`,
  );
}

function namesOf({ segments, currency }: PlanningBase): PlanNames {
  return {
    segment: (code) => {
      const name = segments.find((one) => one.code === code)?.name ?? code;
      return code === allSmall
        ? { de: "Alle Kleinkunden", en: "All small customers" }
        : { de: name, en: name };
    },
    option: (code) => leverOption(code)?.name ?? { de: code, en: code },
    currency,
  };
}
