/** Contracts that have begun up to asOf, by column; NaN where the file says nothing. Sorted by agreement, then by start. */
export interface ContractTable {
  /** Row in `t_contract`, from which the results are joined back. */
  readonly row: Float64Array;
  /** Customer; NaN: names no account. */
  readonly customer: Float64Array;
  /** Same number: same customer and same product, so that one may continue the other. */
  readonly agreement: Float64Array;
  /** Days since 1970-01-01; the last day of the contract, known or agreed. */
  readonly startDay: Float64Array;
  readonly endDay: Float64Array;
  readonly cancelledDay: Float64Array;
  readonly termMonths: Float64Array;
  readonly noticeMonths: Float64Array;
  /** Cents a year, today's value. */
  readonly income: Float64Array;
}

/** Names of the columns in the order in which `contractColumnsSql` selects them. */
export const contractColumns = [
  "row",
  "customer",
  "agreement",
  "startDay",
  "endDay",
  "cancelledDay",
  "termMonths",
  "noticeMonths",
  "income",
] as const satisfies readonly (keyof ContractTable)[];
