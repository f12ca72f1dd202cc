import type { PlainDate } from "../../units.ts";
import type { Deviation, DeviationKind } from "./deviation-contract.ts";
import type { DeviationRules } from "./deviation-rules-contract.ts";
import { closeCase, type KindEffort, standardiseCase } from "./drift-cases.ts";

export interface DriftInput {
  readonly today: PlainDate;
  /** Entries that hold; at most one day is today. */
  readonly deviations: readonly Deviation[];
  /** Mean cents per minute of our work; null: no cost pools. */
  readonly centsPerMinute: number | null;
  /** Contribution in 12 months by customer; absent: unknown. */
  readonly contribution: ReadonlyMap<number, number>;
  readonly rules: DeviationRules;
  readonly currency: string | null;
}

/** Day that lies so many days before another. */
export function daysBefore(day: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10) as PlainDate;
}

/** Kinds of deviations with their count, and from the line on both ways out with their sums (AT9.2). */
export function driftKinds(input: DriftInput): DeviationKind[] {
  const byKind = new Map<string, Deviation[]>();
  for (const deviation of input.deviations) {
    const key = deviation.kind.trim().toLowerCase();
    byKind.set(key, [...(byKind.get(key) ?? []), deviation]);
  }
  return [...byKind.values()]
    .map((entries) => kindOf(entries, input))
    .sort(
      (a, b) =>
        Number(b.isDrift) - Number(a.isDrift) ||
        b.inWindow - a.inWindow ||
        b.inYear - a.inYear ||
        (a.kind < b.kind ? -1 : 1),
    );
}

function kindOf(entries: readonly Deviation[], input: DriftInput): DeviationKind {
  const { today, rules, currency } = input;
  const inYear = entries.filter(({ at }) => at > daysBefore(today, 365) && at <= today);
  const inWindow = inYear.filter(({ at }) => at > daysBefore(today, rules.driftDays));
  const kind = entries[0]!.kind;
  const isDrift = inWindow.length >= rules.driftCount;
  const effort = effortOf(inWindow, input);
  const { centsEach } = effort;
  const cases = isDrift && centsEach !== null ? { ...effort, centsEach } : null;
  const standardise = cases === null ? null : standardiseCase(kind, cases, rules, currency);
  const close = cases === null ? null : closeCase(kind, cases, rules, currency);
  return {
    kind,
    origin: "entered",
    inWindow: inWindow.length,
    inYear: inYear.length,
    customers: effort.customers,
    meanMinutes: effort.minutesEach,
    withoutMinutes: inWindow.filter(({ minutes }) => minutes === null).length,
    meanCents: meanKnown(inWindow.map(({ cents }) => cents)),
    isDrift,
    standardise,
    close,
    better: standardise === null || close === null ? null : betterOf(standardise.result, close.result),
    sentence: driftSentence(kind, inWindow.length, isDrift, standardise === null, rules),
  };
}

type Effort = Omit<KindEffort, "centsEach"> & { readonly centsEach: number | null };

function effortOf(
  entries: readonly Deviation[],
  { rules, centsPerMinute, contribution }: DriftInput,
): Effort {
  const minutesEach = meanKnown(entries.map(({ minutes }) => minutes));
  const givenEach = meanKnown(entries.map(({ cents }) => cents));
  const workEach = minutesEach === null || centsPerMinute === null ? null : minutesEach * centsPerMinute;
  const customers = [...new Set(entries.flatMap(({ customerId }) => customerId ?? []))];
  return {
    timesPerYear: (entries.length * 365) / rules.driftDays,
    minutesEach,
    workCentsEach: workEach ?? 0,
    givenCentsEach: givenEach ?? 0,
    centsEach: workEach === null && givenEach === null ? null : (workEach ?? 0) + (givenEach ?? 0),
    customers: customers.length,
    contributionCents: customers.reduce((sum, id) => sum + Math.max(0, contribution.get(id) ?? 0), 0),
  };
}

function meanKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Better only where the intervals do not meet. */
function betterOf(
  standardise: { readonly low: number; readonly high: number },
  close: { readonly low: number; readonly high: number },
): "standardise" | "close" | "open" {
  if (standardise.low > close.high) return "standardise";
  return close.low > standardise.high ? "close" : "open";
}

function driftSentence(
  kind: string,
  times: number,
  isDrift: boolean,
  isUnknown: boolean,
  { driftCount, driftDays }: DeviationRules,
): DeviationKind["sentence"] {
  if (!isDrift) {
    return {
      de: `«${kind}»: ${times}-mal in ${driftDays} Tagen, die Schwelle liegt bei ${driftCount}.`,
      en: `“${kind}”: ${times} times in ${driftDays} days; the line is ${driftCount}.`,
    };
  }
  const rest = isUnknown
    ? {
        de: " Was es kostet, ist nicht bekannt: tragen Sie Minuten oder Betrag ein.",
        en: " What it costs is not known: note minutes or an amount.",
      }
    : { de: "", en: "" };
  return {
    de: `«${kind}»: ${times}-mal in ${driftDays} Tagen. Zum Standard machen oder schliessen.${rest.de}`,
    en: `“${kind}”: ${times} times in ${driftDays} days. Standardise or close.${rest.en}`,
  };
}
