import type { FitWarning } from "../fits/contract.ts";
import type { PreparedHistories } from "./prepare-histories.ts";

/**
 * The reason to add a weak prior to a fit of repeat purchases, or null when enough customers bought again. Customers without a
 * repeat purchase say little: rare buying and early leaving look alike.
 *
 * @param needed customers with a repeat purchase
 */
export function tooFewRepeatCustomers(
  { customers, repeatCustomers }: PreparedHistories,
  needed: number,
): FitWarning | null {
  const fallback = "A weak prior was added; it decides what the data do not.";
  if (customers > 0 && repeatCustomers === 0) {
    const message = `None of ${customers} customers bought again, so that buying rarely and leaving early look alike.`;
    return { code: "noRepeatPurchases", message, fallback };
  }
  if (customers > 0 && repeatCustomers >= needed) return null;
  const message = `${repeatCustomers} of ${customers} customers bought again; expected at least ${needed}.`;
  return { code: "tooLittleData", message, fallback };
}
