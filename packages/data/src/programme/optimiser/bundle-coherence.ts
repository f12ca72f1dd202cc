import { evaluatePlan, type SegmentFacts } from "@kleinod/engine/programme/coherence/evaluate-plan.ts";
import type { CoherenceRule } from "@kleinod/engine/programme/coherence/rule-contract.ts";
import type { PlanningBase } from "@kleinod/engine/programme/contracts/base-contract.ts";
import type { CoherenceFinding } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { allSmall } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { leverOptions } from "@kleinod/engine/programme/lever-options.ts";
import type { UnitCandidates } from "@kleinod/engine/programme/optimiser/candidate-contract.ts";
import type { NestedSegment } from "@kleinod/engine/programme/optimiser/nest-segments.ts";
import { assignmentOf } from "@kleinod/engine/programme/optimiser/plan-of-choice.ts";
import type { ResolveSettings } from "@kleinod/engine/programme/resolve-plan.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { planFacts } from "../coherence/plan-facts.ts";
import type { RulesInForce } from "../coherence/rules-in-force.ts";

export interface BundleCoherenceInput {
  readonly base: PlanningBase;
  readonly nested: readonly NestedSegment[];
  readonly candidates: readonly UnitCandidates[];
  readonly inForce: RulesInForce;
  readonly settings: ResolveSettings;
}

/** Reads what the rules ask of the company and of every unit, once for all bundles. */
export async function bundleCoherence(
  workspace: Workspace,
  { base, nested, candidates, inForce, settings }: BundleCoherenceInput,
): Promise<BundleCoherence> {
  // Facts are read for the segments that a plan names; which option it names there does not matter.
  const assignments = nested.map(({ code }) => ({
    option: "L6d",
    segment: code,
    from: base.asOf,
    params: {},
  }));
  const plan = { name: "facts", snapshot: base.snapshotId, assignments };
  const { factsOf } = await planFacts(workspace, { plan, inForce, settings, base });
  return new BundleCoherence({
    rules: inForce.rules,
    factsOf: (unit) => factsOf(nested[unit]!.code),
    candidates,
    today: workspace.today(),
  });
}

export interface BundleCoherenceOptions {
  readonly rules: readonly CoherenceRule[];
  /** By unit. */
  readonly factsOf: (unit: number) => SegmentFacts;
  readonly candidates: readonly UnitCandidates[];
  readonly today: string;
}

/** The coherence rules as the optimiser asks them: of a set of options for the customers of a unit. */
export class BundleCoherence {
  readonly #asked: BundleCoherenceOptions;
  readonly #pairs = new Map<string, boolean>();

  constructor(asked: BundleCoherenceOptions) {
    this.#asked = asked;
  }

  /** What speaks against the set: what would block its activation, and contradictions that a person could bear. */
  against(unit: number, options: readonly string[]): CoherenceFinding[] {
    const { rules, factsOf, candidates, today } = this.#asked;
    const assignments = options.flatMap((code) => {
      const candidate = candidates[unit]!.get(code);
      return candidate === undefined ? [] : [assignmentOf(candidate, allSmall)];
    });
    const { findings } = evaluatePlan({ assignments }, leverOptions, rules, () => factsOf(unit), { today });
    return findings.filter(
      ({ severity, kind }) => severity === "block" || (kind === "contradicts" && severity === "warn"),
    );
  }

  /** Of what speaks against the set, the contradictions that no further option could settle. */
  clash(unit: number, options: readonly string[]): CoherenceFinding[] {
    return this.against(unit, options).filter(
      ({ kind, options: named }) =>
        kind === "contradicts" && named.filter((code) => options.includes(code)).length > 1,
    );
  }

  coherent(unit: number, options: readonly string[]): boolean {
    return this.against(unit, options).length === 0;
  }

  /** Whether two options never go together, whatever else there is; judged by the first unit. */
  contradicts(a: string, b: string): boolean {
    const key = `${a} ${b}`;
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    const found = this.against(0, [a, b]).some(
      ({ kind, options }) => kind === "contradicts" && options.includes(a) && options.includes(b),
    );
    this.#pairs.set(key, found);
    return found;
  }
}
