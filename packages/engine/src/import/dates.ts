import { type DateFormat, type DateFormatFinding, dateFormats, type ParsedDate } from "./formats-contract.ts";
import { cellText, oneOfSql, space, sqlLiteral } from "./null-tokens.ts";

/**
 * Dates in exports, read twice with one meaning: `parseDate` for samples and small sheets, `dateSql` for large files.
 * Both use the same regular expressions. The calendar day as written counts; a time or a zone behind it is read over.
 * Two-digit years: 00–69 are 2000–2069, 70–99 are 1970–1999.
 */

/** Business dates before this day are typing errors or placeholders (1900-01-01), not facts. */
export const earliestPlausibleDate = "1990-01-01";
/** Days after the day of import that a document may still be dated: a year ahead for dated orders, no more. */
export const plausibleDaysAhead = 366;

/** Dates that mean "none": SAP writes zeros, databases their smallest day. */
export const nullDates: readonly string[] = ["00000000", "0000-00-00", "00.00.0000", "0000-00-00 00:00:00"];

const time = `(?:[ T,]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?${space}*(?:[AaPp][.]?[Mm][.]?)?${space}*(?:Z|UTC|[+-][0-9]{2}:?[0-9]{2})?)?`;
const compactTime = "(?:[ T]?[0-9]{4}(?:[0-9]{2})?)?";
const longYear = "([1-9][0-9]{3})";
/** Two-digit years with the century that they mean. */
const shortYears = [
  { year: "([0-6][0-9])", century: "20" },
  { year: "([7-9][0-9])", century: "19" },
];

const monthNames = [
  "jan(?:uar|uary)?",
  "feb(?:ruar|ruary)?",
  "(?:m[aä]r|mrz|m[aä]rz|march)",
  "apr(?:il)?",
  "(?:mai|may)",
  "jun[ie]?",
  "jul[iy]?",
  "aug(?:ust)?",
  "sept?(?:ember)?",
  "(?:okt|oct)(?:ober)?",
  "nov(?:ember)?",
  "(?:dez|dec)(?:ember)?",
].map((name) => `\\b${name}\\b[.]?`);

/** A pattern and how its groups make `yyyy-mm-dd`; `$1` in JavaScript is `\1` in DuckDB. */
interface Shape {
  readonly pattern: string;
  readonly iso: string;
}

function withYears(
  pattern: (year: string) => string,
  iso: (year: string) => string,
  yearGroup: number,
): Shape[] {
  const long = { pattern: pattern(longYear), iso: iso(`$${yearGroup}`) };
  const short = shortYears.map(({ year, century }) => ({
    pattern: pattern(year),
    iso: iso(`${century}$${yearGroup}`),
  }));
  return [long, ...short];
}

const dayMonth = (separator: string) =>
  withYears(
    (year) => `([0-9]{1,2})${separator}([0-9]{1,2})${separator}${year}${time}`,
    (year) => `${year}-$2-$1`,
    3,
  );

const shapes: Record<Exclude<DateFormat, "excelSerial">, Shape[]> = {
  iso: [{ pattern: `${longYear}[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})${time}`, iso: "$1-$2-$3" }],
  "dd.mm.yyyy": dayMonth(`[.]${space}?`),
  "d/m/yyyy": dayMonth("[/.-]"),
  "m/d/yyyy": withYears(
    (year) => `([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]${year}${time}`,
    (year) => `${year}-$1-$2`,
    3,
  ),
  yyyymmdd: [{ pattern: `${longYear}([0-9]{2})([0-9]{2})${compactTime}`, iso: "$1-$2-$3" }],
  // Month names are replaced by their number between colons before these are tried.
  "d mmm yyyy": withYears(
    (year) => `([0-9]{1,2})[. -]*:([0-9]{1,2}):[. ,-]*${year}${time}`,
    (year) => `${year}-$2-$1`,
    3,
  ),
  "mmm d yyyy": withYears(
    (year) => `:([0-9]{1,2}):[. -]*([0-9]{1,2})[. ,-]+${year}${time}`,
    (year) => `${year}-$1-$2`,
    3,
  ),
};

const named = (format: DateFormat) => format === "d mmm yyyy" || format === "mmm d yyyy";
const serial = `^${space}*0*([0-9]{2,7})(?:[.,][0-9]+)?${space}*$`;
/** 61 is 1900-03-01: below it, the 1900 system counts a 29 February 1900 that never was. 2,958,465 is 9999-12-31. */
const firstSerial = 61;
const lastSerial = 2_958_465;

/** The day when the calendar has it, else null. */
function realDay(text: string): string | null {
  const match = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null;
}

function fromSerial(cell: string): string | null {
  const days = Number(new RegExp(serial, "u").exec(cell)?.[1] ?? Number.NaN);
  if (!(days >= firstSerial && days <= lastSerial)) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}

const numberedMonths = (cell: string) =>
  monthNames.reduce(
    (text, name, index) => text.replace(new RegExp(name), `:${index + 1}:`),
    cell.toLowerCase(),
  );

/** Compiled once per format: parsing samples and small sheets is a loop over cells. */
const compiled = new Map(
  Object.entries(shapes).map(([format, list]) => [
    format,
    list.map(({ pattern, iso }) => ({ regexp: new RegExp(`^${space}*${pattern}${space}*$`, "iu"), iso })),
  ]),
);

/** Reads a cell as a calendar day. Blank cells, null tokens and null dates give the value null. */
export function parseDate(text: string | null, format: DateFormat): ParsedDate {
  const cell = cellText(text);
  if (cell === null || nullDates.includes(cell)) return { ok: true, value: null };
  const value = format === "excelSerial" ? fromSerial(cell) : fromShapes(cell, format);
  return value === null ? { ok: false, rule: "dateUnreadable", text: cell } : { ok: true, value };
}

function fromShapes(cell: string, format: DateFormat): string | null {
  const text = named(format) ? numberedMonths(cell) : cell;
  for (const { regexp, iso } of compiled.get(format) ?? []) {
    if (regexp.test(text)) return realDay(text.replace(regexp, iso));
  }
  return null;
}

/** DuckDB expression over a text column: DATE, or NULL when the cell is blank or no date in this format. */
export function dateSql(column: string, format: DateFormat): string {
  if (format === "excelSerial") {
    const days = `TRY_CAST(regexp_extract(${column}, ${sqlLiteral(serial)}, 1) AS INTEGER)`;
    return `CASE WHEN ${days} BETWEEN ${firstSerial} AND ${lastSerial} THEN DATE '1899-12-30' + ${days} END`;
  }
  const text = named(format)
    ? monthNames.reduce(
        (sql, name, index) => `regexp_replace(${sql}, ${sqlLiteral(name)}, ':${index + 1}:')`,
        `lower(${column})`,
      )
    : column;
  // The `#` in front stays where the pattern does not match, and a text that starts with it is never a date.
  const casts = shapes[format].map(({ pattern, iso }) => {
    const replaced = `regexp_replace('#' || ${text}, ${sqlLiteral(`(?i)^#${space}*${pattern}${space}*$`)}, '${iso.replaceAll("$", "\\")}')`;
    return `TRY_CAST(${replaced} AS DATE)`;
  });
  return casts.length === 1 ? casts[0]! : `coalesce(${casts.join(", ")})`;
}

/** DuckDB expression over a text cell (see `cellSql`): true when a date column says "no date" in so many zeros. */
export function nullDateSql(column: string): string {
  return oneOfSql(column, nullDates);
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

/** Cells that a column may hold besides dates and still be a date column. */
const tolerated = 0.34;
/** So many times more cells must speak for one order of day and month as for the other. */
const clearMajority = 50;

/**
 * Finds the format of a date column. `3/4/2024` alone is ambiguous; one `13/4/2024` decides. When many cells
 * fit only day first and many only month first, the column is ambiguous as well, with both as candidates.
 */
export function detectDateFormat(samples: readonly (string | null)[]): DateFormatFinding {
  const cells = samples
    .map(cellText)
    .filter((cell): cell is string => cell !== null && !nullDates.includes(cell));
  const readable = (format: DateFormat) =>
    cells.filter((cell) => {
      const parsed = parseDate(cell, format);
      return parsed.ok && parsed.value !== null;
    });
  const counts = new Map(dateFormats.map((format) => [format, readable(format).length]));
  const fits = (format: DateFormat) => share(counts.get(format) ?? 0, cells.length) >= 1 - tolerated;
  const none: DateFormatFinding = {
    format: null,
    ambiguous: [],
    withTime: false,
    example: cells[0] ?? null,
    unreadable: cells.length,
  };
  if (cells.length === 0) return none;
  const withTime = cells.some((cell) => /[0-9]:[0-9]{2}/.test(cell));
  const settled = (format: DateFormat): DateFormatFinding => ({
    format,
    ambiguous: [],
    withTime,
    example: cells[0] ?? null,
    unreadable: cells.length - (counts.get(format) ?? 0),
  });
  // Dots are day first everywhere; the wider d/m/yyyy is only for columns that have other separators too.
  const certain = (
    ["iso", "dd.mm.yyyy", "yyyymmdd", "excelSerial", "d mmm yyyy", "mmm d yyyy"] as const
  ).find(fits);
  if (certain !== undefined) return settled(certain);
  const reads = (cell: string, format: DateFormat) => parseDate(cell, format).ok;
  const either = cells.filter((cell) => reads(cell, "d/m/yyyy") || reads(cell, "m/d/yyyy"));
  if (share(either.length, cells.length) < 1 - tolerated) return none;
  const dayOnly = either.filter((cell) => !reads(cell, "m/d/yyyy"));
  const monthOnly = either.filter((cell) => !reads(cell, "d/m/yyyy"));
  if (dayOnly.length > clearMajority * monthOnly.length) return settled("d/m/yyyy");
  if (monthOnly.length > clearMajority * dayOnly.length) return settled("m/d/yyyy");
  return {
    format: null,
    ambiguous: ["d/m/yyyy", "m/d/yyyy"],
    withTime,
    example: either[0] ?? null,
    unreadable: cells.length - either.length,
  };
}
