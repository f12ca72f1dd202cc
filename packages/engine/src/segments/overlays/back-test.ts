import type { PlainDate } from "../../units.ts";
import { adjustedRand, type Cell } from "./adjusted-rand.ts";
import type { BackTest } from "./contract.ts";

/** Months between the two days that a back-test compares (AT1.5). */
export const backTestMonths = 12;

/**
 * How many customers a definition puts elsewhere than 12 months before.
 * @param cells customers by label on both days; in a set every segment, the rest and the unknown are labels
 * @param code the label whose comings and goings are counted
 */
export function backTestOf(
  cells: readonly Cell[],
  code: string,
  days: { readonly earlier: PlainDate; readonly later: PlainDate },
): BackTest {
  const sum = (condition: (cell: Cell) => boolean) =>
    cells.filter(condition).reduce((total, { customers }) => total + customers, 0);
  const customers = sum(() => true);
  const moved = sum(({ earlier, later }) => earlier !== later);
  const members = sum(({ earlier }) => earlier === code);
  return {
    asOf: days.later,
    earlierAsOf: days.earlier,
    customers,
    moved,
    movedIn: sum(({ earlier, later }) => later === code && earlier !== code),
    movedOut: sum(({ earlier, later }) => earlier === code && later !== code),
    movedRatio: customers === 0 ? null : moved / customers,
    adjustedRand: adjustedRand(cells),
    keptRatio:
      members === 0 ? null : sum(({ earlier, later }) => earlier === code && later === code) / members,
  };
}
