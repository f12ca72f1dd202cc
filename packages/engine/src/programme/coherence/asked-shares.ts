import type { SegmentDefinition } from "../../segments/builder/contract.ts";
import type { CoherenceRule, RuleCondition } from "./rule-contract.ts";

/** Under which a share of customers is handed to the rules. */
export const segmentShareKey = (definition: SegmentDefinition): string => JSON.stringify(definition);

/** The conditions of the segment builder that rules ask for, each once. */
export function askedShares(rules: readonly Pick<CoherenceRule, "condition">[]): SegmentDefinition[] {
  const byKey = new Map(
    rules
      .flatMap(({ condition }) => leavesOf(condition))
      .flatMap((leaf) => ("segmentShare" in leaf ? [leaf.segmentShare.of] : []))
      .map((definition) => [segmentShareKey(definition), definition]),
  );
  return [...byKey.values()];
}

/** The questions of a condition, without what joins them. */
export function leavesOf(condition: RuleCondition): RuleCondition[] {
  if ("all" in condition) return condition.all.flatMap(leavesOf);
  if ("any" in condition) return condition.any.flatMap(leavesOf);
  if ("not" in condition) return leavesOf(condition.not);
  return [condition];
}
