import type { ViewedAssignment } from "../segment-view.ts";
import type { CoherenceFacts, FactValue } from "./facts-contract.ts";
import type { CoherenceRule } from "./rule-contract.ts";

/** What a rule sees of one segment. */
export interface RuleContext {
  readonly rule: Pick<CoherenceRule, "code" | "numbers">;
  readonly view: readonly ViewedAssignment[];
  readonly facts: CoherenceFacts;
  /** Shares of customers who meet conditions of the segment builder, by `segmentShareKey`. */
  readonly segmentShares: ReadonlyMap<string, FactValue>;
}
