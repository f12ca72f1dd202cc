import { percentText } from "../../figure-text.ts";
import type { Text } from "../measure-contract.ts";
import type { CaseTypeFacts, UnitCosts } from "./case-type-facts.ts";
import { demandOf } from "./demand-rules.ts";
import { addresseeLabels, channelLabel, cornerLabels, reasonLabel, smallOrderReason } from "./labels.ts";
import { failureShareOf, meansOf } from "./means-of.ts";
import type { CaseType, Corner, Means } from "./report-contract.ts";
import type { TriangleSettings } from "./triangle-settings.ts";

export interface CaseTypeContext {
  readonly settings: Pick<
    TriangleSettings,
    "valuePerContactCents" | "needVariety" | "effortRatio" | "failureFindingRatio" | "demandByReason"
  >;
  readonly unitCosts: UnitCosts;
  /** How much wider intervals are than with activities and cases. */
  readonly widening: number;
}

/** One case type of the report: which corner to shrink, by which means, addressed to whom. */
export function caseTypeOf(
  facts: CaseTypeFacts,
  { settings, unitCosts, widening }: CaseTypeContext,
): CaseType {
  const { rule } = demandOf(facts.reason, settings.demandByReason);
  const means = meansOf(
    { facts, rule, unitCosts },
    { failureFindingRatio: settings.failureFindingRatio, widening },
  );
  const failureShare = failureShareOf(facts);
  const coordinates = coordinatesOf(facts, settings);
  const best = means[0];
  const corner = best?.corner ?? farthestCorner(coordinates);
  const demanded = facts.failureContacts + facts.valueContacts + facts.unknownContacts;
  const addressee = best?.addressee ?? "insideSalesLead";
  return {
    code: facts.code,
    reason: facts.reason,
    reasonLabel: reasonLabel(facts.reason),
    needField: facts.needField,
    channel: facts.channel,
    channelLabel: channelLabel(facts.channel),
    customers: facts.customers,
    triangleCustomers: facts.triangleCustomers,
    contacts: facts.contacts,
    minutes: facts.minutes,
    costCents: facts.costCents,
    avoidableCents: facts.avoidableCents,
    demand:
      failureShare === null ? "unknown" : failureShare > settings.failureFindingRatio ? "failure" : "value",
    failureShare,
    unknownShare: demanded === 0 ? null : facts.unknownContacts / demanded,
    transfers: facts.transfers,
    reopenings: facts.reopenings,
    coordinates,
    corner,
    cornerReason: cornerReason(corner, best, failureShare, settings.failureFindingRatio),
    effectCents: best?.effectCents ?? 0,
    lowCents: best?.lowCents ?? 0,
    highCents: best?.highCents ?? 0,
    customerMinutes: best?.customerMinutes ?? 0,
    addressee,
    addresseeLabel: addresseeLabels[addressee],
    means,
  };
}

/**
 * How far each corner is beyond its border, as shares that add up to 1. A corner that cannot be judged counts as exactly at
 * its border; extremes are cut at a factor of twenty.
 */
export function coordinatesOf(
  facts: Pick<CaseTypeFacts, "valuePerContactCents" | "needVariety" | "effortRatio">,
  borders: Pick<TriangleSettings, "valuePerContactCents" | "needVariety" | "effortRatio">,
): CaseType["coordinates"] {
  const cut = (severity: number) => Math.min(20, Math.max(0.05, severity));
  const value =
    facts.valuePerContactCents === null
      ? 1
      : facts.valuePerContactCents <= 0
        ? 20
        : cut(borders.valuePerContactCents / facts.valuePerContactCents);
  const need = facts.needVariety === null ? 1 : cut(facts.needVariety / borders.needVariety);
  const effort = facts.effortRatio === null ? 1 : cut(facts.effortRatio / borders.effortRatio);
  const sum = value + need + effort;
  return { value: value / sum, need: need / sum, effort: effort / sum };
}

function farthestCorner({ value, need, effort }: CaseType["coordinates"]): Corner {
  if (effort >= value && effort >= need) return "effort";
  return value >= need ? "value" : "need";
}

function cornerReason(
  corner: Corner,
  best: Means | undefined,
  failureShare: number | null,
  border: number,
): Text {
  if (best === undefined)
    return {
      de: `Am weitesten über der Grenze liegt die Ecke ${cornerLabels[corner].de}; vermeidbare Kosten sind keine da.`,
      en: `The corner ${cornerLabels[corner].en} is farthest beyond its border; there is no avoidable cost.`,
    };
  if (failureShare !== null && failureShare > border) {
    const percent = percentText(failureShare, 0);
    return {
      de: `${percent.de} der Kontakte verursachen wir selbst: zuerst den eigenen Ablauf ändern.`,
      en: `We cause ${percent.en} of the contacts ourselves: change our own process first.`,
    };
  }
  return {
    de: `«${best.label.de}» bringt hier am meisten: die Ecke ${cornerLabels[corner].de} verkleinern.`,
    en: `“${best.label.en}” brings most here: shrink the corner ${cornerLabels[corner].en}.`,
  };
}

/** True for case types made of orders, which every data tier has. */
export const isOrderCaseType = (facts: Pick<CaseTypeFacts, "reason">) => facts.reason === smallOrderReason;
