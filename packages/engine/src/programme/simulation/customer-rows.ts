import { minus, type OutcomeTable } from "./outcome-table.ts";
import { bandOf, mean } from "./quantiles.ts";
import { yearCount } from "./quarters.ts";
import type { CustomerCounts, CustomerRow } from "./report-contract.ts";

/** K20 by year: those lost are what the other counts leave. @param segment null: all together. */
export function customerRows(
  table: OutcomeTable,
  segment: number | null,
  codes: readonly string[],
  atStart: readonly number[],
): CustomerRow[] {
  const first = segment === null ? atStart.reduce((sum, count) => sum + count, 0) : atStart[segment]!;
  const start = { today: first, plan: first };
  return Array.from({ length: yearCount }, (_, year) => {
    const counts = (world: "today" | "plan"): CustomerCounts => {
      const figure = (field: "new" | "reactivated" | "end") =>
        mean(table.figure(world, segment, year, field));
      const [came, back, end] = [figure("new"), figure("reactivated"), figure("end")];
      const before = start[world];
      start[world] = end;
      return { start: before, new: came, reactivated: back, lost: before + came + back - end, end };
    };
    const ends = minus(
      table.figure("plan", segment, year, "end"),
      table.figure("today", segment, year, "end"),
    );
    return {
      segment: segment === null ? null : codes[segment]!,
      year: year + 1,
      today: counts("today"),
      plan: counts("plan"),
      endDifference: bandOf(ends),
    };
  });
}
