import { parameterSpecs } from "@kleinod/engine/programme/parameters.ts";
import type { Workspace } from "../workspace/open-workspace.ts";

/** One value that a parameter had. */
export interface ParameterVersion {
  /** 0: the shipped value. */
  readonly version: number;
  readonly value: unknown;
  readonly author: string | null;
  readonly reason: string | null;
  /** Instant from which it held (ISO); null for the shipped value. */
  readonly validFrom: string | null;
}

/**
 * Every value that a parameter had, the latest first, the shipped one last. Putting an old one back is setting it anew.
 * @throws Error for a code that is not in the registry
 */
export async function parameterVersions(workspace: Workspace, code: string): Promise<ParameterVersion[]> {
  const spec = parameterSpecs.find((candidate) => candidate.code === code);
  if (spec === undefined) throw new Error(`There is no parameter ${code}.`);
  const records = await workspace.records();
  const rows = await records
    .selectFrom("parameter_version")
    .select(["version", "value", "author", "reason", "valid_from"])
    .where("code", "=", code)
    .orderBy("version", "desc")
    .execute();
  const set = rows.map(
    ({ version, value, author, reason, valid_from }): ParameterVersion => ({
      version,
      value: value.value,
      author,
      reason,
      validFrom: new Date(valid_from).toISOString(),
    }),
  );
  return [...set, { version: 0, value: spec.default, author: null, reason: null, validFrom: null }];
}
