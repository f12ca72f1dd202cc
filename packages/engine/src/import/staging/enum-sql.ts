import type { EnumValue, FieldSpec } from "../kinds/contract.ts";
import { oneOfSql, sqlLiteral } from "../null-tokens.ts";

/** An enum field of ours: one with values, as far as cells mean one of them. */
export function hasValues(field: FieldSpec): field is FieldSpec & { readonly values: readonly EnumValue[] } {
  return field.values !== undefined;
}

/** DuckDB expression over a clean cell: the code when the cell is one of the codes, else NULL. */
export function fastEnumSql(text: string, values: readonly EnumValue[]): string {
  const codes = values.map((value) => value.code);
  return `CASE WHEN ${oneOfSql(text, codes)} THEN ${text} END`;
}

/** DuckDB expression over a clean cell: the code of the first value that the words of the cell mean, else NULL. */
export function enumSql(text: string, values: readonly EnumValue[]): string {
  const branches = values.map(({ code, label, pattern }) => {
    const names = [code, label.de, label.en].map((name) => sqlLiteral(name.toLowerCase()));
    return `WHEN lower(${text}) IN (${[...new Set(names)].join(", ")}) OR regexp_matches(lower(${text}), ${sqlLiteral(pattern)}) THEN ${sqlLiteral(code)}`;
  });
  return `CASE ${branches.join(" ")} END`;
}
