import { fastCellSql } from "./fast-sql.ts";

/** A mapped field. The layers that read it are built by `layeredSelect`. */
export interface StagedField {
  /** Columns of the file (`c0` …) that feed it. */
  readonly columns: readonly string[];
  /** Its clean text. */
  readonly clean: (columns: readonly string[]) => string;
  /** The value of the common cell, given the clean text; NULL where it cannot tell. Null: a text field. */
  readonly fast: ((text: string) => string) | null;
  /** The value of any cell, given the clean text. */
  readonly full: (text: string) => string;
}

export type StagedFields = Readonly<Record<string, StagedField>>;

/** A column of the staged row: a mapped field, an expression over `raw_<field>`, or one over the columns of the file. */
export type StagedValue =
  | { readonly field: string; readonly staged: string }
  | { readonly expression: string; readonly staged: string }
  | { readonly first: string; readonly staged: string };

/**
 * A nested select from the text columns of a file to typed columns: clean (`raw_<field>`) → common case →
 * value. Every layer computes a thing once, however often the next one looks at it.
 */
export function layeredSelect(from: string, fields: StagedFields, values: readonly StagedValue[]): string {
  const used = Object.entries(fields);
  const columns = [...new Set(used.flatMap(([, field]) => field.columns))];
  const first = values.flatMap((value) => ("first" in value ? [`${value.first} AS ${value.staged}`] : []));
  const clean = used.map(([code, field]) => `${field.clean(field.columns)} AS raw_${code}`);
  const fast = used.flatMap(([code, field]) =>
    field.fast === null ? [] : [`${field.fast(`raw_${code}`)} AS fast_${code}`],
  );
  const staged = values.flatMap((value) => {
    if ("first" in value) return [];
    if ("expression" in value) return [`${value.expression} AS ${value.staged}`];
    const field = fields[value.field]!;
    const text = `raw_${value.field}`;
    if (field.fast === null) return [`${field.full(text)} AS ${value.staged}`];
    const common = `fast_${value.field}`;
    const sql = `CASE WHEN ${common} IS NOT NULL OR ${text} IS NULL THEN ${common} ELSE ${field.full(text)} END`;
    return [`${sql} AS ${value.staged}`];
  });
  const list = (parts: readonly string[]) => (parts.length === 0 ? "" : `, ${parts.join(",\n  ")}`);
  return `(SELECT *${list(staged)}
FROM (SELECT *${list(fast)}
FROM (SELECT *${list(clean)}
FROM (SELECT ${[...columns, ...first].join(", ") || "1 AS nothing"}
FROM ${from}))))`;
}

/** The clean text of a field that one or several columns feed. */
export function cleanText(joinWith: string): StagedField["clean"] {
  return (columns) => {
    const cells = columns.map(fastCellSql);
    return cells.length === 1
      ? cells[0]!
      : `nullif(concat_ws('${joinWith.replaceAll("'", "''")}', ${cells.join(", ")}), '')`;
  };
}
