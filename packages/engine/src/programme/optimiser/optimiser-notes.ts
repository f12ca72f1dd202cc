import type { Text } from "../../measures/measure-contract.ts";
import type { PlanningBase } from "../contracts/base-contract.ts";
import type { LeverPlan } from "../contracts/plan-contract.ts";
import type { BundleProblem } from "./bundle-contract.ts";
import { largestBundle } from "./generate-bundles.ts";
import type { Nesting } from "./nest-segments.ts";

export interface NotesInput {
  readonly problem: BundleProblem;
  readonly nesting: Nesting;
  readonly base: Pick<PlanningBase, "roles">;
  readonly plan: LeverPlan;
}

/** What the reader of a report should know of how it came about. */
export function optimiserNotes({ problem, nesting, base, plan }: NotesInput): Text[] {
  const notes: Text[] = [
    {
      de: `Je Segment wird ein stimmiges Bündel von höchstens ${largestBundle} Optionen gewählt, mit den Werten des Plans oder den üblichen; seine Wirkung ist die eines Jahres, in dem alles angelaufen ist. Bewiesen ist der beste Plan unter den abgewogenen Bündeln, nicht unter allen denkbaren.`,
      en: `One coherent bundle of at most ${largestBundle} options is chosen per segment, with the decisions of the plan or the usual ones; its effect is that of a year in which everything is taken up. The plan is proven the best among the bundles weighed, not among all conceivable ones.`,
    },
  ];
  for (const { name, with: other } of nesting.overlapping)
    notes.push({
      de: `«${name}» teilt einen Teil der Kunden mit «${other}» und bekam deshalb kein eigenes Bündel.`,
      en: `"${name}" shares a part of its customers with "${other}" and so got no bundle of its own.`,
    });
  const codes = new Set(nesting.nested.map(({ code }) => code));
  const left = [...new Set(plan.assignments.map(({ segment }) => segment))].filter(
    (code) => !codes.has(code),
  );
  if (left.length > 0)
    notes.push({
      de: `Was der Plan für ${left.join(", ")} vorsieht, ist hier nicht enthalten.`,
      en: `What the plan has for ${left.join(", ")} is not part of this.`,
    });
  const unknown = problem.roles.filter(({ limitMinutes, role }) => {
    const isFixed = base.roles.find(({ code }) => code === role)?.isFixed ?? false;
    return limitMinutes === null && !isFixed;
  });
  if (unknown.length > 0)
    notes.push({
      de: `Ohne Grenze, weil kein Kostenpool ihre Kapazität nennt: ${unknown.map(({ label }) => label.de).join(", ")}.`,
      en: `Without a limit because no cost pool names their capacity: ${unknown.map(({ label }) => label.en).join(", ")}.`,
    });
  return notes;
}
