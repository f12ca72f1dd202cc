import { dateSql } from "./dates.ts";
import type { DateFormat } from "./formats-contract.ts";
import { space, sqlLiteral } from "./null-tokens.ts";

/**
 * Dates with a time of day, as DuckDB TIMESTAMP. The day is read as in `dates.ts`; the clock as written counts, whatever
 * zone stands behind it. A cell without a time gives midnight.
 */

/** The column holds a time of day only: `13:15`, `13:15:00`, SAP's `131500`. It belongs to a date in another column. */
export function holdsTimesOnly(cells: readonly string[]): boolean {
  const times = cells.filter((cell) =>
    /^(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$|^(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/.test(cell.trim()),
  );
  return cells.length > 0 && times.length >= 0.9 * cells.length;
}

const clock = `[ T,]${space}*([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:[.,][0-9]+)?${space}*([AaPp]?)`;
/** SAP: `20240131131500`, `20240131 131500`, `20240131 1315`. */
const compactClock = "^[0-9]{8}[ T]?([0-9]{2})([0-9]{2})([0-9]{2})?$";
const secondsOfDay = 86_400;

/** DuckDB expression over a text cell: TIMESTAMP, or NULL when the cell is blank, no date in this format, or no time. */
export function dateTimeSql(text: string, format: DateFormat): string {
  const day = dateSql(text, format);
  const part = (pattern: string, group: number) =>
    `coalesce(TRY_CAST(regexp_extract(${text}, ${sqlLiteral(pattern)}, ${group}) AS INTEGER), 0)`;
  const at = (hour: string, minute: string, second: string) =>
    `CASE WHEN ${hour} < 24 AND ${minute} < 60 AND ${second} < 60
      THEN ${day} + to_seconds(${hour} * 3600 + ${minute} * 60 + ${second}) END`;
  const half = `upper(regexp_extract(${text}, ${sqlLiteral(clock)}, 4))`;
  const written = part(clock, 1);
  const hour = `(CASE ${half} WHEN 'P' THEN ${written} % 12 + 12 WHEN 'A' THEN ${written} % 12 ELSE ${written} END)`;
  const branches = [`WHEN contains(${text}, ':') THEN ${at(hour, part(clock, 2), part(clock, 3))}`];
  if (format === "yyyymmdd") {
    branches.push(
      `WHEN strlen(${text}) > 8 THEN ${at(part(compactClock, 1), part(compactClock, 2), part(compactClock, 3))}`,
    );
  }
  if (format === "excelSerial") {
    const fraction = `TRY_CAST(replace(${text}, ',', '.') AS DOUBLE) % 1`;
    branches.push(
      `WHEN TRY_CAST(${text} AS INTEGER)::VARCHAR IS DISTINCT FROM ${text}
      THEN ${day} + to_seconds(CAST(round((${fraction}) * ${secondsOfDay}) AS BIGINT))`,
    );
  }
  return `CASE ${branches.join("\n  ")} ELSE CAST(${day} AS TIMESTAMP) END`;
}

/** The common cells at full length, as in `fastDateSql`; NULL where it cannot tell. */
export function fastDateTimeSql(text: string, format: DateFormat): string {
  if (format === "iso") {
    return `CASE WHEN ${text} < '1' THEN NULL
      WHEN strlen(${text}) IN (10, 16, 19) AND (${text} LIKE '____-__-__ __:__%' OR ${text} LIKE '____-__-__T__:__%' OR ${text} LIKE '____-__-__')
      THEN TRY_CAST(${text} AS TIMESTAMP) END`;
  }
  const order = { "dd.mm.yyyy": "%d.%m.%Y", "d/m/yyyy": "%d/%m/%Y", "m/d/yyyy": "%m/%d/%Y" } as Partial<
    Record<DateFormat, string>
  >;
  const pattern = order[format];
  if (pattern === undefined) return "NULL::TIMESTAMP";
  const mark = pattern[2]!;
  const shape = `__${mark}__${mark}____ __:__`;
  return `CASE WHEN ${text} LIKE '______0%' THEN NULL
    WHEN ${text} LIKE '${shape}' THEN try_strptime(${text}, '${pattern} %H:%M')
    WHEN ${text} LIKE '${shape}:__' THEN try_strptime(${text}, '${pattern} %H:%M:%S') END`;
}
