import { roundHalfAway } from "../../units.ts";
import type { CoherenceFinding } from "../contracts/finding-contract.ts";
import { adviceFindings, type BroadNeed } from "./advice-findings.ts";
import { cannibalisation, type UsedSet } from "./cannibalisation.ts";
import type { MissingPart, OfferCheck } from "./catalogue-contract.ts";
import type { CatalogueRules } from "./catalogue-rules-contract.ts";
import type { ElementReport } from "./element-contract.ts";
import type { LeanOffer, LeanOfferInput } from "./offer-contract.ts";
import { reasonToStayFinding } from "./reason-to-stay-finding.ts";

export interface OfferFacts {
  readonly report: ElementReport;
  readonly largeSets: readonly UsedSet[];
  /** One entry per segment of the offer; `broad` null: need is not known. */
  readonly needs: readonly BroadNeed[];
  readonly rules: CatalogueRules;
}

const missingTexts = {
  core: {
    de: "Es fehlt der Kern: mindestens eine Leistung, die jeder Kunde erhält.",
    en: "The core is missing: at least one element that every customer gets.",
  },
  centsPerCustomerYear: {
    de: "Es fehlen die Kosten je Kunde und Jahr.",
    en: "The cost per customer and year is missing.",
  },
  manualTouches: {
    de: "Es fehlt die Zahl der Handgriffe je Kunde und Jahr.",
    en: "The number of touches by hand per customer and year is missing.",
  },
} as const;

/** What the offer lacks before it may be published (AT5.2). */
export function missingOf(
  offer: Pick<LeanOfferInput, "contents" | "centsPerCustomerYear" | "manualTouches">,
): OfferCheck["missing"] {
  const parts: MissingPart[] = [];
  if (!offer.contents.some(({ role }) => role === "core")) parts.push("core");
  if (offer.centsPerCustomerYear === null) parts.push("centsPerCustomerYear");
  if (offer.manualTouches === null) parts.push("manualTouches");
  return parts.map((part) => ({ part, sentence: missingTexts[part] }));
}

/** Everything that speaks for or against publishing an offer. */
export function checkOffer(offer: LeanOffer, facts: OfferFacts): OfferCheck {
  const { report, rules } = facts;
  const missing = missingOf(offer);
  const findings: CoherenceFinding[] = [
    ...adviceFindings(offer, report.elements, facts.needs, rules),
    ...reasonToStayFinding(offer, report.elements),
  ];
  const core = offer.contents
    .filter(({ role }) => role === "core")
    .map(({ element }) => report.elements.find((row) => row.element === element) ?? null);
  return {
    code: offer.code,
    version: offer.version,
    missing,
    findings,
    cannibalisation:
      facts.largeSets.length === 0 ? null : cannibalisation(offer, facts.largeSets, report, rules),
    suggestedCentsPerCustomerYear: roundOrNull(
      perCustomer(core, report, (row) => (report.rate === null ? null : row.costCents)),
    ),
    suggestedManualTouches: perCustomer(core, report, (row) =>
      row.manualTouches === null ? null : row.manualTouches * row.users,
    ),
    canPublish: missing.length === 0 && findings.every(({ severity }) => severity !== "block"),
  };
}

/** Sum over the core ÷ customers; null as soon as one element is unknown. */
function perCustomer(
  core: readonly (ElementReport["elements"][number] | null)[],
  { customers }: ElementReport,
  of: (row: ElementReport["elements"][number]) => number | null,
): number | null {
  if (core.length === 0 || customers === 0) return null;
  let total = 0;
  for (const row of core) {
    const value = row === null ? null : of(row);
    if (value === null) return null;
    total += value;
  }
  return total / customers;
}

const roundOrNull = (value: number | null) => (value === null ? null : roundHalfAway(value));
