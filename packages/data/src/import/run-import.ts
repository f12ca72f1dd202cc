import { readFile, rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { dateFormats } from "@kleinod/engine/import/formats-contract.ts";
import type { LocalizedText } from "@kleinod/engine/import/kinds/contract.ts";
import { type ImportMapping, mappingSchema } from "@kleinod/engine/import/mapping-contract.ts";
import type { Refusal } from "@kleinod/engine/import/refusal.ts";
import type {
  BatchResult,
  ImportKindCode,
  ImportOptions,
  ImportQuestion,
  ImportResult,
} from "@kleinod/engine/import/result.ts";
import { all } from "../duckdb/connect.ts";

import { setParameter } from "../segments/parameters.ts";

import type { Workspace } from "../workspace/open-workspace.ts";
import { applyFile } from "./apply-file.ts";
import { listInputs } from "./files/list-inputs.ts";
import { prepareFile } from "./files/prepare-file.ts";
import type { PreparedFile } from "./files/prepared-file.ts";
import { type FilePlan, type PlanAnswers, planFile } from "./plan-file.ts";
import { type RunContext, stopIfCancelled } from "./progress.ts";
import { savedMapping, saveMapping } from "./saved-mappings.ts";

export interface ImportRequest {
  /** A file, or a folder whose files are taken one by one. */
  readonly path: string;
  /** What results call the file; default: its own name. */
  readonly file?: string | undefined;
  readonly as?: ImportKindCode | undefined;
  /** A confirmed mapping: field to column. Fields that are left out are not imported. */
  readonly mapping?: Readonly<Record<string, string | readonly string[] | null>> | undefined;
  /** A mapping written by hand or saved before (`--mapping FILE`). */
  readonly mappingFile?: string | undefined;
}

/**
 * Imports files one after the other, each in a transaction of its own. Refusals, rejected rows and open questions are
 * part of the result. @throws Cancelled when the run was cancelled; the file in work is rolled back, earlier ones stay.
 */
export async function runImport(
  workspace: Workspace,
  requests: readonly ImportRequest[],
  options: ImportOptions,
  run: RunContext = {},
): Promise<ImportResult> {
  const batches: BatchResult[] = [];
  const questions: ImportResult["questions"] = [];
  for (const request of requests) {
    const inputs = await listInputs([request.path]);
    for (const { refusal, path } of inputs.refusals) {
      batches.push(refused(request.file ?? path, options, null, refusal));
    }
    for (const input of inputs.files) {
      const outcome = await importOne(
        workspace,
        { ...request, path: input.path, file: request.file ?? input.name },
        options,
        run,
      );
      batches.push(outcome.batch);
      questions.push(...outcome.questions.map((question) => ({ ...question, file: outcome.batch.file })));
    }
  }
  return { batches, questions };
}

interface Outcome {
  readonly batch: BatchResult;
  readonly questions: readonly ImportQuestion[];
}

async function importOne(
  workspace: Workspace,
  request: ImportRequest & { file: string },
  options: ImportOptions,
  run: RunContext,
): Promise<Outcome> {
  const answers = await answersOf(request, options);
  if ("code" in answers) return { batch: refused(request.file, options, null, answers), questions: [] };
  const result = await prepareFile(request.path, {
    workDir: workspace.workDirectory,
    name: request.file,
    signal: run.signal,
    onProgress: (done, total) => run.onProgress?.({ step: "prepare", done, total, rowsPerSecond: null }),
  });
  if (!result.ok) return { batch: refused(request.file, options, null, result.refusal), questions: [] };
  const { prepared } = result;
  try {
    const outcome = await workspace.write((connection) =>
      importPrepared(workspace, connection, prepared, request, answers, options, run),
    );
    // After the write: setting a parameter waits in the same queue.
    if (outcome.batch.status === "applied") await adoptCurrency(workspace, outcome.batch);
    return outcome;
  } finally {
    if (prepared.temporary) await rm(prepared.path, { force: true });
  }
}

/** What the person said: options of the command, a mapping file, a confirmed mapping. */
export async function answersOf(
  request: Pick<ImportRequest, "as" | "mapping" | "mappingFile">,
  options: Pick<ImportOptions, "as" | "dateFormat" | "decimal" | "currency">,
): Promise<PlanAnswers | Refusal> {
  const { dateFormat } = options;
  if (dateFormat !== undefined && !dateFormats.some((format) => format === dateFormat))
    return unknownDateFormat(dateFormat);
  const given: PlanAnswers = {
    as: request.as ?? options.as,
    dateFormat: options.dateFormat,
    decimal: options.decimal,
    currency: options.currency,
  };
  if (request.mapping !== undefined) {
    const named = Object.entries(request.mapping).flatMap(([field, column]) =>
      column === null ? [] : [[field, column] as const],
    );
    return { ...given, columns: Object.fromEntries(named) };
  }
  if (request.mappingFile === undefined) return given;
  const mapping = await readMapping(request.mappingFile);
  return "code" in mapping ? mapping : withMapping(given, mapping);
}

function withMapping(given: PlanAnswers, mapping: ImportMapping): PlanAnswers {
  const { lineNumber, ...others } = mapping.columns;
  const comparesByLine = lineNumber !== undefined && mapping.lineNumbers === "identifiesLine";
  return {
    ...given,
    as: given.as ?? mapping.kind,
    columns: comparesByLine ? { ...others, lineNumber } : others,
    formats: mapping.formats,
    currency: given.currency ?? mapping.currency ?? undefined,
  };
}

async function readMapping(path: string): Promise<ImportMapping | Refusal> {
  try {
    const parsed = mappingSchema.safeParse(JSON.parse(await readFile(path, "utf8")));
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    const at = issue === undefined ? "" : `${issue.path.join(".")}: ${issue.message}`;
    return refusal(
      "mappingInvalid",
      `Die Zuordnung ${path} ist ungültig (${at}).`,
      `The mapping ${path} is invalid (${at}).`,
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refusal(
      "mappingUnreadable",
      `Die Zuordnung ${path} lässt sich nicht lesen: ${why}`,
      `The mapping ${path} cannot be read: ${why}`,
    );
  }
}

function unknownDateFormat(format: string): Refusal {
  const list = dateFormats.join(", ");
  return refusal(
    "dateFormatUnknown",
    `Das Datumsformat «${format}» gibt es nicht. Möglich sind: ${list}.`,
    `There is no date format “${format}”. Possible are: ${list}.`,
  );
}

const refusal = (code: string, de: string, en: string): Refusal => ({ code, message: { de, en } });

/** The plan of a file: with a saved mapping of its shape where the person gave none. */
export async function planWithSaved(
  connection: DuckDBConnection,
  prepared: PreparedFile,
  answers: PlanAnswers,
): Promise<{ plan: FilePlan; saved: boolean }> {
  const plan = await planFile(connection, prepared, answers);
  if (answers.columns !== undefined) return { plan, saved: false };
  const mapping = await savedMapping(connection, plan.columns);
  if (mapping === null || (answers.as !== undefined && answers.as !== mapping.kind))
    return { plan, saved: false };
  const known = { ...withMapping(answers, mapping), formatsAreSaved: true };
  return { plan: await planFile(connection, prepared, known), saved: true };
}

async function importPrepared(
  workspace: Workspace,
  connection: DuckDBConnection,
  prepared: PreparedFile,
  request: ImportRequest & { file: string },
  answers: PlanAnswers,
  options: ImportOptions,
  run: RunContext,
): Promise<Outcome> {
  stopIfCancelled(run);
  const { plan } = await planWithSaved(connection, prepared, answers);
  const kind = plan.kind?.code ?? null;
  if (plan.refusal !== null) {
    const cause = {
      code: plan.missing.length > 0 ? "columnsMissing" : "notImportable",
      message: plan.refusal,
    };
    return { batch: refused(request.file, options, kind, cause), questions: [] };
  }
  const questions = plan.questions.map(toQuestion);
  const blocking = plan.questions.filter((question) => question.blocking);
  if (blocking.length > 0 || plan.kind === null) {
    const cause = { code: "questionOpen", message: blocking[0]?.message ?? unknownKind };
    return { batch: refused(request.file, options, kind, cause), questions: blocking.map(toQuestion) };
  }
  const { result } = await applyFile(workspace, connection, prepared, plan, options, run);
  if (result.status === "applied" && answers.columns !== undefined) {
    await saveMapping(workspace, connection, plan.columns, prepared.name, mappingOf(plan, options));
  }
  return { batch: result, questions: result.status === "dryRun" ? questions : [] };
}

const unknownKind: LocalizedText = {
  de: "Es ist nicht zu erkennen, was die Datei enthält; mit --as lässt es sich angeben.",
  en: "It is not clear what the file holds; name it with --as.",
};

export function toQuestion(question: FilePlan["questions"][number]): ImportQuestion {
  const { code, column, candidates, examples, option, message } = question;
  return {
    code,
    column,
    candidates: [...candidates],
    examples: [...examples],
    option,
    message: message.en,
    messages: message,
  };
}

function mappingOf(plan: FilePlan, options: ImportOptions): ImportMapping {
  const fields: ImportMapping["formats"]["fields"] = {};
  for (const [field, date] of Object.entries(plan.dateFormats)) fields[field] = { ...fields[field], date };
  for (const [field, { decimal }] of Object.entries(plan.numberFormats)) {
    // A column of whole numbers told nothing that a later file could rely on.
    if (!plan.undecidedNumberFields.includes(field)) fields[field] = { ...fields[field], decimal };
  }
  return mappingSchema.parse({
    kind: plan.kind?.code,
    source: options.source,
    columns: Object.fromEntries(Object.entries(plan.fields).map(([field, names]) => [field, [...names]])),
    formats: { fields },
    currency: plan.currency,
  });
}

/** The first file that is unanimous about its currency names the company's, unless somebody named it before. */
async function adoptCurrency(workspace: Workspace, result: BatchResult): Promise<void> {
  const known = await workspace.read((connection) =>
    all(connection, "SELECT 1 FROM setting WHERE code = 'company.currency' AND value <> 'null'"),
  );
  if (known.length > 0) return;
  const named = result.profile?.currencies.map((each) => each.currency) ?? [result.derived.currency];
  const currencies = named.filter((currency) => typeof currency === "string");
  const [only] = currencies;
  if (only === undefined || currencies.length > 1) return;
  await setParameter(workspace, "company.currency", only, {
    author: "import",
    reason: `${result.file} names no other currency`,
  });
}

/** A file that was not taken, as a batch without rows and with one problem that says why. */
function refused(
  file: string,
  options: ImportOptions,
  kind: ImportKindCode | null,
  cause: Refusal,
): BatchResult {
  const problem = {
    file,
    line: null,
    column: null,
    value: null,
    rule: cause.code,
    message: cause.message.en,
    messages: cause.message,
    severity: "error" as const,
  };
  return {
    batchId: null,
    file,
    kind,
    source: options.source,
    mode: options.mode,
    status: "refused",
    read: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    restated: 0,
    rejected: 0,
    problemsTotal: 1,
    problems: [problem],
    controlTotals: [],
    derived: { refusal: cause },
    profile: null,
    diff: null,
    importedAt: null,
    seconds: 0,
  };
}
