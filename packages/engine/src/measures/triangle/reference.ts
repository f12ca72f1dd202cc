import type { TriangleBorders } from "./triangle-settings.ts";

/** What is known of one customer over the last 12 months; null: unclear. */
export interface ReferenceCustomer {
  readonly orders: number;
  readonly salesCents: number | null;
  readonly contributionCents: number | null;
  readonly needVariety: number | null;
  /** Null while the cost is unclear. */
  readonly costCents: number | null;
  readonly contacts: readonly { readonly isOurs: boolean; readonly reopenings: number }[];
}

export interface ReferenceJudgement {
  readonly inTriangle: boolean | null;
  readonly contacts: number;
  readonly valuePerContactCents: number | null;
}

/** The triangle in plain loops, for one customer: the second spelling of `sql.ts`. */
export function triangleReference(customer: ReferenceCustomer, borders: TriangleBorders): ReferenceJudgement {
  let contacts = customer.orders;
  for (const { isOurs, reopenings } of customer.contacts) contacts += (isOurs ? 0 : 1) + reopenings;
  const { salesCents, contributionCents, needVariety, costCents } = customer;
  const corners: (boolean | null)[] = [
    customer.orders >= borders.leastOrders,
    contacts === 0
      ? false
      : salesCents === null
        ? null
        : salesCents < borders.valuePerContactCents * contacts,
    contacts === 0 ? false : needVariety === null ? null : needVariety >= borders.needVariety,
    costCents === null || contributionCents === null
      ? null
      : costCents > borders.effortRatio * contributionCents,
  ];
  return {
    inTriangle: corners.includes(false) ? false : corners.includes(null) ? null : true,
    contacts,
    valuePerContactCents: contacts === 0 || salesCents === null ? null : awayFromZero(salesCents / contacts),
  };
}

/** Rounds halves away from zero, as the database does. */
const awayFromZero = (value: number) => Math.sign(value) * Math.round(Math.abs(value));
