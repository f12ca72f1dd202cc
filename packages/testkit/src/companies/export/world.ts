import type { Calendar } from "../market/calendar.ts";
import type { Catalogue } from "../market/catalogue.ts";
import type { CompanyEconomics } from "../market/company-economics.ts";
import type { Population } from "../market/population.ts";
import type { AccountBook } from "../master/accounts.ts";
import type { CareRates } from "../service/care-rates.ts";
import type { Staff } from "../service/staff.ts";

/** Everything about a company that is settled before its history is played. */
export interface World {
  readonly seed: number;
  readonly calendar: Calendar;
  readonly catalogue: Catalogue;
  readonly population: Population;
  readonly accounts: AccountBook;
  readonly economics: CompanyEconomics;
  readonly care: CareRates;
  readonly staff: Staff;
}

/** Account number as in SAP: ten digits with leading zeros. */
export function accountNumber(account: number): string {
  return String(100_000 + account).padStart(10, "0");
}

/** The same number as smaller systems write it. */
export function shortAccountNumber(account: number): string {
  return String(100_000 + account);
}
