import { type Assignment, assignColumns, missingFields, type SampledColumn } from "./assign-columns.ts";
import { isUnnamedColumn } from "./dialect-contract.ts";
import { normaliseHeader } from "./headers.ts";
import type { ImportKind } from "./kinds/contract.ts";
import { settleAmounts } from "./settle-amounts.ts";

/** How a file would be read as one kind. */
export interface KindFit {
  readonly kind: ImportKind;
  readonly assignments: readonly Assignment[];
  /** The column of the name that also serves as key; null otherwise. */
  readonly keyFromName: number | null;
  readonly missing: readonly string[];
  /** 0…1: how much the file looks like this kind, whether or not something required is missing. */
  readonly resemblance: number;
  /** `resemblance`, and next to nothing where something required is missing. */
  readonly confidence: number;
  /** The file has what tells this kind from others and nothing that speaks against it. */
  readonly isTelling: boolean;
}

export interface SampledFile {
  readonly columns: readonly SampledColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly fileName: string | undefined;
}

export const roundShare = (value: number) => Math.round(value * 100) / 100;

/** Columns of remarks: no header, or nearly empty with long texts in between. */
export function isSideNote({ name, cells, blankShare }: SampledColumn): boolean {
  if (isUnnamedColumn(name)) return blankShare >= 0.5;
  const length = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
  return cells.length > 0 && blankShare > 0.9 && length > 25 && normaliseHeader(name).key.length < 2;
}

/** A unique name can be the key of a list; in sale lines a name repeats and is the key all the same. */
function nameAsKey(
  kind: ImportKind,
  assignments: readonly Assignment[],
  columns: readonly SampledColumn[],
): number | null {
  const rule = kind.nameAsKey;
  if (rule === undefined || assignments.some((each) => each.field === rule.key)) return null;
  const name = assignments.find((each) => each.field === rule.name);
  const column = name === undefined ? undefined : columns[name.column];
  if (name === undefined || column === undefined || column.cells.length === 0) return null;
  const unique = column.blankShare === 0 && new Set(column.cells).size === column.cells.length;
  return unique || !rule.unique ? name.column : null;
}

/** A list of customers or products in which most keys repeat is a list of something else. */
function repetitionFactor(
  kind: ImportKind,
  assignments: readonly Assignment[],
  columns: readonly SampledColumn[],
): number {
  if (kind.code !== "customers" && kind.code !== "products") return 1;
  const key = assignments.find((each) => each.field === kind.keyFields[0]);
  const cells = key === undefined ? [] : columns[key.column]!.cells;
  return cells.length >= 10 && new Set(cells).size < cells.length / 4 ? 0.4 : 1;
}

/** Headers that say too little to tell one kind from another. */
const generalHeaders = new Set(
  `id nr no number nummer vbeln type typ art kind status state stand datum date name name1 label bezeichnung category
  kategorie createdon createddate createdat created erdat erstelltam erfasstam ownerid owner betreff subject title titel
  text value wert betrag amount description beschreibung partner kanal channel source quelle kontaktart source wert
  item score punkte level stufe von bis ab userid user benutzer modifiedon`.split(/\s+/),
);

/** 1, or less where the file lacks what tells this kind, or has what it never has. */
function tellingFactor(
  kind: ImportKind,
  assignments: readonly Assignment[],
  columns: readonly SampledColumn[],
): number {
  const keys = columns.map((column) => normaliseHeader(column.name).key);
  if (kind.foreignHeaders?.some((header) => keys.includes(header)) === true) return 0.5;
  if (kind.tellingFields === undefined) return 1;
  const tells = assignments.some(
    ({ field, column, basis }) =>
      basis === "header" && kind.tellingFields?.includes(field) && !generalHeaders.has(keys[column]!),
  );
  return tells ? 1 : 0.5;
}

/**
 * How well a file fits a kind: the share of its columns that have a field (weight 0.45), the fields typical of the kind
 * (0.45; three are enough), the file name (0.1). The weights are judgement, checked against the exports in the tests.
 */
export function fitKind(kind: ImportKind, { columns, rows, fileName }: SampledFile): KindFit {
  const byHeader = assignColumns(kind, columns);
  const assignments = kind.code === "saleLines" ? settleAmounts(byHeader, rows, columns.length) : byHeader;
  const keyFromName = nameAsKey(kind, assignments, columns);
  const fields = new Set(assignments.map((each) => each.field));
  if (keyFromName !== null) fields.add(kind.nameAsKey!.key);
  const missing = missingFields(kind, fields);
  const named = columns.filter((column) => !isUnnamedColumn(column.name) && !isSideNote(column)).length;
  const coverage = assignments.reduce((sum, each) => sum + each.score, 0) / Math.max(1, named);
  const typical = kind.signatureFields.filter((code) => fields.has(code)).length;
  const signature = Math.min(1, typical / Math.min(3, kind.signatureFields.length));
  const fileKey = fileName === undefined ? "" : normaliseHeader(fileName).key;
  const hint = kind.fileNameHints.some((word) => fileKey.includes(word)) ? 0.1 : 0;
  const factor = repetitionFactor(kind, assignments, columns) * tellingFactor(kind, assignments, columns);
  const full = (0.45 * coverage + 0.45 * signature + hint) * factor;
  const resemblance = roundShare(Math.min(1, full));
  const confidence = missing.length > 0 ? roundShare(0.3 * Math.min(1, coverage)) : resemblance;
  return { kind, assignments, keyFromName, missing, resemblance, confidence, isTelling: factor === 1 };
}

/** From here on a kind that is told by its own columns goes before the kinds that it resembles. */
const leastToPrecede = 0.45;

/** The likeliest first. */
export function rankKinds(fits: readonly KindFit[]): KindFit[] {
  const beaten = new Set(
    fits.flatMap((fit) =>
      fit.isTelling && fit.missing.length === 0 && fit.confidence >= leastToPrecede
        ? (fit.kind.precedes ?? [])
        : [],
    ),
  );
  return fits
    .map((fit) => {
      if (!beaten.has(fit.kind.code)) return fit;
      const less = (value: number) => roundShare(value * 0.6);
      return { ...fit, resemblance: less(fit.resemblance), confidence: less(fit.confidence) };
    })
    .sort((a, b) => b.confidence - a.confidence);
}
