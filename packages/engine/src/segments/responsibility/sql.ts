import type { CustomerFilter } from "../../measures/reports.ts";
import type { PlainDate } from "../../units.ts";
import type { ServicePromise } from "../promises/promise-contract.ts";
import type { ResponsibilityRule } from "./rule-contract.ts";

export interface ResponsibilityInput {
  readonly asOf: PlainDate;
  readonly rules: readonly ResponsibilityRule[];
  readonly promises: readonly ServicePromise[];
  /** Conditions over the customer table as one expression; the rules were checked when they were entered. */
  readonly condition: (filters: readonly CustomerFilter[]) => string;
  /** Query with customer_id, size_class, rhythm_state, branch, owner and every column that a condition names. */
  readonly customers: string;
}

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const orNull = (value: string | null) => (value === null ? "NULL" : text(value));

/** Creates `m_responsibility`; see contract.ts. One CASE decides for each customer, so that nobody ever gets two. */
export function responsibilitySql(input: ResponsibilityInput): string[] {
  const { asOf, rules, promises, condition, customers } = input;
  const matches = rules.map((rule, index) => `WHEN ${matchSql(rule, condition)} THEN ${index}`);
  const picked = (name: string, exception: string, of: (rule: ResponsibilityRule) => string) =>
    `CASE rule_no WHEN -1 THEN ${exception} ${rules
      .map((rule, index) => `WHEN ${index} THEN ${of(rule)}`)
      .join(" ")} END AS ${name}`;
  return [
    `CREATE OR REPLACE TABLE m_responsibility AS
WITH base AS (
${customers}
),
cover AS (
  SELECT c.customer_id,
    arg_max(struct_pack(name := coalesce(p.name, c.partner_key), is_own := p.is_own),
      (coalesce(c.since, DATE '0001-01-01'), c.partner_key)) FILTER (${standsSql(asOf)}) AS partner,
    coalesce(bool_or(c.until < DATE ${text(asOf)}), false) AS has_ended
  FROM partner_customer_current c
  LEFT JOIN (
    SELECT partner_key, arg_min(name, source) AS name, bool_or(partner_type = 'ownUnit') AS is_own
    FROM partner_current GROUP BY partner_key
  ) p ON p.partner_key = c.partner_key
  WHERE c.customer_id IS NOT NULL
  GROUP BY c.customer_id
),
exception AS (
  SELECT a.customer_id, arg_max(struct_pack(type := e.type, name := e.name, category := e.category), e.decision_id) AS x
  FROM responsibility_exception e
  JOIN account_current a ON a.source = e.source AND a.account_key = e.account_key
  GROUP BY a.customer_id
),
place AS (
  SELECT customer_id, coalesce(
      arg_min(region, account_id) FILTER (trim(region) <> ''), left(arg_min(postcode, account_id) FILTER (trim(postcode) <> ''), 2)
    ) AS region,
    bool_and(coalesce(deleted, false)) AS is_deleted
  FROM account_current
  GROUP BY customer_id
),
named AS (
  SELECT b.*, o.region, coalesce(o.is_deleted, false) AS is_deleted, nullif(trim(b.owner), '') AS owner_name, p.partner.name AS partner_name,
    coalesce(p.partner.is_own, false) AS partner_is_own, coalesce(p.has_ended, false) AS has_ended_partner,
    e.x.type AS x_type, e.x.name AS x_name, e.x.category AS x_category
  FROM base b
  LEFT JOIN place o ON o.customer_id = b.customer_id
  LEFT JOIN cover p ON p.customer_id = b.customer_id
  LEFT JOIN exception e ON e.customer_id = b.customer_id
),
decided AS (
  SELECT *, CAST(CASE WHEN x_name IS NOT NULL THEN -1 ${matches.join(" ")} END AS INTEGER) AS rule_no FROM named
),
said AS (
  SELECT *,
    ${picked("responsible_type", "x_type", typeSql)},
    ${picked("responsible", "x_name", nameSql)},
    ${picked("responsibility_origin", "'exception'", originSql)},
    ${picked("rule_code", "NULL", ({ code }) => text(code))},
    ${picked("wanted_category", "x_category", ({ assign }) => orNull(assign.category))}
  FROM decided
)
SELECT customer_id, responsible_type, responsible, responsibility_origin, rule_no IS NULL AS is_gap,
  ${categorySql(promises, condition)} AS service_category,
  rule_code, has_ended_partner, size_class, branch, region, rhythm_state <> 'lost' AND NOT is_deleted AS is_active
FROM said`,
  ];
}

const standsSql = (asOf: PlainDate) =>
  `(c.until IS NULL OR c.until >= DATE ${text(asOf)}) AND (c.since IS NULL OR c.since <= DATE ${text(asOf)})`;

function matchSql(
  { filters, assign }: ResponsibilityRule,
  condition: ResponsibilityInput["condition"],
): string {
  const own = condition(filters);
  if (!("from" in assign)) return own;
  // A rule that takes the name from the data matches only where there is one.
  return `${assign.from === "coveringPartner" ? "partner_name" : "owner_name"} IS NOT NULL AND ${own}`;
}

function typeSql({ assign }: ResponsibilityRule): string {
  if (!("from" in assign)) return text(assign.type);
  return assign.from === "masterDataOwner"
    ? "'person'"
    : "CASE WHEN partner_is_own THEN 'ownUnit' ELSE 'partner' END";
}

function nameSql({ assign }: ResponsibilityRule): string {
  if (!("from" in assign)) return text(assign.name);
  return assign.from === "masterDataOwner" ? "owner_name" : "partner_name";
}

function originSql({ assign }: ResponsibilityRule): string {
  if (!("from" in assign)) return "'rule'";
  return assign.from === "masterDataOwner" ? "'masterData'" : "'partner'";
}

/** What an exception or a rule names, where there is such a promise; else the first that matches, and the last in the end. */
function categorySql(
  promises: readonly ServicePromise[],
  condition: ResponsibilityInput["condition"],
): string {
  const known = promises.map(({ code }) => text(code)).join(", ");
  const branches = promises.map(({ code, match }) => {
    const parts = [
      match.sizeClasses === undefined ? "" : `size_class IN (${match.sizeClasses.map(text).join(", ")})`,
      match.responsibleTypes === undefined
        ? ""
        : `responsible_type IN (${match.responsibleTypes.map(text).join(", ")})`,
      match.filters === undefined ? "" : condition(match.filters),
    ].filter(Boolean);
    return `WHEN ${parts.join(" AND ") || "true"} THEN ${text(code)}`;
  });
  const last = promises.at(-1)!.code;
  return `CASE WHEN wanted_category IN (${known}) THEN wanted_category ${branches.join(" ")} ELSE ${text(last)} END`;
}
