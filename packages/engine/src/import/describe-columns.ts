import type { SampledColumn } from "./assign-columns.ts";
import { isUnnamedColumn } from "./dialect-contract.ts";
import { isSideNote, type KindFit, roundShare } from "./fit-kind.ts";
import { headerNames, normaliseHeader } from "./headers.ts";
import type { LocalizedText } from "./kinds/contract.ts";
import { fieldOf } from "./kinds/import-kinds.ts";
import { mappingReasons } from "./mapping-messages.ts";
import type { ColumnMapping } from "./result.ts";
import { trapOf } from "./traps.ts";

interface Verdict {
  readonly field: string | null;
  readonly confidence: number;
  readonly reason: LocalizedText;
  readonly trap?: boolean;
}

/** Every column of the file with the field proposed for it, or why it has none. */
export function describeColumns(fit: KindFit, columns: readonly SampledColumn[]): ColumnMapping[] {
  return columns.map((column, index) => {
    const { field, confidence, reason, trap = false } = verdict(fit, columns, index);
    const sample = [...new Set(column.cells)].slice(0, 3);
    const { de, en } = reason;
    return {
      column: column.name,
      field,
      confidence: roundShare(confidence),
      sample,
      reason: { de, en },
      trap,
    };
  });
}

function verdict(fit: KindFit, columns: readonly SampledColumn[], index: number): Verdict {
  const column = columns[index]!;
  const trap = trapOf(fit.kind.code, column.name);
  const match = fit.assignments.find((each) => each.column === index);
  if (match !== undefined) {
    const rule = fit.kind.nameAsKey;
    if (fit.keyFromName === index && rule !== undefined) {
      return { field: rule.key, confidence: 0.6, reason: mappingReasons.nameAsKey(rule.unique) };
    }
    const reason = trap?.reason ?? mappingReasons.matched(fieldOf(fit.kind, match.field), match.basis);
    return { field: match.field, confidence: match.score, reason, trap: trap !== null };
  }
  if (trap !== null) return { field: null, confidence: 1, reason: trap.reason, trap: true };
  if (isSideNote(column)) return { field: null, confidence: 1, reason: mappingReasons.sideNotes };
  if (isUnnamedColumn(column.name)) return { field: null, confidence: 1, reason: mappingReasons.unnamed };
  const { key } = normaliseHeader(column.name);
  const rival = fit.assignments.find((each) => headerNames(fieldOf(fit.kind, each.field)).includes(key));
  if (rival === undefined) return { field: null, confidence: 1, reason: mappingReasons.unused };
  const reason = mappingReasons.fieldTaken(fieldOf(fit.kind, rival.field), columns[rival.column]!.name);
  return { field: null, confidence: 0.7, reason };
}

/** Field to column(s), as mapping files hold it. */
export function columnsByField(
  fit: KindFit,
  columns: readonly SampledColumn[],
): Record<string, string | string[]> {
  const byField: Record<string, string | string[]> = {};
  for (const { field, column } of fit.assignments) {
    const name = columns[column]!.name;
    const before = byField[field];
    byField[field] =
      before === undefined ? name : [...(typeof before === "string" ? [before] : before), name];
  }
  if (fit.keyFromName !== null) byField[fit.kind.nameAsKey!.key] = columns[fit.keyFromName]!.name;
  return byField;
}

/** The currency that the headers of mapped columns name as their unit, when they agree; else null. */
export function currencyOfHeaders(fit: KindFit, columns: readonly SampledColumn[]): string | null {
  const units = fit.assignments.map(({ column }) => normaliseHeader(columns[column]!.name).unit);
  const codes = [...new Set(units.filter((unit) => unit !== null && /^[A-Z]{3}$/.test(unit)))];
  return codes.length === 1 ? codes[0]! : null;
}
