/** What a column of the customer table is; each measure lists its own columns in a file beside this one. */
export type ColumnType =
  | "text"
  | "cents"
  | "count"
  | "days"
  | "ratio"
  | "date"
  | "enum"
  | "boolean"
  | "number";

export interface CustomerColumn {
  /** Name in JSON and in the URL. */
  readonly code: string;
  /** Column of the snapshot table. */
  readonly sql: string;
  readonly type: ColumnType;
  readonly label: { readonly de: string; readonly en: string };
  /** Meaning, period and null rule in one sentence. */
  readonly description: { readonly de: string; readonly en: string };
  /** Values of an enum column. */
  readonly values?: readonly string[];
  /** Shown unless the reader chose other columns. */
  readonly shownByDefault: boolean;
  /** Measure folder that computes it; null for a fact of the customer. */
  readonly measure: ColumnMeasure | null;
}

/** Measures that put columns into the customer table. */
export const columnMeasures = [
  "sales",
  "orders",
  "rhythm",
  "expectation",
  "size",
  "costToServe",
  "lifetime",
  "renewal",
  "need",
  "potential",
  "triangle",
  "responsibility",
] as const;
export type ColumnMeasure = (typeof columnMeasures)[number];

/** A column in one line of a list. */
export type ColumnRow = readonly [
  code: string,
  type: ColumnType,
  measure: CustomerColumn["measure"],
  shown: 0 | 1,
  de: string,
  en: string,
  deText: string,
  enText: string,
  values?: readonly string[],
];

const snake = (code: string) => code.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The columns of one measure from their lines. */
export function columnsOf(rows: readonly ColumnRow[]): CustomerColumn[] {
  return rows.map(([code, type, measure, shown, de, en, deText, enText, values]) => ({
    code,
    sql: snake(code),
    type,
    measure,
    shownByDefault: shown === 1,
    label: { de, en },
    description: { de: deText, en: enText },
    ...(values === undefined ? {} : { values }),
  }));
}
