import { daysBetween, plainDate } from "../period.ts";
import { roleFinder } from "./model.ts";
import type { CostRole } from "./model-contract.ts";
import { type CostProblem, problem } from "./problem.ts";

/** A cost pool as the facts know it. */
export interface PoolRow {
  readonly poolCode: string;
  readonly label: string | null;
  readonly role: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly costCents: number | null;
  readonly capacityMinutes: number | null;
  /** Where it stands, for messages. */
  readonly file: string | null;
  readonly line: number | null;
}

/** What a pool gives to a group: cost and capacity of the days that they share. */
export interface PoolShare {
  readonly code: string;
  readonly costCents: bigint;
  readonly capacityMilli: bigint;
}

/**
 * The pools from which a role's events of certain days are paid together. One pool a role is the usual case; two teams of a
 * role at the same time share its events by capacity.
 */
export interface PoolGroup {
  readonly id: number;
  readonly roleIndex: number;
  readonly shares: readonly PoolShare[];
  /** Days with both ends, that belong to the group. */
  readonly days: readonly { readonly from: string; readonly to: string }[];
}

export interface PoolPlan {
  readonly groups: readonly PoolGroup[];
  /** Accepted pools, by code. */
  readonly pools: readonly {
    readonly code: string;
    readonly label: string | null;
    readonly roleIndex: number;
  }[];
  /** Capacity rate of each role in cents per minute; its assumed rate where it has no pool. For comparisons only. */
  readonly centsPerMinute: readonly number[];
  readonly problems: readonly CostProblem[];
}

interface Pool extends PoolRow {
  readonly roleIndex: number;
  readonly validFrom: string;
  readonly validTo: string;
  readonly costCents: number;
  readonly capacityMinutes: number;
}

const day = 86_400_000;
/** A day some days later. */
export const addDays = (date: string, days: number) =>
  new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);

/**
 * Which pools count, and what each gives to which days of the window. Cost and capacity are spread evenly over the days of a
 * pool in whole cents and thousandths of a minute, so that the parts of a pool sum to it exactly.
 * @param window first and last day that count
 */
export function planPools(
  rows: readonly PoolRow[],
  roles: readonly CostRole[],
  window: { readonly from: string; readonly to: string },
): PoolPlan {
  const problems: CostProblem[] = [];
  const accepted = withoutOverlaps(
    rows.flatMap((row) => checkPool(row, roles, problems) ?? []),
    problems,
  );
  const inWindow = accepted.filter((pool) => pool.validTo >= window.from && pool.validFrom <= window.to);
  const groups = groupPools(inWindow, window);
  const pools = [...new Map(inWindow.map((pool) => [pool.poolCode, pool])).values()].map((pool) => ({
    code: pool.poolCode,
    label: pool.label,
    roleIndex: pool.roleIndex,
  }));
  const centsPerMinute = roles.map((role, index) => {
    const shares = groups.filter((group) => group.roleIndex === index).flatMap((group) => group.shares);
    const cost = Number(shares.reduce((sum, share) => sum + share.costCents, 0n));
    const capacity = Number(shares.reduce((sum, share) => sum + share.capacityMilli, 0n));
    return capacity > 0 ? (cost * 1000) / capacity : role.assumedRateCentsPerMinute;
  });
  return { groups, pools, centsPerMinute, problems };
}

function checkPool(row: PoolRow, roles: readonly CostRole[], problems: CostProblem[]): Pool | null {
  const place = { file: row.file, line: row.line };
  const refuse = (code: string, value: string, de: string, en: string) => {
    problems.push(
      problem(code, {
        ...place,
        value,
        message: { de: `Kostenpool «${row.poolCode}»: ${de}`, en: `Cost pool "${row.poolCode}": ${en}` },
      }),
    );
    return null;
  };
  const roleIndex = row.role === null ? null : roleFinder(roles)(row.role);
  if (roleIndex === null) {
    const known = roles.map(({ code }) => code).join(", ");
    return refuse(
      "unknownRole",
      row.role ?? "",
      `die Rolle «${row.role ?? ""}» gibt es nicht; erlaubt sind: ${known} und ihre anderen Namen.`,
      `there is no role "${row.role ?? ""}"; allowed are: ${known} and their other names.`,
    );
  }
  const { costCents, capacityMinutes, validFrom, validTo } = row;
  if (capacityMinutes === null || !(capacityMinutes > 0)) {
    return refuse(
      "poolWithoutCapacity",
      String(capacityMinutes ?? ""),
      "ohne Kapazität gibt es keinen Satz je Minute; erwartet werden Minuten über 0.",
      "without capacity there is no rate per minute; expected are minutes above 0.",
    );
  }
  if (costCents === null || costCents < 0) {
    return refuse(
      "poolWithoutCost",
      costCents === null ? "" : (costCents / 100).toFixed(2),
      "erwartet werden Kosten ab 0 in einer Währung mit Kurs.",
      "expected is a cost from 0 in a currency with a rate.",
    );
  }
  if (validFrom === null || validTo === null || validTo < validFrom) {
    return refuse(
      "poolPeriodInvalid",
      `${validFrom ?? ""} – ${validTo ?? ""}`,
      "erwartet wird eine Periode mit Anfang und Ende, das Ende nicht vor dem Anfang.",
      "expected is a period with both ends, the end not before the start.",
    );
  }
  return { ...row, roleIndex, costCents, capacityMinutes, validFrom, validTo };
}

/** Of one pool a day counts once: a period that runs into an earlier one is refused, and the earlier one stands. */
function withoutOverlaps(pools: readonly Pool[], problems: CostProblem[]): Pool[] {
  const order = (pool: Pool) =>
    [pool.validFrom, pool.validTo, pool.file ?? "", String(pool.line ?? 0).padStart(12, "0")].join("|");
  const sorted = [...pools].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const accepted: Pool[] = [];
  for (const pool of sorted) {
    const other = accepted.find(
      (earlier) => earlier.poolCode === pool.poolCode && earlier.validTo >= pool.validFrom,
    );
    if (other === undefined) {
      accepted.push(pool);
      continue;
    }
    problems.push(
      problem("overlappingPools", {
        file: pool.file,
        line: pool.line,
        value: `${pool.validFrom} – ${pool.validTo}`,
        message: {
          de: `Kostenpool «${pool.poolCode}»: die Periode ${pool.validFrom} bis ${pool.validTo} überschneidet ${other.validFrom} bis ${other.validTo}${placeText(other, "de")}; die frühere zählt.`,
          en: `Cost pool "${pool.poolCode}": the period ${pool.validFrom} to ${pool.validTo} overlaps ${other.validFrom} to ${other.validTo}${placeText(other, "en")}; the earlier one counts.`,
        },
      }),
    );
  }
  return accepted;
}

function placeText({ file, line }: PoolRow, language: "de" | "en"): string {
  if (file === null) return "";
  return ` (${file}${line === null ? "" : `, ${language === "de" ? "Zeile" : "line"} ${line}`})`;
}

function groupPools(pools: readonly Pool[], window: { from: string; to: string }): PoolGroup[] {
  const groups = new Map<
    string,
    { roleIndex: number; shares: Map<string, PoolShare>; days: { from: string; to: string }[] }
  >();
  for (const roleIndex of new Set(pools.map((pool) => pool.roleIndex))) {
    const own = pools.filter((pool) => pool.roleIndex === roleIndex);
    const cuts = new Set([window.from, addDays(window.to, 1)]);
    for (const pool of own) {
      if (pool.validFrom > window.from) cuts.add(pool.validFrom);
      if (pool.validTo < window.to) cuts.add(addDays(pool.validTo, 1));
    }
    const starts = [...cuts].sort();
    for (const [index, from] of starts.slice(0, -1).entries()) {
      const to = addDays(starts[index + 1]!, -1);
      const active = own.filter((pool) => pool.validFrom <= from && pool.validTo >= to);
      if (active.length === 0) continue;
      const codes = active.map((pool) => pool.poolCode).sort();
      const key = [roleIndex, ...codes].join("\u0000");
      const group = groups.get(key) ?? { roleIndex, shares: new Map<string, PoolShare>(), days: [] };
      groups.set(key, group);
      group.days.push({ from, to });
      for (const pool of active) {
        const before = group.shares.get(pool.poolCode);
        group.shares.set(pool.poolCode, {
          code: pool.poolCode,
          costCents: (before?.costCents ?? 0n) + partOf(BigInt(pool.costCents), pool, from, to),
          capacityMilli:
            (before?.capacityMilli ?? 0n) +
            partOf(BigInt(Math.round(pool.capacityMinutes * 1000)), pool, from, to),
        });
      }
    }
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, group], id) => ({
    id,
    roleIndex: group.roleIndex,
    shares: [...group.shares.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
    days: group.days,
  }));
}

/** The part of some days: difference of what is used up by both ends, so that neighbouring parts sum exactly. */
function partOf(whole: bigint, pool: Pool, from: string, to: string): bigint {
  const total = BigInt(daysBetween(plainDate(pool.validFrom), plainDate(pool.validTo)) + 1);
  const upTo = (date: string) =>
    (whole * BigInt(Math.round((Date.parse(date) - Date.parse(pool.validFrom)) / day))) / total;
  return upTo(addDays(to, 1)) - upTo(from);
}
