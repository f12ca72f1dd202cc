/** What the last 12 months say of one case type (reason × need field × channel); one row of `m_case_type`. */
export interface CaseTypeFacts {
  readonly code: string;
  readonly reason: string | null;
  readonly needField: string | null;
  readonly channel: string | null;
  readonly customers: number;
  /** Of them in the triangle. */
  readonly triangleCustomers: number;
  /**
   * All contacts. The next three split those that came from the customer; every reopening is one more of them, and a
   * failure, because it would not be there had the first answer held.
   */
  readonly contacts: number;
  readonly failureContacts: number;
  readonly valueContacts: number;
  readonly unknownContacts: number;
  /** Of the contacts, those that are small orders, visits, hours of experts. */
  readonly orders: number;
  readonly visits: number;
  readonly expertContacts: number;
  readonly minutes: number;
  readonly costCents: number;
  readonly avoidableCents: number;
  /** Part of avoidableCents. */
  readonly visitAvoidableCents: number;
  readonly expertAvoidableCents: number;
  readonly transfers: number;
  readonly reopenings: number;
  /** Means over the customers, weighted with their contacts; null where unknown. */
  readonly valuePerContactCents: number | null;
  readonly needVariety: number | null;
  readonly effortRatio: number | null;
  /** Σ contribution at avoidable cost of the customers in the triangle; null where unknown. */
  readonly triangleContributionCents: number | null;
}

/** Unit costs that tell what a lighter way would cost; avoidable cents per event. Null: nothing of the kind was seen. */
export interface UnitCosts {
  readonly webOrderCents: number | null;
  /** One prepared talk instead of (part of) a visit. */
  readonly dialogueCents: number;
  /** One transfer or reopening. */
  readonly handoverCents: number;
}
