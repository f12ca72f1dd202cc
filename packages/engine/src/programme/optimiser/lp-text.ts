import type { LinearModel, LinearRow } from "./solver-contract.ts";

/** Readers of the format cut lines at 560 characters. */
const lineLength = 200;

/** The model as text in CPLEX LP format; columns are `x0`, `x1`, …, rows `r0`, … in their order. */
export function lpText({ columns, rows }: LinearModel, relaxed = false): string {
  const named = columns.map(({ value }, index): readonly [number, number] => [index, value]);
  const objective = named.some(([, value]) => cleaned(value) !== 0) ? sum(named) : ["0 x0"];
  const whole = relaxed ? [] : columns.flatMap(({ kind }, index) => (kind === "binary" ? [`x${index}`] : []));
  return [
    "Maximize",
    ...wrapped(["obj:", ...objective]),
    "Subject To",
    ...rows.flatMap((row, index) => rowLines(row, index)),
    "Bounds",
    ...columns.flatMap(({ kind, upper }, index) => {
      if (kind === "binary") return [` 0 <= x${index} <= 1`];
      return upper === undefined ? [] : [` 0 <= x${index} <= ${number(upper)}`];
    }),
    ...(whole.length === 0 ? [] : ["General", ...wrapped(whole)]),
    "End",
    "",
  ].join("\n");
}

function rowLines({ terms, sense, limit }: LinearRow, index: number): string[] {
  const parts = sum(terms);
  // A row without terms still says whether 0 keeps its limit.
  return wrapped([`r${index}:`, ...(parts.length === 0 ? ["0 x0"] : parts), `${sense} ${number(limit)}`]);
}

function sum(terms: LinearRow["terms"]): string[] {
  return terms.flatMap(([column, coefficient]) => {
    const value = cleaned(coefficient);
    return value === 0 ? [] : [`${value < 0 ? "-" : "+"} ${number(Math.abs(value))} x${column}`];
  });
}

/** −0 and remainders of sums are no numbers anybody meant. */
function cleaned(value: number): number {
  return Math.abs(value) < 1e-9 ? 0 : value;
}

function number(value: number): string {
  if (!Number.isFinite(value))
    throw new RangeError(`A linear model has the number ${value}; expected finite.`);
  return String(cleaned(value));
}

function wrapped(parts: readonly string[]): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of parts) {
    if (line.length > 0 && line.length + part.length >= lineLength) {
      lines.push(line);
      line = "";
    }
    line += ` ${part}`;
  }
  return [...lines, line];
}
