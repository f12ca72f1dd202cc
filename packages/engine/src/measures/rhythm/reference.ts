import { normalQuantile } from "../../normal-quantile.ts";
import type { PlainDate } from "../../units.ts";
import { daysBetween, monthsBefore } from "../period.ts";
import { type ReferenceLine, saleDocuments } from "../reference-line.ts";
import type { MeasureSettings } from "../settings-contract.ts";
import { minGaps, minPeerCustomers, minSpread } from "./contract.ts";

export interface ReferenceRhythm {
  rhythmState: "active" | "slowing" | "dormant" | "lost" | "rhythmUnclear";
  isNew: boolean;
  isReactivated: boolean;
  usualGapDays: number | null;
  slowingAfterDays: number | null;
  dormantAfterDays: number | null;
}

interface Peers {
  readonly mean: number;
  /** Variance of ln(gap) over all, every customer weighing the same. */
  readonly variance: number;
}

/**
 * The measure in plain loops: the second spelling of sql.ts.
 * @param branches branch of each customer, absent when unknown
 * @param probabilities probability of being active, absent when unknown
 */
export function rhythmReference(
  lines: readonly ReferenceLine[],
  settings: MeasureSettings,
  branches: ReadonlyMap<number, string>,
  probabilities: ReadonlyMap<number, number>,
): Map<number, ReferenceRhythm> {
  const days = purchaseDays(lines, settings.asOf);
  const gaps = new Map([...days].map(([customer, dates]) => [customer, gapsOf(dates)]));
  const withGaps = [...gaps].filter(([, own]) => own.length > 0);
  const all = withGaps.flatMap(([, own]) => own);
  const everyone = all.length >= minGaps ? peersOf(withGaps.map(([, own]) => own)) : null;
  const from = monthsBefore(settings.asOf, 12);
  const result = new Map<number, ReferenceRhythm>();
  for (const [customer, dates] of days) {
    const branch = branches.get(customer);
    const same = withGaps.filter(([other]) => branch !== undefined && branches.get(other) === branch);
    const peers = same.length >= minPeerCustomers ? peersOf(same.map(([, own]) => own)) : everyone;
    const own = gaps.get(customer)!;
    const isNew = dates[0]! > from;
    if (peers === null) {
      const unclear = { usualGapDays: null, slowingAfterDays: null, dormantAfterDays: null };
      result.set(customer, { rhythmState: "rhythmUnclear", isNew, isReactivated: false, ...unclear });
      continue;
    }
    const silent = daysBetween(dates.at(-1)!, settings.asOf);
    const slowingAfterDays = threshold(own, peers, settings, settings.slowingQuantile);
    const dormantAfterDays = threshold(own, peers, settings, settings.dormantQuantile);
    const recent = own.filter((_, index) => dates[index + 1]! > from);
    const longest = Math.max(...recent);
    const rest = own.toSpliced(own.indexOf(longest), 1);
    const isLost = (probabilities.get(customer) ?? 1) < settings.lostProbability;
    result.set(customer, {
      rhythmState:
        silent <= slowingAfterDays
          ? "active"
          : silent <= dormantAfterDays
            ? "slowing"
            : isLost
              ? "lost"
              : "dormant",
      isNew,
      isReactivated:
        recent.length > 0 && longest > threshold(rest, peers, settings, settings.dormantQuantile),
      usualGapDays: Math.exp(meanLn(own, peers, settings.peerWeight)),
      slowingAfterDays,
      dormantAfterDays,
    });
  }
  return result;
}

function purchaseDays(lines: readonly ReferenceLine[], asOf: PlainDate): Map<number, PlainDate[]> {
  const days = new Map<number, PlainDate[]>();
  for (const document of saleDocuments(lines, asOf)) {
    if (!document.isOrder) continue;
    const known = days.get(document.customerId) ?? [];
    if (!known.includes(document.date)) known.push(document.date);
    days.set(document.customerId, known.sort());
  }
  return days;
}

function gapsOf(dates: readonly PlainDate[]): number[] {
  return dates.slice(1).map((date, index) => daysBetween(dates[index]!, date));
}

function peersOf(customers: readonly number[][]): Peers {
  const mean = average(customers.map((gaps) => average(gaps.map(Math.log))));
  const variance = average(customers.map((gaps) => average(gaps.map((gap) => (Math.log(gap) - mean) ** 2))));
  return { mean, variance };
}

function threshold(
  gaps: readonly number[],
  peers: Peers,
  settings: MeasureSettings,
  quantile: number,
): number {
  const weight = settings.peerWeight;
  const count = gaps.length + weight;
  const variance = count === 0 ? peers.variance : (squaresAround(gaps) + weight * peers.variance) / count;
  const spread = Math.max(Math.sqrt(variance), minSpread);
  return Math.exp(meanLn(gaps, peers, weight) + normalQuantile(quantile) * spread);
}

function meanLn(gaps: readonly number[], peers: Peers, weight: number): number {
  if (gaps.length + weight === 0) return peers.mean;
  return (gaps.reduce((sum, gap) => sum + Math.log(gap), 0) + weight * peers.mean) / (gaps.length + weight);
}

function squaresAround(gaps: readonly number[]): number {
  if (gaps.length === 0) return 0;
  const mean = average(gaps.map(Math.log));
  return gaps.reduce((sum, gap) => sum + (Math.log(gap) - mean) ** 2, 0);
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
