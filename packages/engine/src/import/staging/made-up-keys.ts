/**
 * Keys of rows that have none of their own, from what the row says, so that the same file again says the same of the
 * same thing.
 */
import type { StatementKind } from "../../facts/statements/contract.ts";
import type { StagedFields } from "./layered-select.ts";

interface MadeUpKey {
  readonly field: string;
  /** Fields that name the thing, in order. */
  readonly from: readonly string[];
  /** Rows that agree are different things (two calls of one day) and are told apart by their order in the file. */
  readonly isCounted: boolean;
}

const keys: Partial<Record<StatementKind["kind"], MadeUpKey>> = {
  activities: {
    field: "activityKey",
    from: ["accountKey", "startedAt", "activityType", "person", "subject"],
    isCounted: true,
  },
  dunning: { field: "noticeKey", from: ["accountKey", "noticeDate", "level", "amount"], isCounted: true },
  surveys: { field: "responseKey", from: ["accountKey", "answeredAt"], isCounted: false },
  insights: { field: "insightKey", from: ["claim"], isCounted: false },
};

/** The key as an expression over `raw_<field>`; null where the kind has keys of its own. */
export function madeUpKeySql(kind: StatementKind, field: string, fields: StagedFields): string | null {
  const rule = keys[kind.kind];
  if (rule === undefined || rule.field !== field) return null;
  const raw = rule.from.filter((code) => code in fields).map((code) => `coalesce(raw_${code}, '')`);
  const told = raw.length === 0 ? "'?'" : `concat_ws('/', ${raw.join(", ")})`;
  return field in fields ? `coalesce(raw_${field}, ${told})` : told;
}

/** Tells rows apart whose made-up keys agree; nothing to do where the file has keys. Runs over the staged table. */
export function countMadeUpKeysSql(kind: StatementKind, table: string, fields: StagedFields): string | null {
  const rule = keys[kind.kind];
  if (rule === undefined || !rule.isCounted || rule.field in fields) return null;
  const key = kind.key.find((column) => column.field === rule.field)!.sql;
  return `UPDATE ${table} SET ${key} = ${key} || ' #' || n.ordinal FROM (
    SELECT rowid AS row, row_number() OVER (PARTITION BY ${key} ORDER BY rowid) AS ordinal FROM ${table}
    QUALIFY ordinal > 1
  ) n WHERE n.row = ${table.split(".").at(-1)}.rowid`;
}
