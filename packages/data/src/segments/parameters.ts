import { parameterSpecs } from "@kleinod/engine/programme/parameters.ts";
import { allowedInside, allowedValues } from "@kleinod/engine/segments/allowed-values.ts";
import type { ParameterSpec } from "@kleinod/engine/segments/contracts/parameter-spec.ts";
import type { ParameterValue } from "@kleinod/engine/segments/parameters.ts";
import { audit } from "../postgres/audit.ts";
import type { Records } from "../postgres/connect.ts";
import { checkRuleColumns } from "../programme/coherence/rules-in-force.ts";
import { changeMirrored, mirrorReady } from "../workspace/mirror.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { type Refused, refused } from "../workspace/refused.ts";
import { readParameters } from "./read-parameters.ts";
import { checkResponsibilityFilters } from "./responsibility-filters.ts";

/** A parameter as people see it: its value with author and reason, and what it means. */
export type Parameter = ParameterValue &
  Pick<ParameterSpec, "label" | "description" | "unit" | "default" | "affects">;

export interface ChangeOfParameter {
  readonly author: string;
  readonly reason?: string | null | undefined;
}

/** Every parameter in the order of the registry; reads the fact store alone. */
export async function listParameters(workspace: Workspace): Promise<Parameter[]> {
  await mirrorReady(workspace);
  const values = await workspace.read(readParameters);
  return values.map((value) => {
    const { label, description, unit, default: usual, affects } = specOf(value.code);
    return { ...value, label, description, unit, default: usual, affects };
  });
}

/**
 * Sets a value as a new version; older ones stay, and going back to the default is a version too. Measures that depend
 * on it are not valid any more until `measure` ran.
 */
export async function setParameter(
  workspace: Workspace,
  code: string,
  value: unknown,
  { author, reason = null }: ChangeOfParameter,
): Promise<{ readonly ok: true; readonly parameter: Parameter } | Refused> {
  await mirrorReady(workspace);
  const checked = checkValue(code, value, await workspace.read(readParameters));
  if (!checked.ok) return checked;
  const records = await workspace.records();
  await workspace.write((connection) =>
    changeMirrored(connection, records, "parameters", () =>
      appendVersion(records, { code, value: checked.value, author, reason }),
    ),
  );
  const parameter = (await listParameters(workspace)).find((candidate) => candidate.code === code);
  if (parameter === undefined) throw new Error(`Parameter ${code} was set but is not listed.`);
  return { ok: true, parameter };
}

async function appendVersion(
  records: Records,
  { code, value, author, reason }: { code: string; value: unknown; author: string; reason: string | null },
): Promise<void> {
  await records.transaction().execute(async (tx) => {
    const last = await tx
      .selectFrom("parameter_version")
      .select(["version", "value"])
      .where("code", "=", code)
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirst();
    const version = (last?.version ?? 0) + 1;
    await tx
      .insertInto("parameter_version")
      .values({ code, version, value: JSON.stringify({ value }), author, reason })
      .execute();
    const before = last === undefined ? specOf(code).default : last.value.value;
    await audit(tx, {
      author,
      action: "setParameter",
      subject: code,
      detail: { version, before, after: value, reason },
    });
  });
}

function specOf(code: string): ParameterSpec {
  const spec = parameterSpecs.find((candidate) => candidate.code === code);
  if (spec === undefined) throw new Error(`Parameter ${code} is not in the registry.`);
  return spec;
}

/** The value in the type of the parameter, or why it is refused: name, value and what is allowed. */
export function checkValue(
  code: string,
  value: unknown,
  current: readonly Pick<ParameterValue, "code" | "value">[],
): { readonly ok: true; readonly value: unknown } | Refused {
  const spec = parameterSpecs.find((candidate) => candidate.code === code);
  if (spec === undefined) {
    const known = parameterSpecs.map((candidate) => candidate.code).join(", ");
    return refused(
      "unknownParameter",
      `Es gibt keinen Parameter «${code}». Bekannt sind: ${known}.`,
      `There is no parameter "${code}". Known are: ${known}.`,
    );
  }
  const parsed = spec.schema.safeParse(value);
  if (!parsed.success) {
    const inside = refusedInside(spec, value, parsed.error.issues[0]);
    if (inside !== null) return inside;
    const allowed = allowedValues(spec.schema);
    return notAllowed(code, value, allowed.de, allowed.en);
  }
  return (
    checkOrder(code, parsed.data, current) ??
    checkResponsibilityFilters(code, parsed.data) ??
    checkRuleColumns(code, parsed.data) ?? { ok: true, value: parsed.data }
  );
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** A rule of the value itself brings its sentence in both languages. */
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/** A list or structure with one wrong part: the place of the part and what is wrong with it, not the whole value. */
function refusedInside(
  { code, schema }: ParameterSpec,
  value: unknown,
  issue: Issue | undefined,
): Refused | null {
  if (issue === undefined || issue.path.length === 0) return null;
  const { path, message, params } = issue;
  const place = `${code}${path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("")}`;
  if (params !== undefined || typeof path[0] === "number") {
    const { de, en } = { de: message, en: message, ...params };
    return refused("valueNotAllowed", `${place}: ${String(de)}`, `${place}: ${String(en)}`);
  }
  const allowed = allowedInside(schema, path);
  return allowed === null ? null : notAllowed(place, valueAt(value, path), allowed.de, allowed.en);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, name) =>
      typeof part === "object" && part !== null ? (part as Record<PropertyKey, unknown>)[name] : undefined,
    value,
  );
}

/** A customer slows down before becoming dormant. */
function checkOrder(
  code: string,
  value: unknown,
  current: readonly Pick<ParameterValue, "code" | "value">[],
): Refused | null {
  const other = (name: string) => Number(current.find((candidate) => candidate.code === name)?.value);
  if (code === "rhythm.slowingQuantile" && Number(value) >= other("rhythm.dormantQuantile")) {
    const limit = other("rhythm.dormantQuantile");
    return notAllowed(
      code,
      value,
      `ein Wert unter rhythm.dormantQuantile (${limit})`,
      `a value below rhythm.dormantQuantile (${limit})`,
    );
  }
  if (code === "rhythm.dormantQuantile" && Number(value) <= other("rhythm.slowingQuantile")) {
    const limit = other("rhythm.slowingQuantile");
    return notAllowed(
      code,
      value,
      `ein Wert über rhythm.slowingQuantile (${limit})`,
      `a value above rhythm.slowingQuantile (${limit})`,
    );
  }
  return null;
}

function notAllowed(code: string, value: unknown, de: string, en: string): Refused {
  const shown = JSON.stringify(value) ?? "nichts";
  return refused(
    "valueNotAllowed",
    `${code} kann nicht ${shown} sein; erlaubt ist ${de}.`,
    `${code} cannot be ${JSON.stringify(value) ?? "missing"}; allowed is ${en}.`,
  );
}
