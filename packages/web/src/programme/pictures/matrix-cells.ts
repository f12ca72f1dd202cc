import type {
  AssignmentSelector,
  CoherenceRule,
  RuleCondition,
} from "@kleinod/engine/programme/coherence/rule-contract.ts";
import type { CoherenceFinding, RuleKind } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import type { Lever } from "@kleinod/engine/programme/contracts/option-contract.ts";
import { leverPairsOf } from "../findings/lever-pairs.ts";
import { ruleKindOrder } from "./rule-kind-order.ts";

/** Options that a condition names, in whatever part of it; a condition that means every take names none. */
function optionsOf(condition: RuleCondition): readonly string[] {
  if ("all" in condition) return condition.all.flatMap(optionsOf);
  if ("any" in condition) return condition.any.flatMap(optionsOf);
  if ("not" in condition) return optionsOf(condition.not);
  if ("has" in condition) return namedBy(condition.has);
  if ("missingBefore" in condition) {
    const { each, needs } = condition.missingBefore;
    return [...namedBy(each), ...namedBy(needs)];
  }
  return [];
}

const namedBy = (selectors: AssignmentSelector | readonly AssignmentSelector[]): readonly string[] =>
  [selectors].flat().flatMap(({ options }) => options ?? []);

/** What holds between two levers; a lever with itself is what its own options say to each other. */
export interface MatrixCell {
  readonly pair: readonly [Lever, Lever];
  /** Kinds that speak of the plan, each once; unclear when nothing but unclear findings are of this kind. */
  readonly speaking: readonly { readonly kind: RuleKind; readonly isUnclear: boolean }[];
  readonly silent: readonly RuleKind[];
  readonly rules: { readonly speaking: readonly string[]; readonly silent: readonly string[] };
}

/** Cells with at least one rule, row by row. */
export function matrixCells(
  findings: readonly CoherenceFinding[],
  rules: readonly CoherenceRule[],
): readonly MatrixCell[] {
  const byPair = new Map<
    string,
    { pair: readonly [Lever, Lever]; findings: CoherenceFinding[]; rules: CoherenceRule[] }
  >();
  const at = (pair: readonly [Lever, Lever]) => {
    const key = pair.join("-");
    const cell = byPair.get(key) ?? { pair, findings: [], rules: [] };
    byPair.set(key, cell);
    return cell;
  };
  for (const finding of findings)
    for (const pair of leverPairsOf(finding.options)) at(pair).findings.push(finding);
  for (const rule of rules)
    for (const pair of leverPairsOf(optionsOf(rule.condition))) at(pair).rules.push(rule);
  return [...byPair.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cell]) => {
      const spoken = new Set(cell.findings.map(({ rule }) => rule));
      const silent = cell.rules.filter(({ code }) => !spoken.has(code));
      const speaking = ruleKindOrder.flatMap((kind) => {
        const some = cell.findings.filter((finding) => finding.kind === kind);
        return some.length === 0
          ? []
          : [{ kind, isUnclear: some.every(({ severity }) => severity === "unclear") }];
      });
      return {
        pair: cell.pair,
        speaking,
        silent: ruleKindOrder.filter((kind) => silent.some((rule) => rule.kind === kind)),
        rules: { speaking: [...spoken].sort(), silent: silent.map(({ code }) => code).sort() },
      };
    });
}
