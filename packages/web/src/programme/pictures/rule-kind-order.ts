import type { RuleKind } from "@kleinod/engine/programme/contracts/finding-contract.ts";

export const ruleKindOrder = [
  "requires",
  "contradicts",
  "reinforces",
  "dilutes",
  "order",
  "law",
  "balance",
] as const satisfies readonly RuleKind[];
