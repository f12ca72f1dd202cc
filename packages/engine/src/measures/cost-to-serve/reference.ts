import { type EntryChannel, entryChannels } from "../../facts/events/contract.ts";
import { roundHalfAway } from "../../units.ts";
import type { CostEvent } from "./drivers-contract.ts";
import type { CompiledActivity, CostModel } from "./model.ts";
import { roleFinder } from "./model.ts";
import { asLogged, direct } from "./model-contract.ts";
import { addPoolUse, type ReferencePool, type ReferencePoolUse, referencePools } from "./reference-pools.ts";
import { type DriverValues, milliminutesOf } from "./time-equation.ts";

export interface ReferenceEvent {
  readonly event: CostEvent;
  readonly customerId: number | null;
  readonly day: string;
  readonly channel?: EntryChannel | null;
  readonly activityType?: string | null;
  /** As the file says. */
  readonly role?: string | null;
  readonly minutes?: number | null;
  readonly moneyCents?: number;
  readonly drivers?: DriverValues;
}

export interface ReferenceCustomer {
  fullCents: number;
  avoidableCents: number;
  allocatedCents: number;
  minutesMilli: number;
}

export interface ReferenceCost {
  /** Per customer; those without an event are missing. */
  readonly customers: ReadonlyMap<number, ReferenceCustomer>;
  readonly pools: ReadonlyMap<string, ReferencePoolUse>;
  readonly customersCents: number;
  readonly unusedCents: number;
  readonly unassignedCents: number;
  readonly poolsCents: number;
}

interface Row {
  readonly customerId: number | null;
  readonly activity: CompiledActivity;
  readonly roleIndex: number;
  readonly channel: number;
  /** Codes of the pools that pay; empty: the assumed rate. */
  readonly group: string;
  milli: bigint;
  moneyCents: number;
  cents: number;
}

/**
 * Cost to serve in plain loops, day by day and event by event: the second spelling of the SQL.
 * @param days the days that count, in order
 * @param newCustomers customers whose first purchase lies in these days; their customer-year may take longer
 */
export function costReference(
  model: CostModel,
  events: readonly ReferenceEvent[],
  pools: readonly ReferencePool[],
  days: readonly string[],
  newCustomers: ReadonlySet<number> = new Set(),
): ReferenceCost {
  const find = roleFinder(model.roles);
  const { groups, groupOf, poolsCents } = referencePools(model, pools, days);
  const rows = new Map<string, Row>();
  const add = (
    event: Pick<ReferenceEvent, "customerId" | "channel">,
    activity: CompiledActivity,
    roleIndex: number,
    group: string,
    milli: bigint,
    moneyCents: number,
  ) => {
    const channel = event.channel ? entryChannels.indexOf(event.channel) : -1;
    const key = [event.customerId, activity.index, roleIndex, group, channel].join("/");
    const row = rows.get(key) ?? {
      customerId: event.customerId,
      activity,
      roleIndex,
      channel,
      group,
      milli: 0n,
      moneyCents: 0,
      cents: 0,
    };
    row.milli += milli;
    row.moneyCents += moneyCents;
    rows.set(key, row);
  };
  const seen = new Set<number>();
  for (const event of events) {
    const activity = model.activities.find(
      (candidate) =>
        candidate.event === event.event &&
        (candidate.when?.channel === undefined || candidate.when.channel === event.channel) &&
        (candidate.when?.activityType === undefined || candidate.when.activityType === event.activityType),
    );
    if (activity === undefined || !days.includes(event.day) || (event.minutes ?? 0) < 0) continue;
    const named = event.role ? find(event.role) : null;
    if (event.role && named === null && event.event !== "case") continue;
    if (event.customerId !== null) seen.add(event.customerId);
    if (activity.role === direct) {
      add(event, activity, -1, "", 0n, event.moneyCents ?? 0);
      continue;
    }
    const roleIndex =
      activity.role === asLogged ? (named ?? activity.fallbackRoleIndex) : activity.fallbackRoleIndex;
    const milli =
      event.minutes === null || event.minutes === undefined
        ? milliminutesOf(activity.time, event.drivers ?? {})
        : Math.floor(event.minutes * 1000 + 0.5);
    add(event, activity, roleIndex, groupOf.get(`${roleIndex}|${event.day}`) ?? "", BigInt(milli), 0);
  }
  for (const activity of model.activities.filter(({ event }) => event === "customerYear")) {
    const roleIndex = activity.fallbackRoleIndex;
    const perGroup = new Map<string, number>();
    for (const day of days) {
      const group = groupOf.get(`${roleIndex}|${day}`) ?? "";
      perGroup.set(group, (perGroup.get(group) ?? 0) + 1);
    }
    // Groups in their order, days without a pool last, as the SQL does it: the thousandths fall the same way.
    const ordered = [...perGroup].sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : a < b ? -1 : 1));
    for (const customerId of seen) {
      const isNew = newCustomers.has(customerId) ? 1 : 0;
      const milli = BigInt(milliminutesOf(activity.time, { newCustomer: isNew }));
      let before = 0;
      for (const [group, count] of ordered) {
        const upTo = (value: number) => (milli * BigInt(value)) / BigInt(days.length);
        add({ customerId }, activity, roleIndex, group, upTo(before + count) - upTo(before), 0);
        before += count;
      }
    }
  }
  let unusedCents = 0n;
  let unassignedCents = 0;
  let customersCents = 0;
  const poolUse = new Map<string, ReferencePoolUse>();
  for (const [group, { costCents, capacityMilli, shares }] of groups) {
    const own = [...rows.values()].filter((row) => row.group === group);
    const used = own.reduce((sum, row) => sum + row.milli, 0n);
    const charge =
      used === 0n
        ? 0n
        : used >= capacityMilli
          ? costCents
          : (2n * costCents * used + capacityMilli) / (2n * capacityMilli);
    split(charge, used, own);
    unusedCents += costCents - charge;
    addPoolUse(poolUse, shares, Number(charge), Number(used));
    for (const row of own) {
      if (row.customerId === null) unassignedCents += row.cents;
      else customersCents += row.cents;
    }
  }
  const customers = new Map<number, ReferenceCustomer>();
  for (const row of rows.values()) {
    if (row.activity.role === direct) row.cents = row.moneyCents;
    else if (row.group === "") {
      const rate = model.roles[row.roleIndex]!.assumedRateCentsPerMinute;
      row.cents = roundHalfAway((Number(row.milli) * rate) / 1000);
    }
    if (row.customerId === null) continue;
    const sum: ReferenceCustomer = customers.get(row.customerId) ?? {
      fullCents: 0,
      avoidableCents: 0,
      allocatedCents: 0,
      minutesMilli: 0,
    };
    sum.fullCents += row.cents;
    if (row.activity.isAllocated) sum.allocatedCents += row.cents;
    sum.avoidableCents += roundHalfAway(
      row.cents * row.activity.avoidableRatio[String(model.horizon) as "12"],
    );
    sum.minutesMilli += Number(row.milli);
    customers.set(row.customerId, sum);
  }
  return {
    customers,
    pools: poolUse,
    customersCents,
    unusedCents: Number(unusedCents),
    unassignedCents,
    poolsCents: Number(poolsCents),
  };
}

/** Largest remainders; ties to events without a customer, then the smaller customer, activity, role and channel. */
function split(charge: bigint, used: bigint, rows: readonly Row[]): void {
  if (used === 0n) return;
  let left = charge;
  for (const row of rows) {
    row.cents = Number((charge * row.milli) / used);
    left -= BigInt(row.cents);
  }
  const rank = (row: Row) => [row.customerId ?? -1, row.activity.index, row.roleIndex, row.channel];
  const byRemainder = [...rows].sort((a, b) => {
    const difference = ((charge * b.milli) % used) - ((charge * a.milli) % used);
    if (difference !== 0n) return difference > 0n ? 1 : -1;
    const [left, right] = [rank(a), rank(b)];
    return left.map((value, index) => value - right[index]!).find((value) => value !== 0) ?? 0;
  });
  for (const row of byRemainder) {
    if (left === 0n) return;
    row.cents++;
    left--;
  }
}
