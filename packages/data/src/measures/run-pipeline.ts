import { createHash } from "node:crypto";
import { performance } from "node:perf_hooks";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Text } from "@kleinod/engine/measures/measure-contract.ts";
import type { MeasureSettings } from "@kleinod/engine/measures/settings-contract.ts";
import { table } from "@kleinod/engine/measures/sql-text.ts";
import type { ParameterValue } from "@kleinod/engine/segments/parameters.ts";
import { all, one } from "../duckdb/connect.ts";
import { transaction } from "../duckdb/transaction.ts";
import { canonicalJson } from "./canonical-json.ts";
import { measureSettings } from "./measure-settings.ts";
import { type Step, type StepCode, type StepContext, steps } from "./steps.ts";

export interface PipelineOptions {
  /** Last day that counts, see `defaultAsOf`. */
  readonly asOf: string;
  /** Version of the facts including merges: any text that changes whenever they do. */
  readonly factsVersion: string;
  /** Version of what people decided about single customers; by default none. */
  readonly exceptionsVersion?: number;
  /** What is not given takes its default. */
  readonly parameters: readonly Pick<ParameterValue, "code" | "value">[];
  /** Name of the wide table that is written; replaced when it exists. */
  readonly snapshotTable: string;
  readonly onStep?: (progress: StepProgress) => void;
  /** Stops the running query; everything of this run is rolled back. */
  readonly signal?: AbortSignal;
}

export interface StepResult {
  readonly code: StepCode;
  readonly name: Text;
  /** Rows of the relation that the step left behind. */
  readonly rows: number;
  readonly seconds: number;
  /** True when the relation of an earlier run still held. */
  readonly reused: boolean;
  /** What the step tells besides, e.g. the parameters of a fitted model. */
  readonly details: Readonly<Record<string, unknown>>;
}

export type StepProgress = { readonly position: number; readonly steps: number } & (
  | { readonly state: "started"; readonly code: StepCode; readonly name: Text }
  | ({ readonly state: "done" } & StepResult)
);

export interface PipelineResult {
  readonly asOf: string;
  readonly customers: number;
  /** Null without any sales. */
  readonly sizeLineCents: number | null;
  readonly sizeLineIsProposal: boolean;
  /** What the proposal would be, whatever holds. */
  readonly proposedLineCents: number | null;
  readonly steps: readonly StepResult[];
}

/**
 * Computes all measures and assembles the customer table in one transaction: a reader sees the old table or the new one.
 * Steps whose facts and parameters did not change are not run again.
 * @param within the transaction around the steps, for callers that commit more with them or keep nothing
 * @throws RangeError when asOf or a parameter is invalid; the signal's reason when it was aborted.
 */
export async function runPipeline(
  connection: DuckDBConnection,
  options: PipelineOptions,
  within: (steps: () => Promise<PipelineResult>) => Promise<PipelineResult> = (steps) =>
    transaction(connection, steps),
): Promise<PipelineResult> {
  const { signal } = options;
  const settings = measureSettings(options.asOf, options.parameters);
  const context = { connection, settings, snapshotTable: table(options.snapshotTable) };
  const interrupt = () => connection.interrupt();
  signal?.addEventListener("abort", interrupt);
  try {
    return await within(() => runSteps(context, options));
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", interrupt);
  }
}

async function runSteps(
  context: StepContext,
  { factsVersion, exceptionsVersion = 0, onStep, signal }: PipelineOptions,
): Promise<PipelineResult> {
  await context.connection.run(
    "CREATE TABLE IF NOT EXISTS measure_step (relation VARCHAR, key VARCHAR, rows BIGINT, details VARCHAR)",
  );
  const kept = await keptRelations(context.connection);
  const keys = new Map<StepCode, string>();
  const results: StepResult[] = [];
  for (const [index, step] of steps.entries()) {
    signal?.throwIfAborted();
    const place = { position: index + 1, steps: steps.length };
    onStep?.({ state: "started", code: step.code, name: step.name, ...place });
    const key = stepKey(step, context.settings, { factsVersion, exceptionsVersion }, keys);
    keys.set(step.code, key);
    const known = kept.get(step.relation(context));
    const result =
      known?.key === key
        ? { rows: known.rows, seconds: 0, reused: true, details: known.details }
        : await runStep(step, context, key);
    results.push({ code: step.code, name: step.name, ...result });
    onStep?.({ state: "done", code: step.code, name: step.name, ...result, ...place });
  }
  const details = results.find((result) => result.code === "size")!.details as SizeDetails;
  return {
    asOf: context.settings.asOf,
    customers: results.at(-1)!.rows,
    ...details,
    steps: results,
  };
}

type SizeDetails = Pick<PipelineResult, "sizeLineCents" | "sizeLineIsProposal" | "proposedLineCents">;

interface KeptRelation {
  readonly key: string;
  readonly rows: number;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Relations of earlier runs that still exist. */
async function keptRelations(connection: DuckDBConnection): Promise<Map<string, KeptRelation>> {
  const rows = await all<{ relation: string; key: string; rows: number; details: string }>(
    connection,
    `SELECT relation, key, rows, details FROM measure_step
    WHERE relation IN (SELECT table_name FROM duckdb_tables())`,
  );
  return new Map(
    rows.map(({ relation, key, rows: count, details }) => [
      relation,
      { key, rows: count, details: JSON.parse(details) as KeptRelation["details"] },
    ]),
  );
}

async function runStep(
  step: Step,
  context: StepContext,
  key: string,
): Promise<Omit<StepResult, "code" | "name">> {
  const { connection } = context;
  const started = performance.now();
  const details = await step.run(context);
  const relation = step.relation(context);
  const { rows } = await one<{ rows: number }>(connection, `SELECT count(*) AS rows FROM ${relation}`);
  await connection.run("DELETE FROM measure_step WHERE relation = ?", [relation]);
  await connection.run("INSERT INTO measure_step VALUES (?, ?, ?, ?)", [
    relation,
    key,
    rows,
    JSON.stringify(details),
  ]);
  return { rows, seconds: (performance.now() - started) / 1000, reused: false, details };
}

/** Changes when anything does that the step depends on. */
function stepKey(
  step: Step,
  settings: MeasureSettings,
  { factsVersion, exceptionsVersion }: { factsVersion: string; exceptionsVersion: number },
  keys: ReadonlyMap<StepCode, string>,
): string {
  const parts = [
    pipelineVersion,
    step.code,
    factsVersion,
    step.dependsOnAsOf ? settings.asOf : "",
    step.readsExceptions === true ? String(exceptionsVersion) : "",
    ...step.parameters.map((code) => `${code}=${canonicalJson(settings.values[code])}`),
    ...step.reads.map((code) => keys.get(code)!),
  ];
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 32);
}

/** To be raised whenever the SQL of a step changes what it computes. */
export const pipelineVersion = "3";
