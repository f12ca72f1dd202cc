import type { Refusal } from "@kleinod/engine/import/refusal.ts";
import { prepareText, type TextJob } from "../prepare-text.ts";
import type { PreparedCsv } from "../prepared-file.ts";
import { isRefusal, refuse } from "../refusals.ts";
import { Fingerprint, SourceFile } from "../source-file.ts";
import { TempFile } from "../temp-file.ts";
import { warn } from "../warnings.ts";
import { Refused } from "./refused.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { type SheetCsv, sheetToCsv } from "./sheet-to-csv.ts";
import { readWorkbook, type Sheet, type Workbook } from "./workbook.ts";
import { ZipPackage } from "./zip-package.ts";

/** Why this archive is no .xlsx workbook; null when it is one. */
function refusalOfPackage(zip: ZipPackage, file: string): Refusal | null {
  if (zip.has("xl/workbook.bin")) return refuse.binaryExcel(file);
  if (zip.has("[Content_Types].xml")) return null;
  if (zip.has("content.xml") && zip.has("META-INF/manifest.xml")) return refuse.openDocument(file);
  return refuse.archive(file);
}

/** The sheet that was asked for, or all in the order in which they are tried: visible ones first. */
function candidates(workbook: Workbook, file: string, wanted: string | undefined): readonly Sheet[] {
  const { sheets } = workbook;
  if (wanted === undefined) return [...sheets].sort((a, b) => Number(b.visible) - Number(a.visible));
  const found = sheets.find((sheet) => sheet.name.trim().toLowerCase() === wanted.trim().toLowerCase());
  if (found !== undefined) return [found];
  throw new Refused(
    refuse.sheetMissing(
      file,
      wanted,
      sheets.map((sheet) => sheet.name),
    ),
  );
}

interface ReadSheet {
  readonly sheet: Sheet;
  readonly csv: SheetCsv;
  readonly others: readonly string[];
}

/** The first sheet with a header and a row below; when there is none, the first with anything at all. */
async function readFirstSheetWithData(
  zip: ZipPackage,
  job: TextJob,
  wanted: string | undefined,
): Promise<ReadSheet> {
  const { name } = job.source;
  const { limits, workDir, context } = job;
  const workbook = await readWorkbook(zip, name);
  const sheets = candidates(workbook, name, wanted);
  const read = { signal: context.signal };
  const maxChars = limits.maxSharedTextChars;
  const sharedStrings = await readSharedStrings(zip, name, workbook.sharedStrings, maxChars, read);
  const { formats, dateSystem } = workbook;
  let headerOnly = false;
  for (const sheet of sheets) {
    if (!zip.has(sheet.part)) continue;
    const csv = await sheetToCsv(
      zip,
      name,
      sheet,
      { sharedStrings, formats, dateSystem },
      workDir,
      limits,
      context,
    );
    if (csv.rows >= 2) {
      return {
        sheet,
        csv,
        others: workbook.sheets.filter((each) => each !== sheet).map((each) => each.name),
      };
    }
    headerOnly ||= csv.rows === 1;
    await TempFile.remove(csv.path);
  }
  throw new Refused(headerOnly ? refuse.headerOnly(name) : refuse.emptyFile(name));
}

async function fingerprintOf(job: TextJob): Promise<string> {
  const fingerprint = new Fingerprint();
  for await (const _ of fingerprint.of(job.source.chunks({ signal: job.context.signal })));
  return fingerprint.hex();
}

/** Reads one sheet of a workbook into CSV; the others are named in a warning. @throws Cancelled */
export async function prepareXlsx(job: TextJob, wanted: string | undefined): Promise<PreparedCsv | Refusal> {
  const { name, bytes } = job.source;
  try {
    const zip = await ZipPackage.open(job.source, job.limits);
    const refusal = refusalOfPackage(zip, name);
    if (refusal !== null) return refusal;
    const sha256 = await fingerprintOf(job);
    const { sheet, csv, others } = await readFirstSheetWithData(zip, job, wanted);
    const text = await prepareCsv(job, csv.path);
    if (isRefusal(text)) return text;
    const formulas =
      csv.formulasWithoutValue === 0
        ? []
        : [warn.formulasWithoutValue(csv.formulasWithoutValue, csv.firstFormulaWithoutValue)];
    const otherSheets = others.length === 0 ? [] : [warn.otherSheets(sheet.name, others)];
    return {
      format: "csv",
      origin: "xlsx",
      name,
      bytes,
      place: "row",
      decimal: ".",
      sheets: { read: sheet.name, others },
      ...text,
      temporary: true,
      sha256,
      warnings: [...text.warnings, ...formulas, ...otherSheets],
    };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** Finds header and titles of what was written, and whether there is data, as for any other text. */
async function prepareCsv(job: TextJob, path: string) {
  const source = await SourceFile.open(path, job.source.name);
  if (isRefusal(source)) return source;
  try {
    const text = await prepareText({
      ...job,
      source,
      context: { signal: job.context.signal },
      delimiter: ",",
    });
    if (isRefusal(text)) await TempFile.remove(path);
    return text;
  } catch (error) {
    await TempFile.remove(path);
    throw error;
  } finally {
    await source.close();
  }
}
