import type { DuckDBConnection } from "@duckdb/node-api";
import { rhythmStates, sizeClasses } from "@kleinod/engine/measures/contracts/customer-states.ts";
import { parameterSpecs } from "@kleinod/engine/programme/parameters.ts";
import { all, one } from "../duckdb/connect.ts";
import { transaction } from "../duckdb/transaction.ts";
import { Cancelled, type RunContext } from "../import/progress.ts";
import { runPipeline } from "../measures/run-pipeline.ts";
import { measure, pipelineOptions } from "../workspace/measure.ts";
import { mirrorRates, writeSetting } from "../workspace/mirror-parameters.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import type { Refused } from "../workspace/refused.ts";
import { currentKey, snapshotTableOf } from "../workspace/snapshots.ts";
import { checkValue } from "./parameters.ts";
import { affectsMeasures, readParameters } from "./read-parameters.ts";

/** What a value would change, before anybody sets it. */
export interface ParameterDiff {
  readonly ok: true;
  /** Customers of whom at least one figure or class would be another one. */
  readonly affected: number;
  /** What serving all customers costs, now and with the value. */
  readonly cost: { readonly before: CostConsequence; readonly after: CostConsequence };
  /** Customers per size class and rhythm state now. */
  readonly before: Readonly<Record<string, number>>;
  readonly after: Readonly<Record<string, number>>;
  readonly sizeClassChanges: {
    readonly total: number;
    /** At most 50, those who buy most first. */
    readonly sample: readonly {
      readonly customer: string;
      readonly before: string;
      readonly after: string;
    }[];
  };
}

/** Of the whole base; negative are small customers whose contribution at that cost is below zero. */
export interface CostConsequence {
  readonly fullCents: number;
  readonly avoidableCents: number;
  readonly negativeFull: number;
  readonly negativeAvoidable: number;
}

const previewTable = "snapshot_preview";

/** Figures whose change counts a customer as affected. */
const compared = [
  "size_class",
  "rhythm_state",
  "sales_last12_cents",
  "contribution1_last12_cents",
  "expected_sales12_cents",
  "at_stake_cents",
  "cost_full_cents",
  "cost_avoidable_cents",
  "servable_contribution_cents",
  "lifetime_net_cents",
  "responsible",
  "service_category",
];

/**
 * Runs the steps that depend on the parameter with the new value, compares the customer tables and keeps nothing.
 * @throws Cancelled when the run was cancelled.
 */
export async function diffParameter(
  workspace: Workspace,
  code: string,
  value: unknown,
  run: RunContext = {},
): Promise<ParameterDiff | Refused> {
  const measured = await measure(workspace, {}, run);
  if (!measured.ok) return measured;
  const checked = checkValue(code, value, await workspace.read(readParameters));
  if (!checked.ok) return checked;
  return workspace.write(async (connection) => {
    const key = await currentKey(connection, measured.asOf);
    const spec = parameterSpecs.find((candidate) => candidate.code === code);
    const table = snapshotTableOf(key);
    // Nothing is computed from it: the table compared with itself says so.
    if (spec === undefined || !affectsMeasures(spec)) return compare(connection, table, table);
    const options = await pipelineOptions(connection, key, run);
    const parameters = [
      ...options.parameters.filter((parameter) => parameter.code !== code),
      { code, value: checked.value },
    ];
    let diff: ParameterDiff | undefined;
    try {
      await runPipeline(connection, { ...options, parameters, snapshotTable: previewTable }, (steps) =>
        transaction(
          connection,
          async () => {
            await enter(connection, code, checked.value);
            const result = await steps();
            diff = await compare(connection, table, previewTable);
            return result;
          },
          () => false,
        ),
      );
    } catch (error) {
      if (run.signal?.aborted) throw new Cancelled();
      throw error;
    }
    if (diff === undefined) throw new Error(`The consequences of ${code} were not compared.`);
    return diff;
  });
}

/** Amounts are converted by the facts, which read currency and rates from their own tables. */
async function enter(connection: DuckDBConnection, code: string, value: unknown): Promise<void> {
  await writeSetting(connection, {
    code,
    value,
    version: 0,
    author: "preview",
    reason: null,
    validFrom: null,
  });
  await mirrorRates(connection);
}

async function compare(connection: DuckDBConnection, before: string, after: string): Promise<ParameterDiff> {
  const joined = `${before} b FULL JOIN ${after} a ON a.customer_id = b.customer_id`;
  const differs = compared.map((column) => `b.${column} IS DISTINCT FROM a.${column}`).join(" OR ");
  const { affected, size_changes } = await one<{ affected: number; size_changes: number }>(
    connection,
    `SELECT count(*) FILTER (${differs}) AS affected,
      count(*) FILTER (b.size_class IS DISTINCT FROM a.size_class) AS size_changes FROM ${joined}`,
  );
  const sample = await all<{ customer: string; before: string; after: string }>(
    connection,
    `SELECT a.name AS customer, b.size_class AS before, a.size_class AS after FROM ${joined}
    WHERE b.size_class <> a.size_class
    ORDER BY a.sales_last12_cents DESC NULLS LAST, a.customer_id LIMIT 50`,
  );
  return {
    ok: true,
    affected,
    cost: { before: await costOf(connection, before), after: await costOf(connection, after) },
    before: await classCounts(connection, before),
    after: await classCounts(connection, after),
    sizeClassChanges: { total: size_changes, sample },
  };
}

function classCounts(connection: DuckDBConnection, table: string): Promise<Record<string, number>> {
  const counts = [
    ...sizeClasses.map((code) => `count(*) FILTER (size_class = '${code}') AS "${code}"`),
    ...rhythmStates.map((code) => `count(*) FILTER (rhythm_state = '${code}') AS "${code}"`),
  ];
  return one<Record<string, number>>(connection, `SELECT ${counts.join(", ")} FROM ${table}`);
}

function costOf(connection: DuckDBConnection, table: string): Promise<CostConsequence> {
  const negative = (column: string) => `count(*) FILTER (size_class = 'small' AND ${column} < 0)`;
  return one<CostConsequence>(
    connection,
    `SELECT CAST(coalesce(sum(cost_full_cents), 0) AS BIGINT) AS "fullCents",
      CAST(coalesce(sum(cost_avoidable_cents), 0) AS BIGINT) AS "avoidableCents",
      ${negative("contribution3_cents")} AS "negativeFull",
      ${negative("contribution_avoidable_cents")} AS "negativeAvoidable" FROM ${table}`,
  );
}
