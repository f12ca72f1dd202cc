/** How DuckDB reads a prepared file: everything as text, nothing sniffed, rows in file order. */
export interface CsvSource {
  readonly format: "csv";
  readonly path: string;
  readonly delimiter: string;
  readonly quote: string;
  /** Lines before the first data row: title lines and the header. */
  readonly skip: number;
  readonly columns: readonly string[];
}

export interface ParquetSource {
  readonly format: "parquet";
  readonly path: string;
  readonly columns: readonly string[];
}

export type FileSource = CsvSource | ParquetSource;

export const sqlText = (value: string) => `'${value.replaceAll("'", "''")}'`;
export const sqlName = (value: string) => `"${value.replaceAll('"', '""')}"`;

/** Columns are read as c0, c1 …: header names can hold anything, twice, or nothing. */
export const sourceColumn = (index: number) => `c${index}`;

/** A row longer than this is a broken file, not a row. */
export const maxLineBytes = 2_000_000;

/**
 * The file as a relation of text columns c0 … cn. Rows with a wrong number of columns go to the reject tables that
 * `rejects` names, or are left out when only a sample is wanted.
 */
export function readFileSql(
  source: FileSource,
  rejects: { errors: string; scans: string } | "ignore",
): string {
  if (source.format === "parquet") {
    const columns = source.columns.map(
      (name, index) => `CAST(${sqlName(name)} AS VARCHAR) AS ${sourceColumn(index)}`,
    );
    return `(SELECT ${columns.join(", ")} FROM read_parquet(${sqlText(source.path)}))`;
  }
  const columns = source.columns.map((_, index) => `'${sourceColumn(index)}': 'VARCHAR'`).join(", ");
  const options = [
    `delim = ${sqlText(source.delimiter)}`,
    `quote = ${sqlText(source.quote)}`,
    `escape = ${sqlText(source.quote)}`,
    "header = false",
    `skip = ${Math.trunc(source.skip)}`,
    "auto_detect = false",
    `columns = {${columns}}`,
    "null_padding = false",
    "strict_mode = true",
    `max_line_size = ${maxLineBytes}`,
  ];
  if (rejects === "ignore") options.push("ignore_errors = true");
  else {
    options.push("store_rejects = true", `rejects_table = ${sqlText(rejects.errors)}`);
    options.push(`rejects_scan = ${sqlText(rejects.scans)}`, "rejects_limit = 0");
  }
  return `read_csv(${sqlText(source.path)}, ${options.join(", ")})`;
}
