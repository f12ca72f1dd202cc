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
}
