import type { CostEvent } from "./drivers-contract.ts";
import {
  asLogged,
  type CostActivity,
  type CostRole,
  direct,
  type Horizon,
  horizons,
} from "./model-contract.ts";
import type { CostProblem } from "./problem.ts";
import { problem } from "./problem.ts";
import { parseTimeEquation, type TimeEquation } from "./time-equation.ts";

/** An activity as the calculation needs it. */
export interface CompiledActivity extends CostActivity {
  /** Place in the list, which is its number in SQL. */
  readonly index: number;
  readonly time: TimeEquation;
  /** Index of the role; null for `asLogged` and `direct`. */
  readonly roleIndex: number | null;
  /** Index of the role of an event that names none. */
  readonly fallbackRoleIndex: number;
}

export interface CostModel {
  readonly roles: readonly CostRole[];
  readonly activities: readonly CompiledActivity[];
  readonly horizon: Horizon;
  /** Activities that could not be used; their events cost nothing. */
  readonly problems: readonly CostProblem[];
}

const parameter = "costToServe.activities";

/** The cost model of the parameters; an activity that cannot be computed is left out and named. */
export function costModel(values: Readonly<Record<string, unknown>>): CostModel {
  const roles = values["costToServe.roles"] as readonly CostRole[];
  const listed = values[parameter] as readonly CostActivity[];
  const months = Number(values["costToServe.horizonMonths"]);
  const horizon = horizons.find((candidate) => candidate === months) ?? 12;
  const problems: CostProblem[] = [];
  const activities: CompiledActivity[] = [];
  for (const activity of listed) {
    const parsed = parseTimeEquation(activity.equation, activity.event);
    if (!parsed.ok) {
      problems.push(
        problem("equationInvalid", {
          file: parameter,
          value: activity.equation,
          message: {
            de: `Tätigkeit «${activity.code}»: ${parsed.message.de}`,
            en: `Activity "${activity.code}": ${parsed.message.en}`,
          },
        }),
      );
      continue;
    }
    const named = activity.role === asLogged ? (activity.roleIfNotLogged ?? roles[0]?.code) : activity.role;
    const fallback = roles.findIndex(({ code }) => code === named);
    if (fallback < 0 && activity.role !== direct) {
      problems.push(unknownRoleOf(activity, named ?? "", roles));
      continue;
    }
    activities.push({
      ...activity,
      index: activities.length,
      time: parsed.equation,
      roleIndex: activity.role === asLogged || activity.role === direct ? null : fallback,
      fallbackRoleIndex: fallback,
    });
  }
  return { roles, activities, horizon, problems };
}

function unknownRoleOf(activity: CostActivity, role: string, roles: readonly CostRole[]): CostProblem {
  const known = roles.map(({ code }) => code).join(", ");
  return problem("unknownRole", {
    file: parameter,
    value: role,
    message: {
      de: `Tätigkeit «${activity.code}»: die Rolle «${role}» gibt es nicht; erlaubt sind: ${known}.`,
      en: `Activity "${activity.code}": there is no role "${role}"; allowed are: ${known}.`,
    },
  });
}

export function activitiesOf(model: CostModel, event: CostEvent): CompiledActivity[] {
  return model.activities.filter((activity) => activity.event === event);
}

/** Name of a role without case, accents and punctuation: "Außendienst (Ost)" and "aussendienst ost" are one. */
export function foldRole(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "");
}

/** Index of the role that a file means; null when nobody knows it. */
export function roleFinder(roles: readonly CostRole[]): (name: string) => number | null {
  const known = new Map<string, number>();
  // Earlier roles win a name that two claim; codes and labels win over aliases.
  for (const [index, role] of roles.entries()) {
    for (const name of [role.code, role.label.de, role.label.en]) {
      if (!known.has(foldRole(name))) known.set(foldRole(name), index);
    }
  }
  for (const [index, role] of roles.entries()) {
    for (const name of role.aliases) if (!known.has(foldRole(name))) known.set(foldRole(name), index);
  }
  return (name) => known.get(foldRole(name)) ?? null;
}
