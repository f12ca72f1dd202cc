/**
 * Short cuts for the cells that nearly every row has. Each gives the same value as the full expression or NULL where it
 * cannot tell, never another value (tested side by side); the full one then runs for those few rows only. They stand in
 * layers of nested selects and not in one `coalesce`, because DuckDB hoists repeated parts out of a `coalesce` and would
 * run the slow expression for every row.
 */
import type { DateFormat, NumberFormat } from "../formats-contract.ts";
import { cellSql, nullTokens, oneOfSql } from "../null-tokens.ts";

/** Longer cells are no null token. */
const longestToken = Math.max(...nullTokens.map((token) => new TextEncoder().encode(token).length));

/** Same as `cellSql`: a cell that begins and ends with a visible ASCII character has nothing to trim. */
export function fastCellSql(cell: string): string {
  const visible = (place: number) => `${cell}[${place}] BETWEEN '!' AND '~'`;
  // No null token begins with a digit.
  const telling = `strlen(${cell}) > ${longestToken} OR ${cell}[1] BETWEEN '0' AND '9'`;
  return `CASE WHEN NOT (${visible(1)} AND ${visible(-1)}) THEN ${cellSql(cell)} WHEN ${telling} THEN ${cell}
    WHEN ${oneOfSql(`lower(${cell})`, nullTokens)} THEN NULL ELSE ${cell} END`;
}

/** Plain decimals such as `1234.5` or `-1234,5`: no thousands separator, no exponent, no sign behind. */
export function fastNumberSql(text: string, format: Pick<NumberFormat, "decimal">): string {
  const strange = format.decimal === "," ? [".", "_", "e", "E"] : [",", "_", "e", "E"];
  const plain = strange.map((character) => `NOT contains(${text}, '${character}')`).join(" AND ");
  const pointed = format.decimal === "," ? `replace(${text}, ',', '.')` : text;
  return `CASE WHEN ${plain} THEN TRY_CAST(${pointed} AS DECIMAL(18,6)) END`;
}

/**
 * Dates at full length without a time; NULL for the formats that have no such short cut. DuckDB also reads blanks between
 * the parts and years such as 0024, so the text must have the shape (`LIKE` costs a fraction of a look at single places).
 */
export function fastDateSql(text: string, format: DateFormat): string {
  if (format === "iso") {
    // By way of TIMESTAMP: the cast to DATE overlooks what follows a short day and reads 2024-01-3x as the 3rd.
    return `CASE WHEN ${text} < '1' THEN NULL
      WHEN strlen(${text}) = 10 AND ${text} LIKE '____-__-__' THEN CAST(TRY_CAST(${text} AS TIMESTAMP) AS DATE)
      WHEN ${text} LIKE '____-__-__ __:__:__' THEN CAST(try_strptime(${text}, '%Y-%m-%d %H:%M:%S') AS DATE) END`;
  }
  const patterns: Partial<Record<DateFormat, { readonly shape: string; readonly pattern: string }>> = {
    "dd.mm.yyyy": { shape: "__.__.____", pattern: "%d.%m.%Y" },
    "d/m/yyyy": { shape: "__/__/____", pattern: "%d/%m/%Y" },
    "m/d/yyyy": { shape: "__/__/____", pattern: "%m/%d/%Y" },
  };
  const common = patterns[format];
  if (common === undefined) return "NULL::DATE";
  return `CASE WHEN ${text} LIKE '${common.shape}' AND ${text} NOT LIKE '______0___'
    THEN CAST(try_strptime(${text}, '${common.pattern}') AS DATE) END`;
}
