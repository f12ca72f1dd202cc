import type { Assignment } from "./assign-columns.ts";
import { detectNumberFormat, parseNumber } from "./numbers.ts";

/** Rows that must agree, and how far a line may be off by rounding. */
const leastAgreement = 0.9;
const leastRows = 5;
const tolerance = 0.02;

/** The column as numbers, row by row; null for cells that are none. */
function numbersOf(rows: readonly (readonly string[])[], index: number): (number | null)[] {
  const cells = rows.map((row) => row[index] ?? null);
  const format = detectNumberFormat(cells);
  return cells.map((cell) => {
    const parsed = parseNumber(cell, format);
    return parsed.ok && parsed.value !== null ? Number(parsed.value) : null;
  });
}

function agrees(
  factor: readonly (number | null)[],
  price: readonly (number | null)[],
  total: readonly (number | null)[],
): boolean {
  let counted = 0;
  let right = 0;
  for (const [row, quantity] of factor.entries()) {
    const unitPrice = price[row];
    const amount = total[row];
    // A quantity of one proves nothing: amount and price are then the same.
    if (quantity === null || quantity === 1 || unitPrice == null || amount == null || amount === 0) continue;
    counted++;
    if (Math.abs(quantity * unitPrice - amount) <= tolerance + Math.abs(amount) * 0.001) right++;
  }
  return counted >= leastRows && right >= leastAgreement * counted;
}

/**
 * `amount` is the line amount in most systems and the quantity in bexio's positions. Where a file has a unit price and
 * no quantity, arithmetic decides: if "amount" × unit price gives another column, the former is the quantity and the
 * latter the line amount.
 */
export function settleAmounts(
  assignments: readonly Assignment[],
  rows: readonly (readonly string[])[],
  columnCount: number,
): Assignment[] {
  const columnOf = (field: string) => assignments.find((each) => each.field === field)?.column;
  const price = columnOf("unitPrice");
  const amount = columnOf("amount");
  if (price === undefined || amount === undefined || columnOf("quantity") !== undefined)
    return [...assignments];
  const prices = numbersOf(rows, price);
  const claimed = numbersOf(rows, amount);
  const keys = new Set(
    ["documentNumber", "documentDate", "accountKey", "productCode", "lineNumber"].map(columnOf),
  );
  for (let column = 0; column < columnCount; column++) {
    if (column === price || column === amount || keys.has(column)) continue;
    if (!agrees(claimed, prices, numbersOf(rows, column))) continue;
    const others = assignments.filter((each) => each.column !== amount && each.column !== column);
    const settled: Assignment[] = [
      { column: amount, field: "quantity", score: 0.9, basis: "arithmetic" },
      { column, field: "amount", score: 0.9, basis: "arithmetic" },
    ];
    return [...others, ...settled].sort((a, b) => a.column - b.column);
  }
  return [...assignments];
}
