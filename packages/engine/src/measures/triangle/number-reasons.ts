import { demandOf } from "./demand-rules.ts";
import type { DemandKind } from "./report-contract.ts";

export interface NumberedReason {
  /** As the file says. */
  readonly reason: string;
  /** 2 and more; 1 stands for small orders, 0 for no reason. Reasons of the same key share a number. */
  readonly id: number;
  /** Under which the report shows it: the reason itself, or the rule that recognised it. */
  readonly key: string;
  readonly demand: DemandKind;
}

/** Reasons that keep their own words; where a system writes free texts, the rest is grouped by the rules. */
const ownReasons = 200;
const firstId = 2;

/** Numbers the reasons for the case types, the most frequent ones first. */
export function numberReasons(
  reasons: readonly { readonly reason: string }[],
  byReason: Readonly<Record<string, "failure" | "value">>,
): NumberedReason[] {
  const ids = new Map<string, number>();
  return reasons.map(({ reason }, index) => {
    const { demand, rule } = demandOf(reason, byReason);
    const key = index < ownReasons ? reason : (rule?.code ?? "other");
    const id = ids.get(key) ?? ids.size + firstId;
    ids.set(key, id);
    return { reason, id, key, demand };
  });
}
