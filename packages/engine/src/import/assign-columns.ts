import { contentFit, fieldByContent } from "./content-fit.ts";
import { holdsTimesOnly } from "./date-times.ts";
import { isUnnamedColumn } from "./dialect-contract.ts";
import { headerNames, normaliseHeader } from "./headers.ts";
import type { FieldSpec, ImportKind } from "./kinds/contract.ts";
import { trapOf } from "./traps.ts";

/** One column with its cells of the sample that say something. */
export interface SampledColumn {
  readonly name: string;
  readonly cells: readonly string[];
  /** Share of sample rows in which the cell says nothing. */
  readonly blankShare: number;
}

export type MatchBasis = "header" | "partOfHeader" | "content" | "arithmetic";

export interface Assignment {
  readonly column: number;
  readonly field: string;
  /** 0…1. */
  readonly score: number;
  readonly basis: MatchBasis;
}

/** Below this a match is noise. */
const leastScore = 0.4;

/** `Nummer`, `Nr.`, `number`, `no.` behind a name mean the same: `contact_nr`, `contactNo`. */
const withNumberSuffix = (key: string) => key.replace(/(?<=.{3})(?:nummer|number|num|nr|no)$/, "nr");

/** 1 for the first synonym, falling to 0.75 for the last; half for a name that begins or ends with a synonym. */
function headerScore(field: FieldSpec, key: string): { score: number; basis: MatchBasis } | null {
  const names = headerNames(field);
  const written = names.indexOf(key);
  const exact =
    written >= 0 ? written : names.findIndex((name) => withNumberSuffix(name) === withNumberSuffix(key));
  if (exact >= 0) return { score: 0.98 - (0.23 * exact) / names.length, basis: "header" };
  const part = names.find(
    (synonym) =>
      synonym.length >= 5 &&
      key.length - synonym.length <= 10 &&
      (key.startsWith(synonym) || key.endsWith(synonym)),
  );
  return part === undefined
    ? null
    : { score: 0.4 + 0.25 * (part.length / key.length), basis: "partOfHeader" };
}

function score(
  kind: ImportKind,
  field: FieldSpec,
  column: SampledColumn,
): { score: number; basis: MatchBasis } | null {
  const trap = trapOf(kind.code, column.name);
  if (trap !== null && trap.field !== field.code) return null;
  const { key } = normaliseHeader(column.name);
  const byHeader =
    trap === null
      ? headerScore(field, key)
      : (headerScore(field, key) ?? { score: 0.7, basis: "header" as const });
  if (byHeader === null) return null;
  const fit = contentFit(field, column.cells);
  // A key column must be filled; keys with gaps lose against the other number of the same record.
  const gaps =
    field.required && field.type === "id" && field.blankAllowed !== true && column.blankShare > 0.05;
  return { score: byHeader.score * (fit >= 0.9 ? 1 : fit * fit) * (gaps ? 0.6 : 1), basis: byHeader.basis };
}

/**
 * The best pairs of columns and fields of one kind: each column feeds one field, each field has one column, except
 * fields that join several. What headers leave open is filled from cells that speak for themselves.
 */
export function assignColumns(kind: ImportKind, columns: readonly SampledColumn[]): Assignment[] {
  const candidates = columns.flatMap((column, index) =>
    isUnnamedColumn(column.name)
      ? []
      : kind.fields.flatMap((field) => {
          const scored = score(kind, field, column);
          return scored === null || scored.score < leastScore
            ? []
            : [{ column: index, field: field.code, ...scored }];
        }),
  );
  candidates.sort((a, b) => b.score - a.score || a.column - b.column);
  const joined = new Set(
    kind.fields.filter((field) => field.joinWith !== undefined).map((field) => field.code),
  );
  const taken: Assignment[] = [];
  for (const candidate of candidates) {
    if (taken.some((other) => other.column === candidate.column)) continue;
    const sameField = taken.filter((other) => other.field === candidate.field);
    const isJoined = joined.has(candidate.field) && candidate.basis === "header";
    if (sameField.length > 0 && !(isJoined && mayJoin(kind, columns, [...sameField, candidate]))) continue;
    taken.push(candidate);
  }
  const dated = taken.filter((each) => !isTimeAlone(kind, columns, taken, each));
  return [...dated, ...byContent(kind, columns, dated)].sort((a, b) => a.column - b.column);
}

const isDateTime = (kind: ImportKind, code: string) =>
  kind.fields.find((field) => field.code === code)?.type === "dateTime";
const isTime = (columns: readonly SampledColumn[], { column }: Assignment) =>
  holdsTimesOnly(columns[column]!.cells);

/** Date and time of day join to one point in time; two dates do not. */
function mayJoin(
  kind: ImportKind,
  columns: readonly SampledColumn[],
  together: readonly Assignment[],
): boolean {
  if (!isDateTime(kind, together[0]!.field)) return true;
  return together.length === 2 && together.filter((each) => isTime(columns, each)).length === 1;
}

/** A time of day without its date says nothing. */
function isTimeAlone(
  kind: ImportKind,
  columns: readonly SampledColumn[],
  taken: readonly Assignment[],
  one: Assignment,
): boolean {
  if (!isDateTime(kind, one.field) || !isTime(columns, one)) return false;
  return !taken.some((other) => other.field === one.field && other !== one);
}

function byContent(
  kind: ImportKind,
  columns: readonly SampledColumn[],
  taken: readonly Assignment[],
): Assignment[] {
  const found: Assignment[] = [];
  for (const [index, column] of columns.entries()) {
    if (taken.some((other) => other.column === index) || trapOf(kind.code, column.name) !== null) continue;
    const free = kind.fields.filter(
      (field) => ![...taken, ...found].some((other) => other.field === field.code),
    );
    const field = fieldByContent(free, column.cells);
    if (field !== null) found.push({ column: index, field: field.code, score: 0.5, basis: "content" });
  }
  return found;
}

/** Required fields and one-of groups that the assignment leaves open, as `MappingProposal.missing` words them. */
export function missingFields(kind: ImportKind, fields: ReadonlySet<string>): string[] {
  const required = kind.fields
    .filter((field) => field.required && !fields.has(field.code))
    .map((field) => field.code);
  const groupMet =
    kind.oneOfGroups.length === 0 ||
    kind.oneOfGroups.some((group) => group.every((code) => fields.has(code)));
  return groupMet ? required : [...required, kind.oneOfGroups.map((group) => group.join("+")).join("|")];
}
