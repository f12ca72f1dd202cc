/** From the time of specialists to the leak with its interval (K8). Pure arithmetic on the few rows of `m_leak`. */
import { allocate, type Cents, roundHalfAway } from "../../units.ts";
import type { LeakRole, LeakRow } from "./contract.ts";

export interface Leak {
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly hours: number;
  readonly hoursLow: number;
  readonly hoursHigh: number;
  readonly costCents: number;
  readonly costLowCents: number;
  readonly costHighCents: number;
  readonly totalHours: number;
  readonly totalCostCents: number;
  readonly estimatedRatio: number | null;
  readonly legitimate: LeakPart;
  readonly ownerInMasterData: LeakPart;
  readonly byRole: LeakByRole[];
  readonly byReason: {
    readonly reason: string | null;
    readonly minutes: number;
    readonly costCents: number;
    readonly events: number;
    readonly shareRatio: number;
  }[];
  readonly flows: LeakFlow[];
}

export interface LeakPart {
  readonly minutes: number;
  readonly costCents: number;
  readonly events: number;
}

export interface LeakByRole {
  readonly role: string;
  readonly label: { readonly de: string; readonly en: string };
  readonly unloggedRatio: number;
  readonly centsPerMinute: number;
  readonly rateIsAssumed: boolean;
  readonly totalMinutes: number;
  readonly leakMinutes: number;
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly costCents: number;
}

export interface LeakFlow extends LeakPart {
  readonly role: string;
  readonly reason: string | null;
  readonly sizeClass: string;
  readonly category: string | null;
  readonly isLeak: boolean;
  readonly isLegitimate: boolean;
}

/** Flows beyond this many are put together as `otherReasons`: nobody reads more ribbons. */
const mostReasons = 12;
export const otherReasons = "otherReasons";

const isLeak = (row: LeakRow) => row.sizeClass === "small" && !row.isLegitimate;
const sum = (rows: readonly LeakRow[]) => rows.reduce((total, row) => total + row.minutesMilli, 0);
const ratioOf = (part: number, whole: number) => (whole > 0 ? part / whole : null);

/**
 * With S the logged time at small customers, L all logged time and u the share that nobody logs, the work is T = L ÷ (1 − u) and
 * T − L is unknown. ratio = S ÷ L; low = S ÷ T (all unlogged work is elsewhere); high = (S + T − L) ÷ T (all of it is at small
 * customers). Hours and money are those that were logged, their high end includes what was not.
 */
export function leakOf(rows: readonly LeakRow[], roles: readonly LeakRole[]): Leak {
  const byRole = roles.map((role) =>
    ofRole(
      role,
      rows.filter((row) => row.role === role.code),
    ),
  );
  const logged = byRole.reduce((total, { totalMilli }) => total + totalMilli, 0);
  const leaking = byRole.reduce((total, { leakMilli }) => total + leakMilli, 0);
  const unlogged = byRole.reduce((total, { unloggedMilli }) => total + unloggedMilli, 0);
  const flows = flowsOf(rows, roles);
  const part = (picked: readonly LeakFlowRow[]): LeakPart => ({
    minutes: picked.reduce((total, row) => total + row.minutesMilli, 0) / 1000,
    costCents: picked.reduce((total, row) => total + row.costCents, 0),
    events: picked.reduce((total, row) => total + row.events, 0),
  });
  const small = flows.filter((row) => row.sizeClass === "small");
  const leaks = small.filter((row) => !row.isLegitimate);
  const costCents = part(leaks).costCents;
  return {
    ratio: ratioOf(leaking, logged),
    low: ratioOf(leaking, logged + unlogged),
    high: ratioOf(leaking + unlogged, logged + unlogged),
    hours: leaking / 60_000,
    hoursLow: leaking / 60_000,
    hoursHigh: (leaking + unlogged) / 60_000,
    costCents,
    costLowCents: costCents,
    costHighCents: costCents + byRole.reduce((total, { unloggedCents }) => total + unloggedCents, 0),
    totalHours: logged / 60_000,
    totalCostCents: part(flows).costCents,
    estimatedRatio: ratioOf(
      rows.reduce((total, row) => total + row.estimatedMilli, 0),
      logged,
    ),
    legitimate: part(small.filter((row) => row.isLegitimate)),
    ownerInMasterData: part(leaks.filter((row) => row.isOwner)),
    byRole: byRole.map(({ shown, leakMilli }) => ({
      ...shown,
      leakMinutes: leakMilli / 1000,
      costCents: part(leaks.filter((row) => row.role === shown.role)).costCents,
    })),
    byReason: reasonsOf(leaks, leaking, part),
    flows: mergedFlows(flows),
  };
}

function ofRole(role: LeakRole, rows: readonly LeakRow[]) {
  const totalMilli = sum(rows);
  const leakMilli = sum(rows.filter(isLeak));
  const unloggedMilli = totalMilli / (1 - role.unloggedRatio) - totalMilli;
  return {
    totalMilli,
    leakMilli,
    unloggedMilli,
    unloggedCents: roundHalfAway((unloggedMilli / 1000) * role.centsPerMinute),
    shown: {
      role: role.code,
      label: role.label,
      unloggedRatio: role.unloggedRatio,
      centsPerMinute: role.centsPerMinute,
      rateIsAssumed: role.rateIsAssumed,
      totalMinutes: totalMilli / 1000,
      ratio: ratioOf(leakMilli, totalMilli),
      low: ratioOf(leakMilli, totalMilli + unloggedMilli),
      high: ratioOf(leakMilli + unloggedMilli, totalMilli + unloggedMilli),
    },
  };
}

type LeakFlowRow = LeakRow & { readonly costCents: number };

/** Money of a role at its rate, leak and rest each rounded once, then split over the rows so that the parts add up. */
function flowsOf(rows: readonly LeakRow[], roles: readonly LeakRole[]): LeakFlowRow[] {
  return roles.flatMap((role) =>
    [true, false].flatMap((leaking) => {
      const own = rows.filter((row) => row.role === role.code && isLeak(row) === leaking);
      if (own.length === 0) return [];
      const total = roundHalfAway((sum(own) / 1000) * role.centsPerMinute) as Cents;
      const parts = allocate(
        total,
        own.map((row, id) => ({ id, weight: row.minutesMilli })),
      );
      return own.map((row, id) => ({ ...row, costCents: parts.get(id)! }));
    }),
  );
}

function reasonsOf(
  leaks: readonly LeakFlowRow[],
  leaking: number,
  part: (rows: readonly LeakFlowRow[]) => LeakPart,
): Leak["byReason"] {
  return [...new Set(leaks.map((row) => row.reason))]
    .map((reason) => ({ reason, ...part(leaks.filter((row) => row.reason === reason)) }))
    .map((row) => ({ ...row, shareRatio: leaking > 0 ? (row.minutes * 1000) / leaking : 0 }))
    .sort((a, b) => b.minutes - a.minutes || String(a.reason).localeCompare(String(b.reason)))
    .slice(0, 100);
}

function mergedFlows(rows: readonly LeakFlowRow[]): LeakFlow[] {
  const minutesOf = new Map<string | null, number>();
  for (const row of rows) minutesOf.set(row.reason, (minutesOf.get(row.reason) ?? 0) + row.minutesMilli);
  const named = [...minutesOf.keys()].filter((reason) => reason !== null);
  const kept = new Set<string | null>(
    named.sort((a, b) => minutesOf.get(b)! - minutesOf.get(a)! || a.localeCompare(b)).slice(0, mostReasons),
  );
  kept.add(null);
  const flows = new Map<string, LeakFlow>();
  for (const row of rows) {
    const reason = kept.has(row.reason) ? row.reason : otherReasons;
    const { role, sizeClass, category, isLegitimate } = row;
    const key = JSON.stringify([role, reason, sizeClass, category, isLegitimate]);
    const before = flows.get(key);
    flows.set(key, {
      role,
      reason,
      sizeClass,
      category,
      isLegitimate,
      isLeak: isLeak(row),
      minutes: (before?.minutes ?? 0) + row.minutesMilli / 1000,
      costCents: (before?.costCents ?? 0) + row.costCents,
      events: (before?.events ?? 0) + row.events,
    });
  }
  return [...flows.values()].sort((a, b) => b.minutes - a.minutes);
}
