/**
 * Customers, products, costs, contacts and everything that happens besides sales are known by statements: a row of a
 * file says something of a key. What holds now is the latest dated statement per attribute, then the later batch, then
 * file order; an empty cell says nothing and erases nothing. Undoing a batch takes its statements out and folds the
 * touched keys again.
 */
import type { ImportKindCode } from "../../import/result.ts";

export interface StatementColumn {
  /** Field code of the import kind. */
  readonly field: string;
  readonly sql: string;
  readonly type:
    | "VARCHAR"
    | "INTEGER"
    | "BIGINT"
    | "BOOLEAN"
    | "DATE"
    | "TIMESTAMP"
    | "DOUBLE"
    | "DECIMAL(18,6)";
  /** Amount of the file in integer cents, in the currency that the row or the file names. */
  readonly isCents?: true;
}

/** Columns of the folded row that follow from what is known of the key as a whole, never from a single statement. */
export interface DerivedColumns {
  /** Expressions over the folded columns whose few distinct combinations are told one by one. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Expressions over the inputs. */
  readonly columns: readonly { readonly sql: string; readonly type: string; readonly expression: string }[];
}

export type EventKindCode =
  | "orderHeaders"
  | "deliveries"
  | "returns"
  | "activities"
  | "serviceCases"
  | "dunning"
  | "costPools"
  | "serviceElements"
  | "contracts"
  | "partners"
  | "partnerCustomers"
  | "surveys"
  | "insights";

export interface StatementKind {
  readonly kind: Exclude<ImportKindCode, "saleLines"> | EventKindCode;
  /** Table of what was said. */
  readonly table: string;
  /** Table of what holds now, one row per key. */
  readonly folded: string;
  /** A column `source` among them is the source of the file: numbers are unique within their system only. */
  readonly key: readonly StatementColumn[];
  readonly attributes: readonly StatementColumn[];
  readonly derived?: DerivedColumns;
  /** The folded row names its latest statement (`last_batch`, `last_row`): a place for messages. */
  readonly hasPlace?: true;
}

/** The account of a statement: part of the key, an attribute that may be empty, or not named by this kind at all. */
export function accountRole(kind: StatementKind): "key" | "attribute" | "none" {
  if (kind.key.some((column) => column.sql === "account_id")) return "key";
  return kind.attributes.some((column) => column.sql === "account_id") ? "attribute" : "none";
}

/** Master data say on which day, events at which time. */
export function statedAtType(kind: StatementKind): "DATE" | "TIMESTAMP" {
  return kind.hasPlace ? "TIMESTAMP" : "DATE";
}
