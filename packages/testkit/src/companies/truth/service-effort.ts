import type { Behaviour } from "../market/behaviour.ts";
import type { EffortBook } from "../service/effort-book.ts";
import { serviceRoles } from "../service/roles.ts";
import { countBits } from "./triangle.ts";

/** What serving a customer took in the last twelve months, with everything that nobody wrote down. */
export interface ServiceEffort {
  readonly visits: number;
  readonly visitsLogged: number;
  /** Calls, mails and cases. */
  readonly contacts: number;
  readonly expertHours: number;
  readonly cases: number;
  readonly failureCases: number;
  /** Sales ÷ (orders + what the customer asked for). */
  readonly valuePerContactCents: number;
  /** Distinct need fields bought or asked about, and distinct reasons. */
  readonly needVariety: number;
  /** At full cost: true minutes at what a minute of the role really cost, freight that we paid, own cost of returns. */
  readonly costToServeCents: number;
}

/** @param ratesChf CHF per minute by role; see `truePoolRates` */
export function serviceEffortOf(
  book: EffortBook,
  behaviour: Behaviour,
  ratesChf: readonly number[],
  c: number,
): ServiceEffort {
  let costChf = (book.directCents[c] as number) / 100;
  for (let role = 0; role < serviceRoles.length; role++)
    costChf += book.minutesOf(c, role) * (ratesChf[role] as number);
  const contacts = (behaviour.invoicesLast12[c] as number) + (book.requests[c] as number);
  return {
    visits: book.visits[c] as number,
    visitsLogged: book.visitsLogged[c] as number,
    contacts: book.contacts[c] as number,
    expertHours: Math.round((book.expertMinutes[c] as number) / 0.6) / 100,
    cases: book.cases[c] as number,
    failureCases: book.failureCases[c] as number,
    valuePerContactCents:
      contacts === 0 ? 0 : Math.round((behaviour.salesCentsLast12[c] as number) / contacts),
    needVariety:
      countBits((behaviour.needsLast12[c] as number) | (book.askedFields[c] as number)) +
      countBits(book.reasons[c] as number),
    costToServeCents: Math.round(costChf * 100),
  };
}
