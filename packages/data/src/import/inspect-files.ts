import { rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Refusal } from "@kleinod/engine/import/refusal.ts";
import type { ImportOptions, InspectedFile } from "@kleinod/engine/import/result.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { prepareFile } from "./files/prepare-file.ts";
import type { PreparedFile } from "./files/prepared-file.ts";
import type { FilePlan } from "./plan-file.ts";
import { answersOf, type ImportRequest, planWithSaved, toQuestion } from "./run-import.ts";

/** What Kleinod makes of files before anything is applied: kind, mapping with reasons, open questions, a sample. */
export async function inspectFiles(
  workspace: Workspace,
  files: readonly (ImportRequest & { readonly ref: string })[],
  options: Pick<ImportOptions, "as" | "dateFormat" | "decimal" | "currency"> = {},
): Promise<InspectedFile[]> {
  const result: InspectedFile[] = [];
  for (const file of files) result.push(await inspectOne(workspace, file, options));
  return result;
}

async function inspectOne(
  workspace: Workspace,
  request: ImportRequest & { readonly ref: string },
  options: Pick<ImportOptions, "as" | "dateFormat" | "decimal" | "currency">,
): Promise<InspectedFile> {
  const name = request.file ?? request.path;
  const answers = await answersOf(request, options);
  if ("code" in answers) return unreadable(request.ref, name, answers);
  const result = await prepareFile(request.path, { workDir: workspace.workDirectory, name: request.file });
  if (!result.ok) return unreadable(request.ref, name, result.refusal);
  const { prepared } = result;
  try {
    return await workspace.read(async (connection: DuckDBConnection) => {
      const { plan, saved } = await planWithSaved(connection, prepared, answers);
      return inspected(request.ref, prepared, plan, saved);
    });
  } finally {
    if (prepared.temporary) await rm(prepared.path, { force: true });
  }
}

function unreadable(ref: string, file: string, refusal: Refusal): InspectedFile {
  return {
    ref,
    file,
    bytes: 0,
    refusal: refusal.message,
    dialect: null,
    kind: null,
    kindCandidates: [],
    mapping: [],
    fields: [],
    missing: [],
    questions: [],
    sampleRows: [],
    savedMapping: false,
  };
}

function inspected(ref: string, prepared: PreparedFile, plan: FilePlan, saved: boolean): InspectedFile {
  return {
    ref,
    file: prepared.name,
    bytes: prepared.bytes,
    // A missing column can be mended in the mapping; only a file that fits nothing is refused for good.
    refusal: plan.kind === null ? plan.refusal : null,
    dialect:
      prepared.format === "csv"
        ? {
            format: prepared.origin,
            encoding: prepared.dialect.encoding,
            delimiter: prepared.dialect.delimiter,
            newline: prepared.dialect.newline,
          }
        : { format: "parquet", encoding: "", delimiter: "", newline: "" },
    kind: plan.kind?.code ?? null,
    kindCandidates: plan.kinds.map(({ kind, confidence }) => ({ kind, confidence })),
    mapping: plan.mapping.map((column) => ({ ...column, sample: [...column.sample] })),
    fields: (plan.kind?.fields ?? []).map(({ code, required, label, description }) => ({
      code,
      required,
      label,
      description,
    })),
    missing: [...plan.missing],
    questions: plan.questions.map(toQuestion),
    sampleRows: plan.sampleRows.slice(0, 5).map((row) => [...row]),
    savedMapping: saved,
  };
}
