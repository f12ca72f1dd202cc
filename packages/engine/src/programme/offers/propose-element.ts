import type { CatalogueRules } from "./catalogue-rules-contract.ts";
import type { ElementRow } from "./element-contract.ts";
import type { ElementProposal } from "./offer-states-contract.ts";

type Facts = Pick<
  ElementRow,
  "users" | "userRatio" | "costShareRatio" | "namedAsReason" | "reasonToStayHigh"
> & {
  /** Uses ÷ times offered or used; null: never. */
  readonly usedRatio: number | null;
};

/**
 * The place of an element by its use. What few use and what costs more than its share of users is opted into; what nobody
 * uses is dropped – unless users may, within the interval, mostly name it as the reason to stay. Where nobody was asked, no
 * element that costs somebody a habit is taken from them: `unclear`.
 */
export function proposeElement(facts: Facts, rules: CatalogueRules): ElementProposal {
  const { userRatio, costShareRatio, usedRatio } = facts;
  if (userRatio !== null && userRatio >= rules.coreUserRatio) return "core";
  if (facts.users === 0) return "drop";
  const costsMore = costShareRatio !== null && userRatio !== null && costShareRatio > userRatio;
  const isDropped = usedRatio !== null && usedRatio < rules.dropUsedRatio;
  if (!costsMore && !isDropped) return "core";
  if (facts.namedAsReason === null) return "unclear";
  if ((facts.reasonToStayHigh ?? 1) >= rules.keepNamedRatio) return "keepAsReasonToStay";
  return isDropped ? "drop" : "optIn";
}
