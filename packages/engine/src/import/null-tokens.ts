/**
 * Cells that say "nothing" in the exports of databases and spreadsheets, compared in lower case after trimming.
 * Error values of spreadsheets (`#DIV/0!`, `#REF!`) are not among them: they are problems to be shown.
 */
export const nullTokens: readonly string[] = [
  "null",
  "\\n",
  "-",
  "--",
  "–",
  "—",
  "#nv",
  "#n/a",
  "#null!",
  "n/a",
  "n.a.",
  "k.a.",
  "(null)",
  "<null>",
  "?",
];

/** White space that is trimmed from cells: blanks, line ends, and the blanks that spreadsheets put into numbers. */
export const spaceCharacters = " \t\r\n\u00a0\u202f\u2007\u2009\ufeff";

/** `spaceCharacters` as a character class that JavaScript and DuckDB (RE2) read alike. */
export const space = `[${spaceCharacters.replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n")}]`;

const edges = new RegExp(`^${space}+|${space}+$`, "gu");

/** The trimmed text of a cell; null when it says nothing. Same as `cellSql`. */
export function cellText(text: string | null): string | null {
  if (text === null) return null;
  const trimmed = text.replace(edges, "");
  return trimmed === "" || nullTokens.includes(trimmed.toLowerCase()) ? null : trimmed;
}

/** A text as an SQL string literal. */
export const sqlLiteral = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * DuckDB expression: the text is one of the words. Not `IN`, which DuckDB turns into a join of its own for longer lists:
 * a dozen columns then cost a dozen joins. The words hold no unit separator (character 31).
 */
export function oneOfSql(text: string, words: readonly string[]): string {
  const separator = "\u001f";
  const list = `${separator}${words.join(separator)}${separator}`;
  return `contains(${sqlLiteral(list)}, chr(31) || ${text} || chr(31))`;
}

/** Longest null token in bytes: longer cells need no comparison. */
const longestBytes = 7;

/** DuckDB expression: the trimmed text of a cell, NULL when it says nothing. Same as `cellText`. */
export function cellSql(column: string): string {
  const trimmed = `trim(${column}, ${sqlLiteral(spaceCharacters)})`;
  return `CASE WHEN strlen(${trimmed}) <= ${longestBytes} AND ${oneOfSql(`lower(${trimmed})`, nullTokens)} THEN NULL ELSE nullif(${trimmed}, '') END`;
}
