/** How numbers are written in a column. */
export interface NumberFormat {
  readonly decimal: "." | ",";
  /**
   * Thousands separator seen in the sample; `""` when none was seen. Informative: once the decimal sign is settled, the
   * other one of `.` and `,` as well as apostrophes and spaces are read as thousands separators in groups of three.
   */
  readonly thousands: "" | "." | "," | "'" | "’" | " ";
}

/**
 * How dates are written in a column. All but `excelSerial` may carry a time, which is read over: the calendar day as
 * written counts, whatever zone stands behind it.
 * - `iso`: year first, `2024-01-31`, also with `/` or `.`
 * - `dd.mm.yyyy`: with dots, day first; year of two or four digits
 * - `d/m/yyyy`, `m/d/yyyy`: with `/`, `-` or `.`; year of two or four digits
 * - `yyyymmdd`: eight digits
 * - `excelSerial`: days of the 1900 date system of spreadsheets
 * - `d mmm yyyy`, `mmm d yyyy`: month as a German or English name or its first three letters
 */
export const dateFormats = [
  "iso",
  "dd.mm.yyyy",
  "d/m/yyyy",
  "m/d/yyyy",
  "yyyymmdd",
  "excelSerial",
  "d mmm yyyy",
  "mmm d yyyy",
] as const;
export type DateFormat = (typeof dateFormats)[number];

/** What the sample says about a number column. */
export interface NumberFormatFinding extends NumberFormat {
  /** True when no value decides between point and comma: it must be asked. `decimal` is then a mere default. */
  readonly ambiguous: boolean;
  /** False when no cell of the sample shows the decimal sign (whole numbers only, or ambiguous). */
  readonly decided: boolean;
  /** The value that decided, or that could not; null when there was no number. */
  readonly example: string | null;
}

/** What the sample says about a date column. */
export interface DateFormatFinding {
  /** Null when undecided or when the cells are no dates. */
  readonly format: DateFormat | null;
  /** The formats between which the user must choose; empty when decided or when these are no dates. */
  readonly ambiguous: readonly DateFormat[];
  readonly withTime: boolean;
  readonly example: string | null;
  /** Cells of the sample that carry a value but cannot be read in `format`. */
  readonly unreadable: number;
}

/** The decimal text of a number, exactly as DECIMAL(18,6) would hold it; `null` for a blank cell. */
export type ParsedNumber =
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly rule: "numberUnreadable" | "numberTooLarge"; readonly text: string };

/** A calendar day `yyyy-mm-dd`; `null` for a blank cell. */
export type ParsedDate =
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly rule: "dateUnreadable"; readonly text: string };
