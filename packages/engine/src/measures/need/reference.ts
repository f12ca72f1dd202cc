import type { PlainDate } from "../../units.ts";
import { monthsBefore } from "../period.ts";
import { ordersAreSales, type ReferenceLine } from "../reference-line.ts";
import { saleDocumentTypes } from "../sale-rules.ts";
import { intervalZ } from "./contract.ts";
import type { NeedSettings } from "./need-settings.ts";

export interface ReferenceFirm {
  readonly customerId: number;
  readonly branch: string | null;
  readonly staffClass: string | null;
  readonly region: string | null;
}

/** A contact or case of the window. */
export interface ReferenceTopic {
  readonly customerId: number;
  readonly field: string | null;
  readonly reason: string | null;
}

export interface ReferenceNeed {
  needBreadth: number | null;
  needFields: number | null;
  needDepth: number | null;
  needVariety: number | null;
}

export interface ReferenceGap {
  readonly field: string;
  readonly peerLevel: number;
  readonly peers: number;
  readonly peersBuying: number;
  readonly peerShare: number;
  readonly shareLow: number;
  readonly shareHigh: number;
  readonly worthCents: number;
}

/** Field → positive sales of the window, by customer. */
export function fieldSalesReference(
  lines: readonly ReferenceLine[],
  asOf: PlainDate,
  { fieldByGroup }: Pick<NeedSettings, "fieldByGroup">,
): Map<number, Map<string, number>> {
  const from = monthsBefore(asOf, 12);
  const withOrders = ordersAreSales(lines);
  const sums = new Map<number, Map<string, number>>();
  for (const line of lines) {
    const isSale =
      (saleDocumentTypes as readonly string[]).includes(line.documentType) ||
      (line.documentType === "order" && withOrders);
    if (!isSale || line.customerId === null || line.lineKind !== "product" || line.productGroup === null)
      continue;
    if (line.date <= from || line.date > asOf) continue;
    const field = fieldByGroup[line.productGroup] ?? line.productGroup;
    const own = sums.get(line.customerId) ?? new Map<string, number>();
    own.set(field, (own.get(field) ?? 0) + (line.valueCents ?? 0));
    sums.set(line.customerId, own);
  }
  for (const [customer, own] of sums) {
    for (const [field, cents] of own) if (cents <= 0) own.delete(field);
    if (own.size === 0) sums.delete(customer);
  }
  return sums;
}

/** The groups of a firm, narrow to wide; null where an attribute is missing. */
function groupsOf({ branch, staffClass, region }: ReferenceFirm): (string | null)[] {
  return [
    branch !== null && staffClass !== null && region !== null ? `${branch}|${staffClass}|${region}` : null,
    branch !== null && staffClass !== null ? `${branch}|${staffClass}` : null,
    branch,
    "all",
  ];
}

/** Comparable buyers of a firm besides itself: the narrowest group that is large enough. */
function peersOf(
  firm: ReferenceFirm,
  firms: readonly ReferenceFirm[],
  sales: ReadonlyMap<number, unknown>,
  least: number,
): { readonly level: number; readonly peers: readonly ReferenceFirm[] } | null {
  const own = groupsOf(firm);
  for (const [level, group] of own.entries()) {
    if (group === null) continue;
    const peers = firms.filter(
      (other) =>
        other.customerId !== firm.customerId &&
        sales.has(other.customerId) &&
        groupsOf(other)[level] === group,
    );
    if (peers.length >= least) return { level, peers };
  }
  return null;
}

/** The need profile in plain loops: the second spelling of sql.ts. */
export function needReference(
  firms: readonly ReferenceFirm[],
  sales: ReadonlyMap<number, ReadonlyMap<string, number>>,
  topics: readonly ReferenceTopic[],
  settings: NeedSettings,
): Map<number, ReferenceNeed> {
  const result = new Map<number, ReferenceNeed>();
  const perField = new Map<number, number>();
  for (const [customer, own] of sales) perField.set(customer, sum([...own.values()]) / own.size);
  for (const firm of firms) {
    const own = sales.get(firm.customerId) ?? new Map<string, number>();
    const mine = topics.filter((topic) => topic.customerId === firm.customerId);
    const named = mine.flatMap(({ field }) =>
      field === null ? [] : [settings.fieldByGroup[field] ?? field],
    );
    const fields = new Set([...own.keys(), ...named]);
    const sold = sum([...own.values()]);
    let entropy = 0;
    for (const field of fields) {
      const sales = (own.get(field) ?? 0) / sold;
      const asked = named.filter((name) => name === field).length / named.length;
      const { contactWeight } = settings;
      let weight = (1 - contactWeight) * sales + contactWeight * asked;
      if (named.length === 0) weight = sales;
      if (own.size === 0) weight = asked;
      if (weight > 0) entropy -= weight * Math.log(weight);
    }
    const reasons = new Set(
      mine.flatMap(({ reason }) => (reason === null ? [] : [reason.trim().toLowerCase()])),
    );
    const comparable = peersOf(firm, firms, sales, settings.leastPeers);
    const group = comparable === null ? null : groupsOf(firm)[comparable.level];
    // The median of the whole group, the customer included: one more among twenty.
    const usual = firms
      .filter((other) => comparable !== null && groupsOf(other)[comparable.level] === group)
      .flatMap((other) => perField.get(other.customerId) ?? []);
    result.set(firm.customerId, {
      needBreadth: fields.size === 0 ? null : Math.exp(entropy),
      needFields: fields.size,
      needDepth:
        own.size === 0 || comparable === null ? null : perField.get(firm.customerId)! / quantile(usual, 0.5),
      needVariety: fields.size + reasons.size,
    });
  }
  return result;
}

/** The need gaps in plain loops: the second spelling of gap-sql.ts. */
export function gapReference(
  firms: readonly ReferenceFirm[],
  sales: ReadonlyMap<number, ReadonlyMap<string, number>>,
  { leastPeers, gapShare }: Pick<NeedSettings, "leastPeers" | "gapShare">,
): Map<number, ReferenceGap[]> {
  const allFields = new Set([...sales.values()].flatMap((own) => [...own.keys()]));
  const result = new Map<number, ReferenceGap[]>();
  for (const firm of firms) {
    const own = sales.get(firm.customerId);
    const comparable = peersOf(firm, firms, sales, leastPeers);
    if (own === undefined || comparable === null) continue;
    const { level, peers } = comparable;
    const gaps: ReferenceGap[] = [];
    for (const field of [...allFields].sort()) {
      if (own.has(field)) continue;
      const amounts = peers.flatMap((peer) => sales.get(peer.customerId)?.get(field) ?? []);
      const peerShare = amounts.length / peers.length;
      if (amounts.length === 0 || peerShare < gapShare) continue;
      gaps.push({
        field,
        peerLevel: level,
        peers: peers.length,
        peersBuying: amounts.length,
        peerShare,
        ...wilson(peerShare, peers.length),
        worthCents: Math.round(quantile(amounts, 0.5)),
      });
    }
    result.set(firm.customerId, gaps);
  }
  return result;
}

/** Wilson's 80 % interval of a share. */
export function wilson(share: number, count: number): { shareLow: number; shareHigh: number } {
  const z2 = intervalZ ** 2;
  const middle = share + z2 / (2 * count);
  const half = intervalZ * Math.sqrt((share * (1 - share)) / count + z2 / (4 * count * count));
  return { shareLow: (middle - half) / (1 + z2 / count), shareHigh: (middle + half) / (1 + z2 / count) };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** With linear interpolation between neighbours. */
function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = at * (sorted.length - 1);
  const low = Math.floor(place);
  return sorted[low]! + (place - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
}
