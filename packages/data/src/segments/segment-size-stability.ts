import type { DuckDBConnection } from "@duckdb/node-api";
import { lastCompleteQuarter, monthsBefore } from "@kleinod/engine/measures/period.ts";
import type { Cell } from "@kleinod/engine/segments/overlays/adjusted-rand.ts";
import { backTestMonths, backTestOf } from "@kleinod/engine/segments/overlays/back-test.ts";
import type { BackTest } from "@kleinod/engine/segments/overlays/contract.ts";
import { sizeClassesSql } from "@kleinod/engine/segments/size/sql.ts";
import { cents, type PlainDate } from "@kleinod/engine/units.ts";
import { all } from "../duckdb/connect.ts";
import type { ReportContext } from "../measures/reports/report-context.ts";

/**
 * The back-test of the size backbone: the same rule at the same line as of 12 months before, folded from the documents.
 * Needs no second measuring, so it is known before anybody asks. Null without a size line.
 */
export async function sizeStability(
  connection: DuckDBConnection,
  {
    asOf,
    sizeLineCents,
    snapshotTable,
    parameters,
  }: Pick<ReportContext, "asOf" | "sizeLineCents" | "snapshotTable" | "parameters">,
): Promise<BackTest | null> {
  if (sizeLineCents === null) return null;
  const later = asOf as PlainDate;
  const earlier = monthsBefore(later, backTestMonths);
  const hysteresisRatio = Number(parameters.find(({ code }) => code === "size.hysteresisRatio")?.value);
  const classes = sizeClassesSql(
    { asOf: earlier, hysteresisRatio },
    cents(sizeLineCents),
    lastCompleteQuarter(earlier),
    `(${salesSql(earlier)})`,
  );
  const cells = await all<Cell>(
    connection,
    `SELECT e.size_class AS earlier, l.size_class AS later, count(*) AS customers
    FROM (${classes}) e
    JOIN ${snapshotTable} l ON l.customer_id = e.customer_id
    GROUP BY ALL ORDER BY ALL`,
  );
  return backTestOf(cells, "small", { earlier, later });
}

/** Sales of the year up to a day, of everybody who had bought by then. */
function salesSql(asOf: PlainDate): string {
  const isLast12 = `document_date > DATE '${monthsBefore(asOf, 12)}'`;
  return `SELECT customer_id, coalesce(sum(sales_cents) FILTER (${isLast12}), 0) AS sales_last12_cents,
    coalesce(sum(unconverted_lines) FILTER (${isLast12}), 0) AS unconverted_last12
  FROM m_document
  WHERE is_sale AND customer_id IS NOT NULL AND document_date <= DATE '${asOf}'
  GROUP BY customer_id`;
}
