import type { Text } from "../../measures/measure-contract.ts";
import type { LeverOption } from "../contracts/option-contract.ts";
import { leavesOf } from "./asked-shares.ts";
import type {
  AssignmentSelector,
  CoherenceRule,
  RuleCondition,
  RuleLimit,
  RulesParameter,
} from "./rule-contract.ts";

/** Something in the company's rules that does not exist; the value is then refused as a whole. */
export interface RuleProblem {
  /** `overrides.CR99`, `own.0.condition`. */
  readonly path: readonly (string | number)[];
  readonly message: Text;
}

/** Unknown rules, numbers, options and params, and numbers out of range. Columns of segment conditions: see the data package. */
export function ruleProblems(
  { overrides, own }: Pick<RulesParameter, "overrides" | "own">,
  shipped: readonly CoherenceRule[],
  options: readonly LeverOption[],
): RuleProblem[] {
  const inOverrides = Object.entries(overrides).flatMap(([code, { numbers = {} }]): RuleProblem[] => {
    const rule = shipped.find((candidate) => candidate.code === code);
    const path = ["overrides", code];
    if (rule === undefined) {
      const known = `${shipped[0]?.code}–${shipped.at(-1)?.code}`;
      return [
        problem(
          path,
          `Regel «${code}» gibt es nicht; mitgeliefert sind ${known}`,
          `there is no rule "${code}"; shipped are ${known}`,
        ),
      ];
    }
    return Object.entries(numbers).flatMap(([name, value]) => numberProblem(rule, name, value, path));
  });
  const codes = new Set(shipped.map(({ code }) => code));
  const inOwn = own.flatMap((rule, index): RuleProblem[] => {
    const path = ["own", index];
    const isTaken = codes.has(rule.code);
    codes.add(rule.code);
    const taken = problem(
      [...path, "code"],
      `Den Code «${rule.code}» hat schon eine andere Regel`,
      `another rule has the code "${rule.code}" already`,
    );
    const inCondition = conditionProblems(rule, options).map((message) => ({
      path: [...path, "condition"],
      message,
    }));
    return [...(isTaken ? [taken] : []), ...inCondition];
  });
  return [...inOverrides, ...inOwn];
}

const problem = (path: readonly (string | number)[], de: string, en: string): RuleProblem => ({
  path,
  message: { de, en },
});

function numberProblem(
  { code, numbers }: CoherenceRule,
  name: string,
  value: number,
  path: readonly (string | number)[],
): RuleProblem[] {
  const number = numbers[name];
  const at = [...path, "numbers", name];
  if (number === undefined) {
    const known = Object.keys(numbers).join(", ");
    return [
      problem(
        at,
        `${code} hat keine Zahl «${name}»; es gibt ${known || "keine"}`,
        `${code} has no number "${name}"; there are ${known || "none"}`,
      ),
    ];
  }
  if (value >= number.min && value <= number.max) return [];
  return [
    problem(
      at,
      `${value} liegt nicht zwischen ${number.min} und ${number.max}`,
      `${value} is not between ${number.min} and ${number.max}`,
    ),
  ];
}

/** What a condition names that does not exist. */
export function conditionProblems(
  { condition, numbers }: Pick<CoherenceRule, "condition" | "numbers">,
  options: readonly LeverOption[],
): Text[] {
  const leaves = leavesOf(condition);
  const selectors = leaves.flatMap(selectorsOf);
  return [
    ...selectors.flatMap((selector) => selectorProblems(selector, options)),
    ...[
      ...leaves.flatMap(limitsOf),
      ...selectors.flatMap(({ params = [] }) => params.map(({ value }) => value)),
    ].flatMap((limit) => limitProblems(limit, numbers, options)),
  ];
}

function selectorsOf(leaf: RuleCondition): readonly AssignmentSelector[] {
  const list = (selectors: AssignmentSelector | readonly AssignmentSelector[]) =>
    "length" in selectors ? selectors : [selectors];
  if ("has" in leaf) return list(leaf.has);
  if ("missingBefore" in leaf) return [...list(leaf.missingBefore.each), ...list(leaf.missingBefore.needs)];
  return [];
}

function limitsOf(leaf: RuleCondition): readonly RuleLimit[] {
  if ("fact" in leaf) return [leaf.value];
  if ("segmentShare" in leaf) return [leaf.segmentShare.value];
  if ("missingBefore" in leaf) return [leaf.missingBefore.days];
  return [];
}

function selectorProblems(
  { options: codes = [], except = [], params = [] }: AssignmentSelector,
  options: readonly LeverOption[],
): Text[] {
  const named = [...codes, ...except];
  const unknown = named.filter((code) => !options.some((option) => option.code === code));
  const meant = options.filter(({ code }) => codes.length === 0 || codes.includes(code));
  const withoutParam = params.filter(
    ({ name }) => !meant.some((option) => option.params.some((param) => param.name === name)),
  );
  return [
    ...unknown.map((code) => ({ de: `Option «${code}» gibt es nicht`, en: `there is no option "${code}"` })),
    ...(unknown.length > 0 ? [] : withoutParam).map(({ name }) => ({
      de: `«${name}» ist keine Angabe von ${codes.join(", ") || "irgendeiner Option"}`,
      en: `"${name}" is no parameter of ${codes.join(", ") || "any option"}`,
    })),
  ];
}

function limitProblems(
  limit: RuleLimit,
  numbers: CoherenceRule["numbers"],
  options: readonly LeverOption[],
): Text[] {
  if (typeof limit !== "object") return [];
  if ("number" in limit) {
    if (numbers[limit.number] !== undefined) return [];
    return [
      {
        de: `Die Regel hat keine Zahl «${limit.number}»`,
        en: `the rule has no number "${limit.number}"`,
      },
    ];
  }
  const option = options.find(({ code }) => code === limit.option);
  if (option?.params.some(({ name }) => name === limit.param)) return [];
  return [
    {
      de: `«${limit.param}» ist keine Angabe von ${limit.option}`,
      en: `"${limit.param}" is no parameter of ${limit.option}`,
    },
  ];
}
