import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import { parameterSpecs } from "@kleinod/engine/programme/parameters.ts";
import type { ParameterSpec } from "@kleinod/engine/segments/contracts/parameter-spec.ts";
import type { ParameterValue } from "@kleinod/engine/segments/parameters.ts";
import { canonicalJson } from "../measures/canonical-json.ts";
import { pipelineVersion } from "../measures/run-pipeline.ts";
import { readSettings } from "../workspace/mirror-parameters.ts";

/** Every parameter with the value that holds, read from the fact store alone. */
export async function readParameters(connection: DuckDBConnection): Promise<ParameterValue[]> {
  const settings = new Map((await readSettings(connection)).map((row) => [row.code, row]));
  return parameterSpecs.map((spec) => {
    const set = settings.get(spec.code);
    const value = set === undefined ? spec.default : set.value;
    const isDefault = canonicalJson(value) === canonicalJson(spec.default);
    return {
      code: spec.code,
      value,
      version: set?.version ?? 0,
      isDefault,
      isAssumption: spec.isAssumption && isDefault,
      author: set?.author ?? null,
      reason: set?.reason ?? null,
      validFrom: set?.validFrom ?? null,
    };
  });
}

/** The parameters on which a measure or the size class depends. */
export async function measureParameters(connection: DuckDBConnection): Promise<ParameterValue[]> {
  const codes = new Set(parameterSpecs.filter(affectsMeasures).map(({ code }) => code));
  return (await readParameters(connection)).filter(({ code }) => codes.has(code));
}

export const affectsMeasures = (spec: ParameterSpec) => spec.affects.length > 0;

/** Same values and same formulas, same hash: going back to a value goes back to its snapshots. */
export function parametersHash(parameters: readonly Pick<ParameterValue, "code" | "value">[]): string {
  const lines = parameters.map(({ code, value }) => `${code}=${canonicalJson(value)}`).sort();
  return createHash("sha256")
    .update([pipelineVersion, ...lines].join("\n"))
    .digest("hex")
    .slice(0, 16);
}
