import type { OutcomeField } from "./outcome-contract.ts";
import { minus, type OutcomeTable } from "./outcome-table.ts";
import { bandOf, whole } from "./quantiles.ts";
import { yearCount } from "./quarters.ts";
import { type MoneyBand, type ProfitLine, type ProfitRow, profitLines } from "./report-contract.ts";

/** Lines that are sums of what was simulated. */
const sums: Partial<Readonly<Record<ProfitLine, readonly ProfitLine[]>>> = {
  contribution1: ["sales", "goods"],
  result: profitLines.filter((line) => line !== "contribution1" && line !== "result"),
};
const isSum = (line: ProfitLine) => line in sums;

interface Part {
  readonly today: Float64Array;
  readonly plan: Float64Array;
}

/**
 * Profit and loss by segment and year. Means are rounded where they are smallest (segment, year, line) and added from there, so
 * that lines sum to the result and segments to the whole to the cent; quantiles do not sum, by their nature.
 */
export function profitRows(table: OutcomeTable, segments: readonly string[]): ProfitRow[] {
  const rows: ProfitRow[] = [];
  for (let year = 0; year < yearCount; year++) {
    const ofSegments = segments.map((_, segment) => means(table, segment, year));
    const total = Object.fromEntries(
      profitLines.map((line) => {
        const sum = (world: "today" | "plan") =>
          ofSegments.reduce((all, lines) => all + lines[line][world], 0);
        return [line, { today: sum("today"), plan: sum("plan") }];
      }),
    ) as Means;
    rows.push(...rowsOf(table, null, null, year, total));
    for (const [segment, code] of segments.entries())
      rows.push(...rowsOf(table, segment, code, year, ofSegments[segment]!));
  }
  return rows;
}

type Means = Record<ProfitLine, { readonly today: number; readonly plan: number }>;

function means(table: OutcomeTable, segment: number, year: number): Means {
  const found = {} as Means;
  for (const line of profitLines) {
    if (isSum(line)) continue;
    const { today, plan } = valuesOf(table, segment, year, line);
    found[line] = { today: whole(bandOf(today).mean), plan: whole(bandOf(plan).mean) };
  }
  for (const [line, parts] of Object.entries(sums) as [ProfitLine, readonly ProfitLine[]][]) {
    const sum = (world: "today" | "plan") => parts.reduce((all, part) => all + found[part][world], 0);
    found[line] = { today: sum("today"), plan: sum("plan") };
  }
  return found;
}

function rowsOf(
  table: OutcomeTable,
  segment: number | null,
  code: string | null,
  year: number,
  rounded: Means,
): ProfitRow[] {
  return profitLines.map((line) => {
    const { today, plan } = valuesOf(table, segment, year, line);
    const mean = rounded[line];
    return {
      segment: code,
      year: year + 1,
      line,
      today: band(today, mean.today),
      plan: band(plan, mean.plan),
      difference: band(minus(plan, today), mean.plan - mean.today),
    };
  });
}

function valuesOf(table: OutcomeTable, segment: number | null, year: number, line: ProfitLine): Part {
  const parts = sums[line] ?? [line];
  const sum = (world: "today" | "plan") => {
    const columns = parts.map((part) => table.figure(world, segment, year, part as OutcomeField));
    return columns[0]!.map((_, draw) => columns.reduce((all, column) => all + column[draw]!, 0));
  };
  return { today: sum("today"), plan: sum("plan") };
}

function band(values: Float64Array, meanCents: number): MoneyBand {
  const { low, high } = bandOf(values);
  return { meanCents, lowCents: whole(low), highCents: whole(high) };
}
