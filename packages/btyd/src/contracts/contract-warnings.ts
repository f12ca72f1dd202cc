import type { FitOptions, FitWarning } from "../fits/contract.ts";
import type { PeriodTable } from "./period-table.ts";

const DEFAULT_INFORMATIVE_PER_PARAMETER = 5;

/** What the user of a contractual fit must know before any search. */
export function contractWarnings(
  table: PeriodTable,
  parameters: number,
  { minInformative = DEFAULT_INFORMATIVE_PER_PARAMETER * parameters }: FitOptions,
): { tooLittle: FitWarning | null; leftOut: FitWarning[] } {
  const reason = tooLittleReason(table, minInformative);
  const tooLittle: FitWarning | null =
    reason === null
      ? null
      : { code: "tooLittleData", message: reason, fallback: "A weak prior was added around usual churn." };
  const leftOut: FitWarning[] =
    table.withoutPeriod === 0
      ? []
      : [
          {
            code: "dataLeftOut",
            message: `${table.withoutPeriod} contracts have not come to their first renewal.`,
            fallback: "They say nothing about retention and were left out.",
          },
        ];
  return { tooLittle, leftOut };
}

function tooLittleReason({ atRisk, ended, contracts }: PeriodTable, needed: number): string | null {
  if (contracts === 0) return "No contract has come to a renewal.";
  const lost = ended.reduce((sum, count) => sum + count, 0);
  if (lost === 0) return `None of ${contracts} contracts has ended, so that churn is only known to be small.`;
  const firstRenewed = atRisk[0]! - ended[0]!;
  if (firstRenewed === 0) return `All of ${contracts} contracts ended after the first period.`;
  if (lost < needed) {
    return `${lost} of ${contracts} contracts have ended; expected at least ${needed} (counts, not shares).`;
  }
  return null;
}
