import { Random } from "../../random.ts";
import type { Calendar } from "../market/calendar.ts";
import { buyerKind, type Population } from "../market/population.ts";
import type { Firm } from "./firm.ts";
import { type Spelling, spellOtherwise } from "./spelling.ts";

/** A further account of a customer who already has one. */
export interface SecondAccount {
  readonly customer: number;
  readonly account: number;
  /** Day from which it is used. */
  readonly fromDay: number;
  /** Share of the orders that go there from then on; 1 = the customer moved over. */
  readonly share: number;
}

/** Which accounts belong to which customer. Accounts 0 … size − 1 are the customers' first ones; second ones follow. */
export class AccountBook {
  readonly #seed: number;
  readonly #population: Population;
  readonly #hasMore: Uint8Array;
  readonly #byCustomer = new Map<number, SecondAccount[]>();
  readonly seconds: readonly SecondAccount[];

  /** @param share share of the customers who have a second account; a tenth of them has a third one */
  constructor(seed: number, population: Population, calendar: Calendar, share: number) {
    this.#seed = seed;
    this.#population = population;
    this.#hasMore = new Uint8Array(population.size);
    const random = new Random(seed, "accounts");
    const seconds: SecondAccount[] = [];
    const wanted = Math.round(population.size * share);
    while (this.#byCustomer.size < wanted) {
      const customer = random.below(population.size);
      if (this.#hasMore[customer] || population.kind[customer] !== buyerKind.regular) continue;
      const start = population.startDay[customer] as number;
      const own: SecondAccount[] = [];
      for (let i = random.chance(0.1) ? 2 : 1; i > 0; i--) {
        const account = population.size + seconds.length;
        const fromDay = start + random.below(Math.max(1, Math.floor((calendar.days - start) * 0.9)));
        const second = {
          customer,
          account,
          fromDay,
          share: random.chance(0.6) ? 1 : 0.2 + 0.5 * random.next(),
        };
        own.push(second);
        seconds.push(second);
      }
      this.#hasMore[customer] = 1;
      this.#byCustomer.set(customer, own);
    }
    this.seconds = seconds;
  }

  /** The account under which the customer orders on this day. */
  accountOf(customer: number, day: number, random: Random): number {
    if (!this.#hasMore[customer]) return customer;
    let account = customer;
    for (const second of this.#byCustomer.get(customer) ?? [])
      if (day >= second.fromDay && random.chance(second.share)) account = second.account;
    return account;
  }

  /** All accounts of a customer, the first one first. */
  accountsOf(customer: number): readonly number[] {
    return [customer, ...(this.#byCustomer.get(customer) ?? []).map((second) => second.account)];
  }

  /** How the firm is written in a second account. */
  spelling(second: SecondAccount, firm: Firm): Spelling {
    return spellOtherwise(
      firm,
      this.#population.branch[second.customer] as number,
      new Random(this.#seed, "spelling", second.account),
    );
  }
}
