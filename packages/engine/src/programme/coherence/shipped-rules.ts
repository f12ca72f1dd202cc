import type { CoherenceRule } from "./rule-contract.ts";
import { balanceRules } from "./rules/balance-rules.ts";
import { organisationRules } from "./rules/organisation-rules.ts";
import { partnerRules } from "./rules/partner-rules.ts";
import { priceRules } from "./rules/price-rules.ts";
import { serviceRules } from "./rules/service-rules.ts";

/** CR01 to CR30 by code (domain.md §2.4): content that a company may change in the parameter `programme.rules`. */
export const shippedRules: readonly CoherenceRule[] = [
  ...balanceRules,
  ...priceRules,
  ...serviceRules,
  ...organisationRules,
  ...partnerRules,
].sort((a, b) => (a.code < b.code ? -1 : 1));
