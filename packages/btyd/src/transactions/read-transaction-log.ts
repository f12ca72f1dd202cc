import { outOfRange } from "../out-of-range.ts";
import type { TransactionLog, TransactionTime } from "./contract.ts";
import { dayOfTime, dayOrNaN } from "./day-of-time.ts";

/** A log with customers and times as small integers. */
export interface ReadTransactionLog<Customer extends string | number> {
  /** Distinct customers in order of first appearance. */
  readonly customers: Customer[];
  /** Position of the row's customer among them. */
  readonly customerOfRow: Int32Array;
  readonly dayOfRow: Int32Array;
  /** Latest day; −Infinity without rows. */
  readonly latestDay: number;
}

/**
 * Reads customers and times of a log.
 *
 * @throws RangeError when the columns differ in length, or naming the first row with a customer or time that is none.
 */
export function readTransactionLog<Customer extends string | number>(
  log: TransactionLog<Customer>,
): ReadTransactionLog<Customer> {
  const rows = log.customer.length;
  if (log.time.length !== rows) {
    throw outOfRange("length of time", log.time.length, `${rows}, the length of customer`);
  }
  const positions = new Map<Customer, number>();
  const customerOfRow = new Int32Array(rows);
  const dayOfRow = new Int32Array(rows);
  let latestDay = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < rows; row++) {
    const customer = log.customer[row]!;
    let position = positions.get(customer);
    if (position === undefined) {
      checkCustomer(customer, row);
      position = positions.size;
      positions.set(customer, position);
    }
    customerOfRow[row] = position;
    const day = dayOrNaN(log.time[row]!);
    if (Number.isNaN(day)) dayOfTime(log.time[row] as TransactionTime, `time of row ${row}`);
    dayOfRow[row] = day;
    if (day > latestDay) latestDay = day;
  }
  return { customers: [...positions.keys()], customerOfRow, dayOfRow, latestDay };
}

function checkCustomer(customer: unknown, row: number): void {
  if (typeof customer === "string" ? customer !== "" : Number.isFinite(customer)) return;
  const value = customer === "" ? '""' : customer;
  throw outOfRange(`customer of row ${row}`, value, "a finite number or text that is not empty");
}
