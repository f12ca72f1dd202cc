import type { NumberFormat } from "./formats-contract.ts";
import { normaliseHeader } from "./headers.ts";
import { sqlLiteral } from "./null-tokens.ts";
import { numberSql, parseNumber } from "./numbers.ts";

/**
 * Durations in minutes. A cell may be a number in the unit of its header, a clock (`1:30`, `0:01:15`: hours first), or a
 * number with its own unit (`45 min`, `1.5 h`, `90 s`).
 */
const clock = "^([0-9]{1,5}):([0-5]?[0-9])(?::([0-5][0-9]))?$";
const suffix = "^(.*?)[ ]*(min|h|std|s|sec|sek)(?:[.]|uten|utes|ours?|ours|unden|onds|.?)$";
const minutesOf: Readonly<Record<string, number>> = {
  min: 1,
  h: 60,
  std: 60,
  s: 1 / 60,
  sec: 1 / 60,
  sek: 1 / 60,
};

/** How many minutes one of the header's unit is: `CallDurationInSeconds` 1/60, `Kapazität (h)` 60, else 1. */
export function minutesPerUnit(header: string): number {
  const { key, unit } = normaliseHeader(header);
  const name = `${key} ${(unit ?? "").toLowerCase()}`;
  if (/min/.test(name)) return 1;
  if (/second|sekund|(?:sec|sek)\b| s\b/.test(name)) return 1 / 60;
  return /hours?|stunden?|std\b| h\b|actualserviceunits/.test(name) ? 60 : 1;
}

/** True when the cell is a duration, whatever the decimal sign. */
export function isDuration(cell: string): boolean {
  const text = cell.trim();
  const number = new RegExp(suffix, "i").exec(text)?.[1] ?? text;
  if (new RegExp(clock).test(text)) return true;
  return ([".", ","] as const).some((decimal) => {
    const parsed = parseNumber(number, { decimal });
    return parsed.ok && parsed.value !== null;
  });
}

/** DuckDB expression over a text cell: minutes as DOUBLE, or NULL when the cell is blank or no duration. */
export function minutesSql(text: string, format: Pick<NumberFormat, "decimal">, perUnit: number): string {
  const part = (group: number) =>
    `coalesce(TRY_CAST(regexp_extract(${text}, ${sqlLiteral(clock)}, ${group}) AS INTEGER), 0)`;
  const unit = `regexp_extract(lower(${text}), ${sqlLiteral(suffix)}, 2)`;
  const number = `regexp_extract(lower(${text}), ${sqlLiteral(suffix)}, 1)`;
  const units = Object.entries(minutesOf).map(([name, minutes]) => `WHEN '${name}' THEN ${minutes}`);
  return `CASE
    WHEN regexp_matches(${text}, ${sqlLiteral(clock)}) THEN ${part(1)} * 60 + ${part(2)} + ${part(3)} / 60.0
    WHEN ${unit} <> '' THEN CAST(${numberSql(number, format)} AS DOUBLE) * CASE ${unit} ${units.join(" ")} END
    ELSE CAST(${numberSql(text, format)} AS DOUBLE) * ${perUnit} END`;
}
