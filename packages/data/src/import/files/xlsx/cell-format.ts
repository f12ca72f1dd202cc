/** What a number format says about the value of a cell. */
export type CellFormat =
  | { readonly kind: "plain" }
  /** A point in time as a serial number. */
  | { readonly kind: "date"; readonly hasDate: boolean; readonly hasTime: boolean }
  /** Elapsed hours, `[h]:mm`: a length of time that may exceed a day. */
  | { readonly kind: "duration" }
  /** Whole numbers shown with leading zeros, `00000`: an id. */
  | { readonly kind: "padded"; readonly digits: number };

export const plainFormat: CellFormat = { kind: "plain" };

const dateOnly: CellFormat = { kind: "date", hasDate: true, hasTime: false };
const timeOnly: CellFormat = { kind: "date", hasDate: false, hasTime: true };
const dateTime: CellFormat = { kind: "date", hasDate: true, hasTime: true };

/** Formats that have a number but no text in the file (ECMA-376 part 1, 18.8.30, with the East Asian ones). */
function builtInFormat(id: number): CellFormat {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58))
    return dateOnly;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return timeOnly;
  if (id === 22) return dateTime;
  return id === 46 ? { kind: "duration" } : plainFormat;
}

/** Reads a number format's text. Only its first section counts: the others are for negative numbers, zero and text. */
function customFormat(code: string): CellFormat {
  const withoutText = code
    .replace(/"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/[_*]./g, "");
  const section = withoutText.split(";")[0] ?? "";
  if (/\[(h+|m+|s+)\]/i.test(section)) return { kind: "duration" };
  const letters = section
    .replace(/\[[^\]]*\]/g, "")
    .replace(/am\/pm|a\/p/gi, "h")
    .replace(/general|standard/gi, "")
    .toLowerCase();
  const hasTime = /[hs]/.test(letters);
  // `m` is minutes beside hours or seconds, and months otherwise. `e` is a year of an era, but an exponent in 0.00E+00.
  const hasDate = /[dyg]/.test(letters) || (!hasTime && /m/.test(letters) && !/[0#?]/.test(letters));
  if (hasDate || (hasTime && !/[#?]/.test(letters))) return { kind: "date", hasDate, hasTime };
  return /^0{2,}$/.test(section.trim()) ? { kind: "padded", digits: section.trim().length } : plainFormat;
}

/** The format of a style: by its text where the file gives one, else by its number. */
export function cellFormat(id: number, code: string | undefined): CellFormat {
  return code === undefined ? builtInFormat(id) : customFormat(code);
}
