import type { TimelineEntry } from "../contracts/finding-contract.ts";
import type { LeverOption } from "../contracts/option-contract.ts";
import type { LeverPlan } from "../contracts/plan-contract.ts";
import { segmentsOf, segmentView, type ViewedAssignment } from "../segment-view.ts";
import { leavesOf } from "./asked-shares.ts";
import type { SegmentFacts } from "./evaluate-plan.ts";
import { liveDay } from "./plain-days.ts";
import type { RuleContext } from "./rule-context.ts";
import type { CoherenceRule } from "./rule-contract.ts";
import { withNumbers } from "./rule-words.ts";
import { limitOf, selectAssignments } from "./select-assignments.ts";

/** Every assignment on the time axis, with the day before which a rule of order does not want it. */
export function planTimeline(
  plan: Pick<LeverPlan, "assignments">,
  options: readonly LeverOption[],
  rules: readonly CoherenceRule[],
  factsOf: (segment: string) => SegmentFacts,
): TimelineEntry[] {
  const orders = rules.filter(({ kind }) => kind === "order");
  return segmentsOf(plan)
    .flatMap((segment) => {
      const view = segmentView(plan, segment, options);
      return view
        .filter(({ assignment }) => assignment.segment === segment)
        .map((entry) => ({
          segment,
          option: entry.option.code,
          kind: entry.giveTake,
          liveFrom: entry.assignment.from,
          reviewOn: entry.assignment.review ?? null,
          earliest: earliestOf(entry, orders, { view, ...factsOf(segment) }),
        }));
    })
    .sort((a, b) => (a.liveFrom < b.liveFrom ? -1 : a.liveFrom > b.liveFrom ? 1 : 0));
}

/** The latest of the days that rules of order ask for; null where none does. */
function earliestOf(
  entry: ViewedAssignment,
  rules: readonly CoherenceRule[],
  segment: Omit<RuleContext, "rule">,
): TimelineEntry["earliest"] {
  const asked = rules.flatMap((rule) => {
    const context = { ...segment, rule };
    return leavesOf(rule.condition).flatMap((leaf) => {
      if (!("missingBefore" in leaf)) return [];
      const { each, needs, days } = leaf.missingBefore;
      if (!selectAssignments(each, context).some(({ view }) => view === entry)) return [];
      const [first] = selectAssignments(needs, context)
        .map(({ view }) => view.assignment.from)
        .sort();
      if (first === undefined) return [];
      const day = liveDay(first, Number(limitOf(days, context)));
      return [{ day, rule: rule.code, because: withNumbers(rule.sentence, rule) }];
    });
  });
  return asked.sort((a, b) => (a.day < b.day ? 1 : -1))[0] ?? null;
}
