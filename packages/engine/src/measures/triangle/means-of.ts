import type { CaseTypeFacts } from "./case-type-facts.ts";
import { endRelation, fixCause, type MeansInput, type MeansSpec, meansLibrary } from "./means-library.ts";
import { ladderSteps, type Means } from "./report-contract.ts";

export interface MeansOptions {
  /** Share of failure demand above which our own process comes first. */
  readonly failureFindingRatio: number;
  /** Above 1 where the case type is known from orders alone: the interval is wider by this factor. */
  readonly widening: number;
}

/**
 * Failure contacts ÷ contacts that came from customers (K12). Unknown ones count as no failure, so that this is "at least";
 * null while nothing is known of any.
 */
export function failureShareOf(
  facts: Pick<CaseTypeFacts, "failureContacts" | "valueContacts" | "unknownContacts">,
): number | null {
  const known = facts.failureContacts + facts.valueContacts;
  return known === 0 ? null : facts.failureContacts / (known + facts.unknownContacts);
}

/**
 * The means for a case type: most expected money first. Above the failure ratio the removal of our own cause leads, whatever
 * the money (AT3.5). Ending the relation is named only where contribution at avoidable cost is negative and every earlier step
 * of the ladder has a means to try, and then last (AT3.3).
 */
export function meansOf(input: MeansInput, options: MeansOptions): Means[] {
  const found = meansLibrary
    .map((spec) => expected(spec, input, options.widening))
    .filter((means) => means.effectCents > 0 || means.highCents > 0)
    .sort((a, b) => b.effectCents - a.effectCents || (a.code < b.code ? -1 : 1));
  const share = failureShareOf(input.facts);
  if (share !== null && share > options.failureFindingRatio) {
    const own = found.findIndex((means) => means.code === fixCause.code);
    if (own > 0) found.unshift(...found.splice(own, 1));
    // Where the contacts cost nothing that is avoidable, the cause is still ours and still comes first.
    if (own < 0) found.unshift(expected(fixCause, input, options.widening));
  }
  const tried = new Set(found.map((means) => means.ladderStep));
  const isExhausted = ladderSteps.every((step) => step === "end" || tried.has(step));
  const end = expected(endRelation, input, options.widening);
  return isExhausted && end.effectCents > 0 ? [...found, end] : found;
}

function expected(spec: MeansSpec, input: MeansInput, widening: number): Means {
  const touched = spec.touchedCents(input);
  const { low, mid, high } = spec.share;
  return {
    code: spec.code,
    label: spec.label,
    description: spec.description,
    corner: spec.corner,
    ladderStep: spec.ladderStep,
    addressee: spec.addressee(input),
    effectCents: Math.round(touched * mid),
    lowCents: Math.round(touched * Math.max(0, mid - (mid - low) * widening)),
    highCents: Math.round(touched * Math.min(1, mid + (high - mid) * widening)),
    customerMinutes: Math.round(spec.customerMinutes(input)),
    ourMinutes: Math.round(spec.ourMinutes(input)),
    grade: spec.grade,
  };
}
