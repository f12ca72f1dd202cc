import type { PlainDate } from "../../units.ts";

export interface LeakInput {
  readonly from: PlainDate;
  readonly asOf: PlainDate;
  /** Specialist roles: key account, field sales, experts. */
  readonly specialists: readonly string[];
  /** Names of roles in files, and the role that each means; unknown ones are left out. */
  readonly names: readonly { readonly name: string; readonly role: string }[];
  /** Roles of people and user codes. */
  readonly people: readonly { readonly person: string; readonly role: string }[];
  /** Of activity_current `e`: minutes of the time equation in thousandths, and the role where the file names none. */
  readonly activity: { readonly milli: string; readonly role: string };
  /** The same of service_case_current `e`. */
  readonly serviceCase: { readonly milli: string; readonly role: string };
  /** Minutes of an order header `e`. */
  readonly order: { readonly milli: string };
  readonly legitimateReasons: readonly string[];
  /** Specialist roles that belong to the promise of a category. */
  readonly promised: readonly { readonly category: string; readonly role: string }[];
  readonly attentionRoles: readonly string[];
}

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const list = (values: readonly string[]) => (values.length === 0 ? "NULL" : values.map(text).join(", "));
const folded = (sql: string) => `lower(trim(${sql}))`;

/** Creates `m_leak` and `m_attention`; see contract.ts. */
export function leakSql(input: LeakInput): string[] {
  const { specialists, legitimateReasons, promised } = input;
  const isPromised = promised.map(
    ({ category, role }) => `(r.service_category = ${text(category)} AND e.role = ${text(role)})`,
  );
  const isResponsible = `${folded("e.person")} = ${folded("r.responsible")}`;
  return [
    mapSql(
      "t_leak_role",
      "name",
      input.names.map(({ name, role }) => [name, role]),
    ),
    mapSql(
      "t_leak_person",
      "person",
      input.people.map(({ person, role }) => [person.trim().toLowerCase(), role]),
    ),
    `CREATE OR REPLACE TABLE m_leak AS
WITH events AS (
${[talkSql("activity_current", "activity_date", input.activity, input), talkSql("service_case_current", "case_date", input.serviceCase, input), orderSql(input)].join("\nUNION ALL\n")}
),
wanted AS (
  SELECT a.customer_id, bool_or(x.role IS NULL) AS all_roles, list(x.role) AS roles
  FROM leak_exception x JOIN account_current a ON a.source = x.source AND a.account_key = x.account_key
  GROUP BY a.customer_id
),
placed AS (
  SELECT e.role, e.reason, e.logged_milli, e.milli,
    CASE WHEN e.customer_id IS NULL THEN 'none' ELSE coalesce(r.size_class, 'sizeUnclear') END AS size_class,
    r.service_category AS category,
    coalesce(
      ${folded("e.reason")} IN (${list(legitimateReasons.map((reason) => reason.trim().toLowerCase()))})
      ${isPromised.length === 0 ? "" : `OR ${isPromised.join(" OR ")}`}
      OR (${isResponsible} AND r.responsibility_origin IN ('rule', 'exception'))
      OR w.all_roles OR list_contains(w.roles, e.role), false) AS is_legitimate,
    coalesce(${isResponsible} AND r.responsibility_origin = 'masterData', false) AS is_owner
  FROM events e
  LEFT JOIN m_responsibility r ON r.customer_id = e.customer_id
  LEFT JOIN wanted w ON w.customer_id = e.customer_id
  WHERE e.role IN (${list(specialists)})
)
SELECT role, reason, size_class, category, is_legitimate, is_owner, count(*) AS events,
  CAST(sum(coalesce(logged_milli, milli)) AS BIGINT) AS minutes_milli,
  CAST(coalesce(sum(milli) FILTER (logged_milli IS NULL), 0) AS BIGINT) AS estimated_milli
FROM placed
GROUP BY role, reason, size_class, category, is_legitimate, is_owner`,
    `CREATE OR REPLACE TABLE m_attention AS
SELECT customer_id, CAST(sum(minutes_milli) AS BIGINT) AS minutes_milli
FROM m_effort
WHERE customer_id IS NOT NULL AND role IN (${list(input.attentionRoles)})
GROUP BY customer_id`,
    "DROP TABLE t_leak_role",
    "DROP TABLE t_leak_person",
  ];
}

function mapSql(table: string, key: string, rows: readonly (readonly [string, string])[]): string {
  const values = rows.map(([name, role]) => `(${text(name)}, ${text(role)})`);
  const source =
    values.length === 0
      ? "SELECT NULL::VARCHAR AS k, NULL::VARCHAR AS role WHERE false"
      : `SELECT * FROM (VALUES ${values.join(", ")}) v(k, role)`;
  return `CREATE OR REPLACE TEMP TABLE ${table} AS SELECT DISTINCT ON (k) k AS ${key}, role FROM (${source})`;
}

/** Activities or cases: the stated role, else that of the person, else the one that the activity usually takes. */
function talkSql(
  relation: string,
  day: string,
  { milli, role }: LeakInput["activity"],
  { from, asOf, people }: LeakInput,
): string {
  // Folding a million names only to find that nobody has a role would be most of the work.
  const knowsPeople = people.length > 0;
  return `SELECT e.customer_id, coalesce(n.role, ${knowsPeople ? "p.role, " : ""}CASE WHEN e.role IS NULL THEN ${role} END) AS role, e.person,
  nullif(trim(e.reason), '') AS reason, CAST(floor(e.minutes * 1000 + 0.5) AS BIGINT) AS logged_milli, ${milli} AS milli
FROM ${relation} e
LEFT JOIN t_leak_role n ON n.name = e.role
${knowsPeople ? `LEFT JOIN t_leak_person p ON p.person = ${folded("e.person")}` : ""}
WHERE e.${day} > DATE ${text(from)} AND e.${day} <= DATE ${text(asOf)} AND (e.minutes IS NULL OR e.minutes >= 0)`;
}

/** Orders that specialists keyed themselves; those who take orders by profession are not named as such. */
function orderSql({ order, from, asOf, specialists }: LeakInput): string {
  return `SELECT e.customer_id, p.role, e.entered_by AS person, 'order' AS reason, CAST(NULL AS BIGINT) AS logged_milli,
  ${order.milli} AS milli
FROM order_header_current e
JOIN t_leak_person p ON p.person = ${folded("e.entered_by")} AND p.role IN (${list(specialists)})
WHERE e.order_date > DATE ${text(from)} AND e.order_date <= DATE ${text(asOf)}`;
}
