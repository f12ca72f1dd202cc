import type { LeverOption, OptionAssumption } from "../contracts/option-contract.ts";
import { allSmall, type LeverPlan, type PlanAssignment } from "../contracts/plan-contract.ts";
import { leverOption, leverOptions } from "../lever-options.ts";
import { checkParam } from "./check-param.ts";
import { openDecisions } from "./complete-plan.ts";
import { issue } from "./plan-issue.ts";
import type { PlanIssue } from "./plans-contract.ts";

export interface PlanSurroundings {
  /** Codes of the active segments; null: not known here, so segments are not checked. */
  readonly segments: readonly string[] | null;
  /** Day of the snapshot; null: not known. */
  readonly asOf: string | null;
}

export interface CheckedParams {
  /** Each refuses the plan. */
  readonly refusals: readonly PlanIssue[];
  /** Allowed, but worth knowing. */
  readonly notes: readonly PlanIssue[];
}

const assumptions: ReadonlyMap<string, OptionAssumption> = new Map(
  leverOptions.flatMap((option) => option.assumptions).map((assumption) => [assumption.key, assumption]),
);

/** Does the plan say only what options, segments and ranges allow? All problems at once, in the order of the file. */
export function checkParams(plan: LeverPlan, { segments, asOf }: PlanSurroundings): CheckedParams {
  const refusals = [
    ...plan.assignments.flatMap((assignment, index) => [
      ...checkOption(assignment, index),
      ...checkSegment(assignment, index, segments),
      ...checkDays(assignment, index),
    ]),
    ...checkDuplicates(plan.assignments),
    ...checkAssumptions(plan),
  ];
  return {
    refusals,
    notes: [...openDecisions(plan), ...(asOf === null ? [] : notesOnDays(plan.assignments, asOf))],
  };
}

function checkOption({ option: code, params }: PlanAssignment, index: number): PlanIssue[] {
  const place = `assignments[${index}]`;
  const option = leverOption(code);
  if (option === undefined) {
    const known = leverOptions.map((one) => one.code).join(", ");
    return [
      issue("unknownOption", `${place}.option`, [
        `Es gibt keine Option «${code}». Bekannt sind: ${known}.`,
        `There is no option "${code}". Known are: ${known}.`,
      ]),
    ];
  }
  return [
    ...unknownParams(option, params, place),
    ...option.params.flatMap((param) => {
      const value = params[param.name];
      return value === undefined ? [] : checkParam(param, value, `${place}.params.${param.name}`);
    }),
  ];
}

function unknownParams(option: LeverOption, params: PlanAssignment["params"], place: string): PlanIssue[] {
  const names = option.params.map(({ name }) => name);
  return Object.keys(params)
    .filter((name) => !names.includes(name))
    .map((name) =>
      issue("unknownParam", `${place}.params.${name}`, [
        `${option.code} hat keinen Parameter «${name}». Bekannt sind: ${names.join(", ")}.`,
        `${option.code} has no parameter "${name}". Known are: ${names.join(", ")}.`,
      ]),
    );
}

function checkSegment(
  { segment }: PlanAssignment,
  index: number,
  segments: readonly string[] | null,
): PlanIssue[] {
  if (segments === null || segment === allSmall || segments.includes(segment)) return [];
  const known = [allSmall, ...segments].join(", ");
  return [
    issue("unknownSegment", `assignments[${index}].segment`, [
      `Das Segment «${segment}» gibt es nicht oder nicht mehr als aktives. Möglich sind: ${known}.`,
      `The segment "${segment}" does not exist, or is active no longer. Possible are: ${known}.`,
    ]),
  ];
}

function checkDays({ from, review }: PlanAssignment, index: number): PlanIssue[] {
  const place = `assignments[${index}]`;
  const wrong = Object.entries({ from, review }).flatMap(([name, day]) =>
    day === undefined || isCalendarDay(day)
      ? []
      : [
          issue("dayInvalid", `${place}.${name}`, [
            `${name} ist «${day}»; diesen Tag gibt es nicht.`,
            `${name} is "${day}"; there is no such day.`,
          ]),
        ],
  );
  if (wrong.length > 0 || review === undefined || review >= from) return wrong;
  return [
    issue("reviewBeforeStart", `${place}.review`, [
      `Überprüft wird am ${review}, begonnen erst am ${from}; die Überprüfung muss später sein.`,
      `It is reviewed on ${review} but begins on ${from}; the review has to be later.`,
    ]),
  ];
}

function isCalendarDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** The same option twice for a segment says two things at once. */
function checkDuplicates(assignments: readonly PlanAssignment[]): PlanIssue[] {
  return assignments.flatMap(({ option, segment }, index) => {
    const first = assignments.findIndex((one) => one.option === option && one.segment === segment);
    if (first === index) return [];
    return [
      issue("contradictoryChoice", `assignments[${index}]`, [
        `${option} steht für das Segment «${segment}» schon in assignments[${first}]; nur eine Festlegung kann gelten.`,
        `${option} stands for the segment "${segment}" in assignments[${first}] already; only one choice can hold.`,
      ]),
    ];
  });
}

function checkAssumptions(plan: LeverPlan): PlanIssue[] {
  return Object.entries(plan.assumptions ?? {}).flatMap(([key, { low, high }]) => {
    const place = `assumptions["${key}"]`;
    const known = assumptions.get(key);
    if (known === undefined) {
      const usable = plan.assignments.flatMap(({ option }) => leverOption(option)?.assumptions ?? []);
      const keys = [...new Set(usable.map((one) => one.key))].join(", ");
      return [
        issue("unknownAssumption", place, [
          `Es gibt keine Annahme «${key}». Die Optionen dieses Plans haben: ${keys || "keine"}.`,
          `There is no assumption "${key}". The options of this plan have: ${keys || "none"}.`,
        ]),
      ];
    }
    if (low >= known.min && high <= known.max) return [];
    return [
      issue("assumptionOutOfRange", place, [
        `«${known.label.de}» ist ${low} bis ${high}; erlaubt ist ${known.min} bis ${known.max}.`,
        `"${known.label.en}" is ${low} to ${high}; allowed is ${known.min} to ${known.max}.`,
      ]),
    ];
  });
}

function notesOnDays(assignments: readonly PlanAssignment[], asOf: string): PlanIssue[] {
  return assignments.flatMap(({ option, from }, index) =>
    from >= asOf
      ? []
      : [
          issue("startsBeforeData", `assignments[${index}].from`, [
            `${option} beginnt am ${from}, vor dem Stand der Daten (${asOf}); was seither geschah, steckt schon in den Daten.`,
            `${option} begins on ${from}, before the day of the data (${asOf}); what happened since is in the data already.`,
          ]),
        ],
  );
}
