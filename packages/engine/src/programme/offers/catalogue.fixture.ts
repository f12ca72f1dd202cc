import { defaultCatalogueRules } from "./catalogue-rules-contract.ts";
import type { ElementCounts, ElementInput } from "./element-report.ts";
import type { LeanOffer } from "./offer-contract.ts";

/** An element of which everybody clocked every time; what a test is about is given. */
export function counts(element: string, given: Partial<ElementCounts> = {}): ElementCounts {
  return {
    element,
    offered: 40,
    users: 40,
    uses: 40,
    times: 40,
    minutes: 400,
    withoutMinutes: 0,
    named: 0,
    largeUsers: 0,
    ...given,
  };
}

/** 1,000 small and 400 larger customers; one role at CHF 1 a minute. */
export function elementInput(
  rows: readonly ElementCounts[],
  given: Partial<ElementInput> = {},
): ElementInput {
  return {
    asOf: "2026-11-20",
    snapshotId: "s1",
    currency: "CHF",
    customers: 1000,
    largeCustomers: 400,
    reasons: 100,
    counts: rows,
    reasonTexts: [],
    roles: [
      {
        code: "insideSales",
        label: { de: "Innendienst", en: "Inside sales" },
        centsPerMinute: 100,
        minutes: 1000,
      },
    ],
    profiles: [],
    rules: defaultCatalogueRules,
    ...given,
  };
}

/** A complete draft for all small customers. */
export function leanOffer(given: Partial<LeanOffer> = {}): LeanOffer {
  return {
    code: "lean",
    version: 1,
    state: "draft",
    name: "Schlank",
    contents: [],
    centsPerCustomerYear: 4_000,
    manualTouches: 2,
    forSegments: ["small"],
    degreesOfFreedom: [],
    author: "ana",
    reason: null,
    madeAt: "2026-11-20T08:00:00Z",
    publishedOn: null,
    overrideReason: null,
    ...given,
  };
}
