import type { DuckDBConnection } from "@duckdb/node-api";
import type { CostEvent } from "@kleinod/engine/measures/cost-to-serve/drivers-contract.ts";
import {
  activitiesOf,
  type CostModel,
  costModel,
  roleFinder,
} from "@kleinod/engine/measures/cost-to-serve/model.ts";
import { milliminutesSql } from "@kleinod/engine/measures/cost-to-serve/time-equation.ts";
import { monthsBefore } from "@kleinod/engine/measures/period.ts";
import type { MeasureSettings } from "@kleinod/engine/measures/settings-contract.ts";
import { text } from "@kleinod/engine/measures/sql-text.ts";
import { type LeakInput, leakSql } from "@kleinod/engine/segments/leak/sql.ts";
import type { ServicePromise } from "@kleinod/engine/segments/promises/promise-contract.ts";
import { all, runEach } from "../duckdb/connect.ts";
import type { StepContext } from "../measures/steps.ts";

/** Where the drivers of a time equation stand in the relations of events; the others take their usual value. */
const driverColumns: Readonly<Record<string, string>> = {
  lines: "e.lines",
  transfers: "e.transfers",
  reopenings: "e.reopenings",
  expedited: "CAST(e.is_expedited AS INTEGER)",
};
const driversOfEvent: Readonly<Partial<Record<CostEvent, readonly string[]>>> = {
  order: ["lines", "expedited"],
  case: ["transfers", "reopenings"],
};

/** Computes `m_leak` and `m_attention`. */
export async function computeLeak({ connection, settings }: StepContext): Promise<Record<string, unknown>> {
  await runEach(connection, leakSql(leakInput(settings, await roleNames(connection, settings))));
  return {};
}

/** As roles are written in activities and cases of the window; a few words. */
async function roleNames(connection: DuckDBConnection, { asOf }: MeasureSettings): Promise<string[]> {
  const from = monthsBefore(asOf, 12);
  const rows = await all<{ role: string }>(
    connection,
    `SELECT DISTINCT role FROM (
      SELECT role FROM activity_current WHERE activity_date > DATE ${text(from)} AND activity_date <= DATE ${text(asOf)}
      UNION ALL
      SELECT role FROM service_case_current WHERE case_date > DATE ${text(from)} AND case_date <= DATE ${text(asOf)}
    ) WHERE role IS NOT NULL ORDER BY role`,
  );
  return rows.map(({ role }) => role);
}

export function leakInput(settings: MeasureSettings, names: readonly string[]): LeakInput {
  const { values, asOf } = settings;
  const model = costModel(values);
  const find = roleFinder(model.roles);
  const codeOf = (name: string) => {
    const index = find(name);
    return index === null ? null : (model.roles[index]?.code ?? null);
  };
  const named = names.flatMap((name) => {
    const role = codeOf(name);
    return role === null ? [] : [{ name, role }];
  });
  const people = Object.entries(values["people.roles"] as Record<string, string>).flatMap(
    ([person, said]) => {
      const role = codeOf(said);
      return role === null ? [] : [{ person, role }];
    },
  );
  const promises = values.promises as readonly ServicePromise[];
  return {
    from: monthsBefore(asOf, 12),
    asOf,
    specialists: model.roles.filter(({ isSpecialist }) => isSpecialist).map(({ code }) => code),
    names: named,
    people,
    activity: usualOf(model, "activity"),
    serviceCase: usualOf(model, "case"),
    order: usualOf(model, "order"),
    legitimateReasons: values["leak.legitimateReasons"] as readonly string[],
    promised: promises.flatMap(({ code, specialistRoles }) =>
      specialistRoles.map((role) => ({ category: code, role })),
    ),
    attentionRoles: values["attention.roles"] as readonly string[],
  };
}

/** Minutes and role of an event that nobody logged: of the first activity of the cost model that fits it. */
function usualOf(model: CostModel, event: CostEvent): { readonly milli: string; readonly role: string } {
  const known = driversOfEvent[event] ?? [];
  const branches = activitiesOf(model, event).map((activity) => {
    const { channel, activityType } = activity.when ?? {};
    const parts = [
      channel === undefined ? "" : `e.channel = ${text(channel)}`,
      activityType === undefined
        ? ""
        : event === "activity"
          ? `e.activity_type = ${text(activityType)}`
          : "false",
    ].filter(Boolean);
    const fits = parts.join(" AND ") || "true";
    const milli = milliminutesSql(activity.time, ({ code }) =>
      known.includes(code) ? (driverColumns[code] ?? "NULL") : "NULL",
    );
    const role = model.roles[activity.roleIndex ?? activity.fallbackRoleIndex]?.code;
    return {
      milli: `WHEN ${fits} THEN ${milli}`,
      role: `WHEN ${fits} THEN ${role === undefined ? "NULL" : text(role)}`,
    };
  });
  if (branches.length === 0) return { milli: "CAST(0 AS BIGINT)", role: "CAST(NULL AS VARCHAR)" };
  return {
    milli: `CASE ${branches.map(({ milli }) => milli).join(" ")} ELSE 0 END`,
    role: `CASE ${branches.map(({ role }) => role).join(" ")} END`,
  };
}
