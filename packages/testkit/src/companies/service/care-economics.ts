/**
 * How much care the customers of one size get in a year, over all of them, present or not. Assumptions in the shape of the
 * reference world: a small customer takes about CHF 590 a year, a larger one a fifth of its sales.
 */
export interface CareEconomics {
  readonly visitsPerYear: number;
  /** Calls, mails and cases, whoever begins them; those that failures of ours bring about come on top. */
  readonly contactsPerYear: number;
  readonly expertHoursPerYear: number;
  /** Meetings with a key account manager. */
  readonly meetingsPerYear: number;
  /** Share of the contacts that are cases of the service desk. */
  readonly caseShare: number;
}

export const smallCare: CareEconomics = {
  visitsPerYear: 0.525,
  contactsPerYear: 1.4,
  expertHoursPerYear: 0.3,
  meetingsPerYear: 0.012,
  caseShare: 0.55,
};

export const largeCare: CareEconomics = {
  visitsPerYear: 25,
  contactsPerYear: 36,
  expertHoursPerYear: 22,
  meetingsPerYear: 11,
  caseShare: 0.5,
};
