import type { DuckDBConnection } from "@duckdb/node-api";
import { type ControlComparison, controlComparisonSchema } from "@kleinod/engine/import/history.ts";
import { documentTypes } from "@kleinod/engine/import/result.ts";
import { sql } from "kysely";
import { all } from "../duckdb/connect.ts";
import { audit } from "../postgres/audit.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { type Refused, refused } from "../workspace/refused.ts";

type Row = ControlComparison["rows"][number];
type Totals = Omit<Row, "erpCents" | "differenceCents" | "unexplainedCents">;

/**
 * Control totals of everything that counts now, in company currency and whatever its customer, beside the figures typed
 * in from the ERP. Rejected rows whose date could not be read belong to no month and are not in here.
 */
export async function controlComparison(workspace: Workspace): Promise<ControlComparison> {
  const totals = await workspace.read(readTotals);
  const records = await workspace.records();
  const figures = await records
    .selectFrom("control_figure")
    .select(["month", "document_type", "erp_cents"])
    .execute();
  const erpOf = new Map(figures.map((row) => [`${row.month} ${row.document_type}`, Number(row.erp_cents)]));
  const known = new Set(totals.map(keyOf));
  const missing = figures
    .filter((row) => !known.has(`${row.month} ${row.document_type}`))
    .map((row) => nothing(row.month, row.document_type));
  const rows = [...totals, ...missing]
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map((row) => compare(row, erpOf.get(keyOf(row)) ?? null));
  return controlComparisonSchema.parse({ rows });
}

const keyOf = ({ month, documentType }: { month: string; documentType: string }) =>
  `${month} ${documentType}`;

const nothing = (month: string, documentType: string) => ({
  month,
  documentType,
  documents: 0,
  lines: 0,
  amountCents: 0,
  rejectedLines: 0,
  rejectedCents: 0,
  unconvertedLines: 0,
  unconvertedCents: 0,
  withoutCustomerLines: 0,
  withoutCustomerCents: 0,
});

function readTotals(connection: DuckDBConnection): Promise<Totals[]> {
  return all<Totals>(
    connection,
    `WITH line_totals AS (
      SELECT date_trunc('month', document_date) AS first_day, document_type,
        count(DISTINCT document_id) AS documents, count(*) AS lines,
        coalesce(sum(value_cents), 0)::BIGINT AS amount,
        count(*) FILTER (value_cents IS NULL) AS unconverted_lines,
        coalesce(sum(amount_cents) FILTER (value_cents IS NULL), 0)::BIGINT AS unconverted,
        count(*) FILTER (customer_id IS NULL) AS nobody_lines,
        coalesce(sum(value_cents) FILTER (customer_id IS NULL), 0)::BIGINT AS nobody
      FROM sale_line_current GROUP BY ALL
    ),
    lines AS (SELECT *, strftime(first_day, '%Y-%m') AS month FROM line_totals),
    rejected AS (
      SELECT month, coalesce(document_type, 'invoice') AS document_type, sum(lines)::BIGINT AS lines,
        coalesce(sum(amount_cents), 0)::BIGINT AS amount
      FROM rejected_total r JOIN batch b ON b.batch_no = r.batch_no AND NOT b.undone
      WHERE month IS NOT NULL GROUP BY ALL
    )
    SELECT month, document_type AS "documentType", coalesce(documents, 0) AS documents,
      coalesce(l.lines, 0) AS lines, coalesce(l.amount, 0) AS "amountCents",
      coalesce(r.lines, 0) AS "rejectedLines", coalesce(r.amount, 0) AS "rejectedCents",
      coalesce(unconverted_lines, 0) AS "unconvertedLines", coalesce(unconverted, 0) AS "unconvertedCents",
      coalesce(nobody_lines, 0) AS "withoutCustomerLines", coalesce(nobody, 0) AS "withoutCustomerCents"
    FROM lines l FULL JOIN rejected r USING (month, document_type)`,
  );
}

/**
 * difference = ours − ERP. What was rejected is missing on our side, so it is added back. An ERP's statistics by customer
 * leave out lines without one: their amount counts as an explanation where it brings the remainder nearer to zero.
 * Lines without a rate have no amount in company currency, so with them the remainder is unknown.
 */
function compare(row: ReturnType<typeof nothing> | Totals, erpCents: number | null): unknown {
  if (erpCents === null) return { ...row, erpCents, differenceCents: null, unexplainedCents: null };
  const differenceCents = row.amountCents - erpCents;
  const remainder = differenceCents + row.rejectedCents;
  const withCustomersOnly = remainder - row.withoutCustomerCents;
  const unexplained = Math.abs(withCustomersOnly) < Math.abs(remainder) ? withCustomersOnly : remainder;
  const unexplainedCents = row.unconvertedLines > 0 ? null : unexplained;
  return { ...row, erpCents, differenceCents, unexplainedCents };
}

/** Types in the figure of the ERP for a month; null takes it back. */
export async function setControlFigure(
  workspace: Workspace,
  month: string,
  documentType: string,
  erpCents: number | null,
  author: string,
): Promise<{ readonly ok: true } | Refused> {
  const wrong = checkFigure(month, documentType, erpCents);
  if (wrong !== null) return wrong;
  const records = await workspace.records();
  await records.transaction().execute(async (tx) => {
    const before = await tx
      .selectFrom("control_figure")
      .select("erp_cents")
      .where("month", "=", month)
      .where("document_type", "=", documentType)
      .executeTakeFirst();
    if (erpCents === null) {
      await tx
        .deleteFrom("control_figure")
        .where("month", "=", month)
        .where("document_type", "=", documentType)
        .execute();
    } else {
      await tx
        .insertInto("control_figure")
        .values({ month, document_type: documentType, erp_cents: erpCents, entered_by: author })
        .onConflict((conflict) =>
          conflict
            .columns(["month", "document_type"])
            .doUpdateSet({ erp_cents: erpCents, entered_by: author, entered_at: sql`now()` }),
        )
        .execute();
    }
    const detail = { before: before === undefined ? null : Number(before.erp_cents), after: erpCents };
    await audit(tx, { author, action: "setControlFigure", subject: `${month} ${documentType}`, detail });
  });
  return { ok: true };
}

function checkFigure(month: string, documentType: string, erpCents: number | null): Refused | null {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
    return refused(
      "monthInvalid",
      `Der Monat «${month}» ist keiner; erwartet wird yyyy-mm.`,
      `The month "${month}" is none; expected is yyyy-mm.`,
    );
  }
  if (!documentTypes.some((type) => type === documentType)) {
    const allowed = documentTypes.join(", ");
    return refused(
      "documentTypeUnknown",
      `Es gibt keine Belegart «${documentType}»; bekannt sind ${allowed}.`,
      `There is no document type "${documentType}"; known are ${allowed}.`,
    );
  }
  if (erpCents !== null && !Number.isSafeInteger(erpCents)) {
    return refused(
      "amountInvalid",
      `Der Betrag kann nicht ${erpCents} sein; erwartet wird eine ganze Zahl Rappen oder Cent.`,
      `The amount cannot be ${erpCents}; expected is a whole number of cents.`,
    );
  }
  return null;
}
