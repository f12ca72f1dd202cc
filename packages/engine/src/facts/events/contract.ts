/**
 * What happened besides sales: orders as they came in, deliveries, returns, talks, cases, reminders; and what serving
 * customers costs: pools of capacity. Each is known by statements (see ../statements), so a later extract corrects an
 * earlier one and undo works as for master data. Measures and segments read the relations below and nothing else.
 *
 * Common to all: `source` VARCHAR, the key, `batch_no` INTEGER and `row_no` BIGINT of the latest statement (a place for
 * messages), `account_id` and `customer_id` BIGINT, NULL where the file names no account. Money is BIGINT cents in company
 * currency, NULL without a rate. A TIMESTAMP at exactly midnight means that the file gave the day only.
 *
 * `order_header_current` – one row per order: order_number, order_date DATE, entered_at TIMESTAMP, entry_channel (as the
 *   file says), channel (one of `entryChannels`, NULL: not to be told), channel_confidence DOUBLE 0…1, channel_reason
 *   ('stated' | 'batchUser' | 'orderType' | 'timePattern' | 'none'), entered_by, order_type, lines INTEGER, amount_cents,
 *   is_expedited BOOLEAN.
 * `delivery_current` – delivery_number, order_number, delivery_date DATE, promised_date DATE, lines INTEGER, packages
 *   INTEGER, weight_kg DOUBLE, freight_cents, is_expedited BOOLEAN.
 * `return_current` – return_number, order_number, return_date DATE, lines INTEGER, reason, cost_cents (our own cost of it:
 *   write-off, freight), credit_cents.
 * `activity_current` – activity_key, started_at TIMESTAMP, activity_date DATE, activity_type (one of `activityTypes`),
 *   role (as said), person, minutes DOUBLE (NULL: not logged), initiated_by ('customer' | 'us' | NULL), reason, need_field,
 *   channel, is_solved BOOLEAN, subject, next_date DATE, is_captured BOOLEAN (entered in the app, source 'kleinod').
 * `service_case_current` – case_number, opened_at, responded_at, closed_at TIMESTAMP, case_date DATE, origin (as said),
 *   channel (one of `entryChannels`), reason, need_field, priority, status, transfers INTEGER, reopenings INTEGER,
 *   minutes DOUBLE (NULL: not logged), role, person, is_promise_kept BOOLEAN (as the system says), subject.
 * `dunning_current` – notice_key, notice_date DATE, level INTEGER, amount_cents.
 * `cost_pool_current` – pool_code, valid_from DATE, valid_to DATE, label, role, cost_cents, capacity_minutes BIGINT
 *   (practical capacity of the whole period).
 * `service_element_use_current` – element, used_at DATE, is_offered BOOLEAN, is_used BOOLEAN, reason_to_stay, minutes.
 * `customer_contract_current` – what a customer agreed to for a time (not a contract of the code): contract_number, product
 *   (text), product_code, started_on DATE, ends_on DATE (NULL: runs; ahead: the agreed end), term_months, notice_months
 *   INTEGER, value_cents per period_months INTEGER, income_per_year_cents (NULL: no amount, or one without its period),
 *   cancelled_on DATE, reason.
 * `partner_current` – partner_key, name, partner_type ('dealer' | 'agent' | 'broker' | 'ownUnit'), region, contact.
 * `partner_customer_current` – partner_key, since DATE, until DATE, last_contact DATE.
 * `survey_current` – response_key, answered_at DATE, question, score DOUBLE, scale_max DOUBLE, answer.
 * `insight_current` – insight_key, claim, evidence_kind, strength, owner, stated_on DATE, expires_on DATE, decision.
 */
export const eventRelations = [
  "order_header_current",
  "delivery_current",
  "return_current",
  "activity_current",
  "service_case_current",
  "dunning_current",
  "cost_pool_current",
  "service_element_use_current",
  "customer_contract_current",
  "partner_current",
  "partner_customer_current",
  "survey_current",
  "insight_current",
] as const;
export type EventRelation = (typeof eventRelations)[number];

/** Ways in which an order or a case reaches us. */
export const entryChannels = ["phone", "mail", "web", "field", "edi", "counter", "partner"] as const;
export type EntryChannel = (typeof entryChannels)[number];

export const activityTypes = ["visit", "call", "mail", "meeting", "expert", "other"] as const;
export type ActivityType = (typeof activityTypes)[number];

export const partnerTypes = ["dealer", "agent", "broker", "ownUnit"] as const;
export type PartnerType = (typeof partnerTypes)[number];

export const evidenceKinds = ["conversation", "marketResearch", "workshop", "crmData", "experiment"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
