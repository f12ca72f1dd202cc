import type { ColumnType, Generated, JSONColumnType } from "kysely";

type Timestamp = ColumnType<Date, Date | string | undefined, Date | string>;

/** What people decide and enter. Customers are named by source and account number, which outlive any rebuilt id. */
export interface RecordTables {
  parameter_version: {
    code: string;
    version: number;
    value: JSONColumnType<{ value: unknown }>;
    author: string;
    reason: string | null;
    valid_from: Timestamp;
  };
  saved_mapping: { shape: string; mapping: JSONColumnType<object>; file_name: string; saved_at: Timestamp };
  saved_view: {
    id: Generated<number>;
    name: string;
    page: string;
    query: JSONColumnType<object>;
    created_at: Timestamp;
  };
  customer_note: { source: string; account_key: string; text: string; author: string; written_at: Timestamp };
  unit_decision: {
    id: Generated<number>;
    type: "merge" | "reject" | "split";
    /** [{source, accountKey}] */
    accounts: JSONColumnType<{ source: string; accountKey: string }[]>;
    decided_by: string;
    decided_at: Timestamp;
    undone_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  };
  control_figure: {
    month: string;
    document_type: string;
    erp_cents: ColumnType<string, number | bigint, number | bigint>;
    entered_by: string;
    entered_at: Timestamp;
  };
  audit_entry: {
    id: Generated<number>;
    at: Timestamp;
    author: string;
    action: string;
    subject: string;
    detail: JSONColumnType<object>;
  };
  captured_activity: {
    id: Generated<number>;
    source: string | null;
    account_key: string | null;
    /** Local time of the company, `yyyy-mm-ddThh:mm:ss`: a clock time, no instant. */
    started_at: string;
    activity_type: string;
    role: string | null;
    person: string;
    minutes: number | null;
    initiated_by: string | null;
    reason: string | null;
    need_field: string | null;
    channel: string | null;
    is_solved: boolean | null;
    subject: string | null;
    next_date: string | null;
    author: string;
    /** Counted up by every change, undoing included. */
    revision: Generated<number>;
    is_undone: Generated<boolean>;
    made_at: Timestamp;
  };
  sampling_campaign: {
    id: Generated<number>;
    name: string;
    from_day: string;
    to_day: string;
    people: JSONColumnType<{ person: string; role: string }[]>;
    prompts_per_day: number;
    author: string;
    is_undone: Generated<boolean>;
    made_at: Timestamp;
  };
  time_sample: {
    id: Generated<number>;
    campaign_id: number;
    person: string;
    role: string;
    at: string;
    activity: string | null;
    source: string | null;
    account_key: string | null;
    minutes: number | null;
    reason: string | null;
    author: string;
    is_undone: Generated<boolean>;
    made_at: Timestamp;
  };
  responsibility_decision: {
    id: Generated<number>;
    kind: "assign" | "legitimate" | "handover";
    /** Null for `legitimate`, as the name. */
    type: "person" | "pool" | "partner" | "ownUnit" | null;
    name: string | null;
    category: string | null;
    role: string | null;
    reason: string | null;
    made_by: string;
    made_at: Timestamp;
    undone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  };
  responsibility_exception: { decision_id: number; source: string; account_key: string };
  responsibility_handover: { decision_id: number; from_name: string | null; agreed_at: string; note: string };
  segment_version: {
    code: string;
    version: number;
    state: "draft" | "active" | "retired";
    name: string;
    definition: JSONColumnType<object>;
    action: string;
    owner: string;
    segmentation: string | null;
    position: number;
    author: string;
    reason: string | null;
    created_at: Timestamp;
    valid_from: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
    retired_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
    override_reason: ColumnType<string | null, string | null | undefined, string | null>;
    back_test: ColumnType<object | null, string | null | undefined, string | null>;
  };
  insight: { id: Generated<number>; stated_on: string; author: string; made_at: Timestamp };
  insight_version: {
    insight_id: number;
    version: number;
    claim: string;
    evidence_kind: string;
    strength: string;
    owner: string;
    source: string | null;
    expires_on: string;
    is_deleted: boolean;
    author: string;
    made_at: Timestamp;
  };
  insight_decision: {
    id: Generated<number>;
    /** `i12` for an insight entered here, `f:…` for one from a file. */
    insight: string;
    text: string;
    decided_on: string;
    author: string;
    made_at: Timestamp;
    undone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  };
  plan: {
    id: Generated<number>;
    copied_from: number | null;
    copied_version: number | null;
    author: string;
    made_at: Timestamp;
  };
  plan_version: {
    plan_id: number;
    version: number;
    state: "draft" | "active" | "ended";
    name: string;
    plan: JSONColumnType<object>;
    /** Snapshot that was newest when it was saved. */
    made_on: string | null;
    author: string;
    reason: string | null;
    created_at: Timestamp;
    activated_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
    ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
    /** {reason, approver, reviewOn, findings} */
    override: ColumnType<object | null, string | null | undefined, string | null>;
  };
  overruling: {
    id: Generated<number>;
    plan_id: number;
    plan_version: number;
    rule: string;
    rule_version: number;
    segment: string;
    reason: string;
    approver: string;
    review_on: string;
    /** What was overruled, as it was said then. */
    finding: JSONColumnType<object>;
    author: string;
    made_at: Timestamp;
    undone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  };
  lean_offer_version: {
    code: string;
    version: number;
    state: "draft" | "published" | "retired";
    content: JSONColumnType<object>;
    author: string;
    reason: string | null;
    made_at: Timestamp;
    published_on: string | null;
    override_reason: string | null;
  };
  register_entry: {
    id: Generated<number>;
    register: "element" | "transfer" | "deviation" | "decision" | "review";
    content: JSONColumnType<object>;
    /** Entry that this one replaces; that one holds again when this one is taken back. */
    corrects: number | null;
    author: string;
    made_at: Timestamp;
    undone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  };
}
