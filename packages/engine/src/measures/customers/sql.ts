/**
 * `m_customer` – one row per customer (economic unit): who it is. Of several accounts the first one that knows an
 * attribute speaks; a telephone or e-mail missing there comes from a contact, a country from the latest document.
 */
export function customersSql(): string[] {
  const first = (column: string) => `arg_min(${column}, account_id) AS ${column}`;
  return [
    `CREATE OR REPLACE TABLE m_customer AS
WITH base AS (
  SELECT customer_id,
    arg_min(account_key, account_id) AS account_key,
    CAST(count(*) AS INTEGER) AS accounts,
    ${["name", "city", "postcode", "country", "branch", "phone", "email", "owner"].map(first).join(",\n    ")}
  FROM account_current
  GROUP BY customer_id
),
reach AS (
  SELECT a.customer_id,
    arg_min(coalesce(c.phone, c.mobile), (c.is_owner IS NOT TRUE, c.contact_key)) AS phone,
    arg_min(c.email, (c.is_owner IS NOT TRUE, c.contact_key)) AS email
  FROM contact_current c
  JOIN account_current a ON a.account_id = c.account_id
  GROUP BY a.customer_id
),
seen AS (
  SELECT customer_id, arg_max(country, (document_date, document_id)) AS country
  FROM sale_line_current
  WHERE customer_id IS NOT NULL AND country IS NOT NULL
  GROUP BY customer_id
)
SELECT b.customer_id, coalesce(b.name, b.account_key) AS name, b.account_key, b.accounts, b.city, b.postcode,
  coalesce(b.country, s.country) AS country, b.branch,
  coalesce(b.phone, r.phone) AS phone, coalesce(b.email, r.email) AS email, b.owner
FROM base b
LEFT JOIN reach r ON r.customer_id = b.customer_id
LEFT JOIN seen s ON s.customer_id = b.customer_id`,
  ];
}
