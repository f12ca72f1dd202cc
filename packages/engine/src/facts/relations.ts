/**
 * The relations of the fact store (DuckDB) that later stages read. SQL builders of measures and segments name these and
 * nothing else; `packages/data` creates them.
 *
 * `sale_line_current` – one row per line of every current document (restated, replaced and undone ones are left out):
 *   content_id BIGINT, document_id BIGINT, source VARCHAR, document_number VARCHAR, row_no BIGINT (file order within the
 *   content), batch_no INTEGER, account_id BIGINT NULL (no account in the file), customer_id BIGINT NULL (economic
 *   unit), document_date DATE, document_type VARCHAR (see `documentTypes`), line_kind VARCHAR ('product' | 'fee' |
 *   'freight' | 'discount' | 'correction' | 'other'), product_code, product_name, product_group VARCHAR NULL,
 *   quantity DECIMAL(18,6) NULL, unit_price DECIMAL(18,6) NULL, amount_cents BIGINT (currency of the line),
 *   cost_cents BIGINT NULL (currency of the line), currency VARCHAR NULL, country VARCHAR NULL, entry_channel VARCHAR
 *   NULL, value_cents BIGINT NULL (amount in company currency; NULL = no rate: unconverted),
 *   value_cost_cents BIGINT NULL (cost in company currency).
 *
 * `account_current` – one row per live account (named by a live statement or by a current line):
 *   account_id BIGINT, customer_id BIGINT, source, account_key VARCHAR, name, name2, street, postcode, city, region,
 *   country, phone, email, website, vat_id, legal_form, branch, branch_code, employees INTEGER, employee_class,
 *   own_turnover (the customer's own; never our sales), customer_since DATE, parent_account_key, owner, price_group,
 *   opinion_class, customer_group, language, blocked BOOLEAN, deleted BOOLEAN, vanished BOOLEAN (missing from the last
 *   full extract). All NULL when unknown.
 *
 * `product_current` – product_code, product_name, product_group, product_subgroup, product_group_name, is_product BOOLEAN,
 *   unit_cost DECIMAL(18,6) NULL, currency.
 * `cost_current` – product_code, valid_from DATE (NULL = always), unit_cost DECIMAL(18,6), currency.
 * `contact_current` – contact_key, account_id, first_name, last_name, role, phone, mobile, email, is_owner BOOLEAN.
 * `batch` – batch_no INTEGER, kind, file_name, imported_at TIMESTAMP, undone BOOLEAN, …
 * `setting` – code VARCHAR, value VARCHAR (JSON): the mirror of the parameters that SQL needs, e.g. company currency.
 */
export const factRelations = [
  "sale_line_current",
  "account_current",
  "product_current",
  "cost_current",
  "contact_current",
  "batch",
  "setting",
] as const;
export type FactRelation = (typeof factRelations)[number];
