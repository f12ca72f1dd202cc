/** The relations of `contract.ts`: what holds now of every kind of event, with its customer and in company currency. */
import type { StatementKind } from "../statements/contract.ts";
import { eventStatements } from "../statements/kinds-contract.ts";
import type { EventRelation } from "./contract.ts";

interface EventView {
  readonly relation: EventRelation;
  readonly folded: string;
  /** Columns that are other than in the folded table: expression by name, over `f`. */
  readonly computed?: Readonly<Record<string, string>>;
  /** Columns of the folded table that the relation does not show. */
  readonly hidden?: readonly string[];
}

/** Over the folded contract `f`, in its own currency; NULL where an amount lacks the time that it is for. */
const incomePerYear = `coalesce(f.value_per_year_cents, f.value_per_month_cents * 12,
        CAST(round(f.value_cents * 12.0 / f.period_months) AS BIGINT))`;

const inCompanyCurrency = (cents: string) => `CASE
      WHEN f.currency IS NULL OR r.factor = 1 THEN ${cents}
      WHEN r.factor IS NOT NULL THEN CAST(round(${cents} * r.factor) AS BIGINT) END`;

const views: readonly EventView[] = [
  {
    relation: "order_header_current",
    folded: "order_header_folded",
    computed: { order_date: "coalesce(f.order_date, f.entered_at::DATE)" },
  },
  { relation: "delivery_current", folded: "delivery_folded" },
  { relation: "return_current", folded: "return_folded" },
  {
    relation: "activity_current",
    folded: "activity_folded",
    computed: { activity_date: "f.started_at::DATE", is_captured: "f.is_captured" },
    hidden: ["stated_channel"],
  },
  {
    relation: "service_case_current",
    folded: "service_case_folded",
    computed: { case_date: "coalesce(f.opened_at, f.closed_at)::DATE" },
  },
  { relation: "dunning_current", folded: "dunning_folded" },
  {
    relation: "cost_pool_current",
    folded: "cost_pool_folded",
    computed: { role: "coalesce(f.role, f.pool_code)" },
  },
  { relation: "service_element_use_current", folded: "service_element_folded" },
  {
    relation: "customer_contract_current",
    folded: "customer_contract_folded",
    computed: { income_per_year_cents: inCompanyCurrency(incomePerYear) },
    hidden: ["value_per_month_cents", "value_per_year_cents"],
  },
  { relation: "partner_current", folded: "partner_folded" },
  { relation: "partner_customer_current", folded: "partner_customer_folded" },
  { relation: "survey_current", folded: "survey_folded" },
  { relation: "insight_current", folded: "insight_folded" },
];

/** What people enter in the app, copied here from the records: columns of `activity_current` that a person can enter. */
const capturedColumns = [
  ["activity_key", "VARCHAR"],
  ["account_id", "BIGINT"],
  ["started_at", "TIMESTAMP"],
  ["activity_type", "VARCHAR"],
  ["role", "VARCHAR"],
  ["person", "VARCHAR"],
  ["minutes", "DOUBLE"],
  ["initiated_by", "VARCHAR"],
  ["reason", "VARCHAR"],
  ["need_field", "VARCHAR"],
  ["channel", "VARCHAR"],
  ["is_solved", "BOOLEAN"],
  ["subject", "VARCHAR"],
  ["next_date", "DATE"],
] as const;

/** Tables beside those of the statements. */
export function eventTablesSql(): string[] {
  const columns = capturedColumns.map(([name, type]) => `${name} ${type}`);
  return [`CREATE TABLE IF NOT EXISTS captured_activity (${columns.join(", ")})`];
}

function rows(kind: StatementKind, view: EventView): string {
  if (view.relation !== "activity_current") return kind.folded;
  const captured = capturedColumns.map(([name]) => name).join(", ");
  return `(SELECT * EXCLUDE (stated_channel), false AS is_captured FROM ${kind.folded}
    UNION ALL BY NAME
    SELECT 'kleinod' AS source, ${captured}, true AS is_captured FROM captured_activity)`;
}

function viewSql(view: EventView): string {
  const kind = eventStatements.find((candidate) => candidate.folded === view.folded)!;
  const all = [...kind.key, ...kind.attributes];
  const hasAccount = all.some((column) => column.sql === "account_id");
  const hasCurrency = all.some((column) => column.sql === "currency");
  const computed = view.computed ?? {};
  const columns = [
    ...all
      .filter((column) => column.sql !== "account_id" && view.hidden?.includes(column.sql) !== true)
      .map((column) => ({ name: column.sql, isCents: column.isCents === true })),
    ...(kind.derived?.columns ?? []).map((column) => ({ name: column.sql, isCents: false })),
  ]
    .filter(({ name }) => !(name in computed))
    .map(({ name, isCents }) => (isCents ? `${inCompanyCurrency(`f.${name}`)} AS ${name}` : `f.${name}`));
  const own = Object.entries(computed).map(([name, expression]) => `${expression} AS ${name}`);
  const account = hasAccount
    ? "f.account_id, a.customer_id"
    : "NULL::BIGINT AS account_id, NULL::BIGINT AS customer_id";
  return `CREATE OR REPLACE VIEW ${view.relation} AS
  SELECT ${[...columns, ...own].join(", ")}, f.last_batch AS batch_no, f.last_row AS row_no, ${account}
  FROM ${rows(kind, view)} f
  ${hasAccount ? "LEFT JOIN account a ON a.account_id = f.account_id" : ""}
  ${hasCurrency ? "LEFT JOIN rate r ON r.currency = f.currency" : ""}`;
}

/** The views of `eventRelations`, over the folded tables. */
export function eventViewsSql(): string[] {
  return views.map(viewSql);
}
