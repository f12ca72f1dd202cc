import { type CareEconomics, largeCare, smallCare } from "../service/care-economics.ts";
import type { ServiceRole } from "../service/roles.ts";
import { largeEconomics, type SizeEconomics, smallEconomics } from "./economics.ts";

/** All that makes one generated company different from another, besides its seed. Assumptions, never evidence. */
export interface CompanyEconomics {
  readonly small: SizeEconomics;
  readonly large: SizeEconomics;
  /** 0 … 1: how many of the needs of their trade customers have with us. */
  readonly needBreadth: { readonly small: number; readonly large: number };
  readonly smallCare: CareEconomics;
  readonly largeCare: CareEconomics;
  /** CHF per minute of practical capacity; the reference world's unit costs come out of them and of the process times. */
  readonly ratesChfPerMinute: Readonly<Record<ServiceRole["code"], number>>;
  /** Share of the visits at small customers that field reps write down. */
  readonly loggedRatio: number;
  /** Share of the deliveries that come after the promised day. */
  readonly lateShare: number;
}

export const alpfixEconomics: CompanyEconomics = {
  small: smallEconomics,
  large: largeEconomics,
  needBreadth: { small: 0.42, large: 0.7 },
  smallCare,
  largeCare,
  ratesChfPerMinute: {
    insideSales: 0.95,
    fieldSales: 1.55,
    keyAccount: 1.85,
    expert: 2,
    logistics: 0.85,
    billing: 0.95,
    service: 0.95,
    management: 2.2,
  },
  loggedRatio: 0.85,
  lateShare: 0.045,
};

/** Any part of the economics, to any depth; lists are replaced whole. */
export type EconomicsOverrides = DeepPartial<CompanyEconomics>;
type DeepPartial<T> = {
  readonly [K in keyof T]?: T[K] extends readonly unknown[] | number ? T[K] : DeepPartial<T[K]>;
};

/** @throws RangeError when an override names something that does not exist, or is no number above or at zero */
export function economicsOf(overrides: EconomicsOverrides = {}): CompanyEconomics {
  return merge(alpfixEconomics, overrides, "economics") as unknown as CompanyEconomics;
}

function merge(base: object, overrides: object, path: string): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(overrides)) {
    const place = `${path}.${key}`;
    const before = merged[key];
    if (before === undefined)
      throw new RangeError(`${place} does not exist; expected one of ${Object.keys(base).join(", ")}`);
    if (typeof before === "object" && before !== null && !Array.isArray(before))
      merged[key] = merge(before, value as object, place);
    else merged[key] = numbers(value, Array.isArray(before) ? before.length : null, place);
  }
  return merged;
}

function numbers(value: unknown, length: number | null, place: string): unknown {
  const list = length === null ? [value] : (value as unknown[]);
  const isGood =
    Array.isArray(list) &&
    list.length === (length ?? 1) &&
    list.every((each) => typeof each === "number" && Number.isFinite(each) && each >= 0);
  if (isGood) return value;
  const expected = length === null ? "a number from 0 on" : `${length} numbers from 0 on`;
  throw new RangeError(`${place} is ${JSON.stringify(value)}; expected ${expected}`);
}
