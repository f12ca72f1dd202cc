import { moneyText, percentText } from "../../figure-text.ts";
import type { Text } from "../../measures/measure-contract.ts";
import { roundHalfAway } from "../../units.ts";
import { wilson } from "../../wilson.ts";
import { adviceFromName } from "./advice-words.ts";
import type { CatalogueRules } from "./catalogue-rules-contract.ts";
import type { ElementProfile, ElementReport, ElementRow } from "./element-contract.ts";
import { elementSentence } from "./element-sentence.ts";
import { proposeElement } from "./propose-element.ts";

/** What the facts say of an element; see `elementCountsSql`. */
export interface ElementCounts {
  readonly element: string;
  readonly offered: number;
  readonly users: number;
  readonly uses: number;
  /** Uses and offers that were not used. */
  readonly times: number;
  /** Of the times that were clocked. */
  readonly minutes: number;
  readonly withoutMinutes: number;
  /** Users who named a reason to stay. */
  readonly named: number;
  readonly largeUsers: number;
}

export interface RoleRate {
  readonly code: string;
  readonly label: Text;
  readonly centsPerMinute: number;
  /** Minutes of all work: the weight in the mean rate. */
  readonly minutes: number;
}

export interface ElementInput {
  readonly asOf: string;
  readonly snapshotId: string;
  readonly currency: string | null;
  readonly customers: number;
  readonly largeCustomers: number;
  /** Reasons to stay in the whole file; 0: nobody was asked. */
  readonly reasons: number;
  readonly counts: readonly ElementCounts[];
  readonly reasonTexts: readonly { readonly element: string; readonly reason: string }[];
  readonly roles: readonly RoleRate[];
  readonly profiles: readonly ElementProfile[];
  readonly rules: CatalogueRules;
}

interface Rates {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Used × valued × cost of every service element of small customers, dearest first, each with a proposal (AT5.1). */
export function elementReport(input: ElementInput): ElementReport {
  const rate = meanRate(input.roles);
  const costs = input.counts.map((counts) => costOf(counts, input, rate));
  const total = costs.reduce((sum, { costCents }) => sum + costCents, 0);
  const elements = input.counts
    .map((counts, index) => rowOf(counts, costs[index]!, total, input))
    .sort((a, b) => b.costCents - a.costCents || (a.element < b.element ? -1 : 1));
  return {
    asOf: input.asOf,
    snapshotId: input.snapshotId,
    currency: input.currency,
    customers: input.customers,
    largeCustomers: input.largeCustomers,
    costCents: total,
    rate,
    elements,
    roles: input.roles.map(({ code, label }) => ({ code, label })),
    sentence: answer(elements, total, input.currency),
    unclear: unclearOf(input, elements),
  };
}

/** Weighted by the work of each role; without any work all roles count alike. */
export function meanRate(roles: readonly RoleRate[]): Rates | null {
  if (roles.length === 0) return null;
  const working = roles.filter(({ minutes }) => minutes > 0);
  const counted = working.length > 0 ? working : roles.map((role) => ({ ...role, minutes: 1 }));
  const minutes = counted.reduce((sum, role) => sum + role.minutes, 0);
  const rates = counted.map(({ centsPerMinute }) => centsPerMinute);
  return {
    mean: counted.reduce((sum, role) => sum + role.minutes * role.centsPerMinute, 0) / minutes,
    low: Math.min(...rates),
    high: Math.max(...rates),
  };
}

interface ElementCost {
  readonly minutes: number;
  readonly costCents: number;
  readonly costLowCents: number;
  readonly costHighCents: number;
  readonly role: string | null;
}

function costOf(
  counts: ElementCounts,
  { profiles, roles, rules }: ElementInput,
  rate: Rates | null,
): ElementCost {
  const clocked = counts.times - counts.withoutMinutes;
  const each = clocked > 0 ? counts.minutes / clocked : rules.minutesPerUse;
  const minutes = counts.minutes + counts.withoutMinutes * each;
  const named = profiles.find(({ element }) => element === counts.element)?.role ?? null;
  const own = roles.find(({ code }) => code === named)?.centsPerMinute;
  const cents = (perMinute: number | undefined) => roundHalfAway(minutes * (perMinute ?? 0));
  return {
    minutes,
    costCents: cents(own ?? rate?.mean),
    costLowCents: cents(own ?? rate?.low),
    costHighCents: cents(own ?? rate?.high),
    role: own === undefined ? null : named,
  };
}

function rowOf(
  counts: ElementCounts,
  { minutes, role, ...cost }: ElementCost,
  totalCents: number,
  { customers, largeCustomers, reasons, reasonTexts, profiles, rules, currency }: ElementInput,
): ElementRow {
  const { element, offered, users, uses, withoutMinutes, largeUsers } = counts;
  const profile = profiles.find((one) => one.element === element);
  const wasAsked = reasons > 0;
  const interval = wasAsked ? wilson(counts.named, users) : null;
  const perUse = profile?.manualTouchesPerUse ?? null;
  const row: Omit<ElementRow, "proposal" | "sentence"> = {
    element,
    offered,
    users,
    uses,
    userRatio: customers === 0 ? null : users / customers,
    namedAsReason: wasAsked ? counts.named : null,
    reasonToStayRatio: interval === null ? null : counts.named / users,
    reasonToStayLow: interval?.low ?? null,
    reasonToStayHigh: interval?.high ?? null,
    reasons: reasonTexts.filter((one) => one.element === element).map(({ reason }) => reason),
    minutes,
    withoutMinutes,
    ...cost,
    role,
    roleIsAssumed: role === null,
    costShareRatio: totalCents === 0 ? null : cost.costCents / totalCents,
    unitCostCentsPerCustomerYear: users === 0 ? null : roundHalfAway(cost.costCents / users),
    manualTouches: perUse === null || users === 0 ? null : (perUse * uses) / users,
    manualTouchesPerUse: perUse,
    isAdvice: profile?.isAdvice ?? adviceFromName(element),
    adviceIsAssumed: (profile?.isAdvice ?? null) === null,
    largeUsers,
    largeUserRatio: largeCustomers === 0 ? null : largeUsers / largeCustomers,
  };
  const usedRatio = counts.times === 0 ? null : uses / counts.times;
  const proposal = proposeElement({ ...row, usedRatio }, rules);
  return { ...row, proposal, sentence: elementSentence({ ...row, proposal }, currency) };
}

function answer(elements: readonly ElementRow[], total: number, currency: string | null): Text {
  if (elements.length === 0) {
    return {
      de: "Welche Leistungen Kleinkunden nutzen, ist nicht bekannt: keine Datei nennt Leistungselemente.",
      en: "Which services small customers use is not known: no file names service elements.",
    };
  }
  const optIn = elements.filter(({ proposal }) => proposal === "optIn" || proposal === "drop");
  const keep = elements.filter(({ proposal }) => proposal === "keepAsReasonToStay");
  const moved = optIn.reduce((sum, { costCents }) => sum + costCents, 0);
  const share = percentText(total === 0 ? 0 : moved / total);
  return {
    de: `Leistungselemente kosten bei Kleinkunden ${moneyText(total, currency).de} im Jahr. ${share.de} davon entfallen auf ${optIn.length} von ${elements.length}, die wenige nutzen: besser zur Wahl als für alle. ${keep.length} bleiben, weil Nutzer sie als Grund zu bleiben nennen.`,
    en: `Service elements cost ${moneyText(total, currency).en} a year for small customers. ${share.en} of it goes to ${optIn.length} of ${elements.length} that few use: better opted into than there for all. ${keep.length} stay because users name them as the reason to stay.`,
  };
}

function unclearOf(
  { reasons, roles }: ElementInput,
  elements: readonly ElementRow[],
): ElementReport["unclear"] {
  const list: ElementReport["unclear"] = [];
  if (elements.length === 0) {
    list.push({
      field: "elements",
      text: {
        de: "Importieren Sie eine Datei der Leistungselemente: Kunde, Leistung, Tag, genutzt, Grund zu bleiben, Minuten.",
        en: "Import a file of service elements: customer, element, day, used, reason to stay, minutes.",
      },
    });
    return list;
  }
  if (reasons === 0) {
    list.push({
      field: "elements.reasonToStayRatio",
      text: {
        de: "Keine Datei sagt, was Kunden als Grund zu bleiben nennen; fragen Sie die Nutzer, bevor Sie eine Leistung wegnehmen.",
        en: "No file says what customers name as the reason to stay; ask the users before you take an element away.",
      },
    });
  }
  if (roles.length === 0 || elements.some(({ roleIsAssumed }) => roleIsAssumed)) {
    list.push({
      field: "elements.costCents",
      text: {
        de: "Wer eine Leistung erbringt, sagt keine Datei: ohne Angabe gilt der mittlere Kostensatz, mit dem günstigsten und dem teuersten als Spanne.",
        en: "No file says who does the work: without a word from you the mean rate counts, with the cheapest and the dearest as the range.",
      },
    });
  }
  if (elements.some(({ manualTouches, users }) => manualTouches === null && users > 0)) {
    list.push({
      field: "elements.manualTouches",
      text: {
        de: "Handgriffe je Nutzung zählt kein System; tragen Sie sie bei der Leistung ein.",
        en: "No system counts touches by hand; note them at the element.",
      },
    });
  }
  return list;
}
