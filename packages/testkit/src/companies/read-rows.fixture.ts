import { readFileSync } from "node:fs";

/** Written by hand for these files only: no field of theirs is quoted across lines. */
export function rowsOf(path: string, encoding = "utf-8", separator = ";"): Record<string, string>[] {
  const text = new TextDecoder(encoding).decode(readFileSync(path));
  const [header = "", ...lines] = text.split(/\r?\n/).filter((line) => line !== "");
  const names = header.split(separator);
  const cell = new RegExp(`("([^"]|"")*"|[^${separator}]*)(${separator}|$)`, "g");
  const clean = (found: string) =>
    (found.endsWith(separator) ? found.slice(0, -1) : found).replace(/^"|"$/g, "");
  return lines.map((line) => {
    const cells = line.includes('"') ? (line.match(cell) ?? []).map(clean) : line.split(separator);
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]));
  });
}

/** `1.234,50-` as a number. */
export function sapNumber(text: string): number {
  const absolute = Number(text.replace("-", "").replaceAll(".", "").replace(",", "."));
  return text.endsWith("-") ? -absolute : absolute;
}
