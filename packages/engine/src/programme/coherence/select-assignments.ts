import type { Text } from "../../measures/measure-contract.ts";
import type { ViewedAssignment } from "../segment-view.ts";
import type { RuleContext } from "./rule-context.ts";
import type { AssignmentSelector, RuleLimit } from "./rule-contract.ts";
import { compares, conjunction, disjunction, type Truth } from "./three-valued.ts";

export interface Missing {
  readonly text: Text;
  readonly cure: Text;
}

export interface Selected {
  readonly view: ViewedAssignment;
  /** Null: it depends on a decision that is stated as unknown. */
  readonly truth: true | null;
  readonly missing: readonly Missing[];
}

/** The assignments that are meant, or that may be meant as far as is known. */
export function selectAssignments(
  selectors: AssignmentSelector | readonly AssignmentSelector[],
  context: RuleContext,
): Selected[] {
  const list = "length" in selectors ? selectors : [selectors];
  return context.view.flatMap((view) => {
    const truth = disjunction(list.map((selector) => fits(view, selector, context)));
    if (truth === false) return [];
    const missing = truth === null ? list.flatMap((selector) => unknownParams(view, selector, context)) : [];
    return [{ view, truth, missing }];
  });
}

function fits(view: ViewedAssignment, selector: AssignmentSelector, context: RuleContext): Truth {
  const { option, assignment, params, giveTake } = view;
  if (selector.options?.includes(option.code) === false) return false;
  if (selector.except?.includes(option.code) === true) return false;
  if (selector.giveTake !== undefined && selector.giveTake !== giveTake) return false;
  if (selector.review !== undefined && selector.review !== (assignment.review !== undefined)) return false;
  if (selector.measured !== undefined && selector.measured !== option.measures.length > 0) return false;
  if (selector.effect !== undefined && !option.effects(params).some(({ kind }) => kind === selector.effect))
    return false;
  return conjunction((selector.params ?? []).map((asked) => paramFits(view, asked, context)));
}

type AskedParam = NonNullable<AssignmentSelector["params"]>[number];

function paramFits(view: ViewedAssignment, { name, op, value }: AskedParam, context: RuleContext): Truth {
  const decided = view.params[name];
  if (decided === undefined) return false;
  const limit = limitOf(value, context);
  if (limit === null) return false;
  if (decided === unknownChoice && limit !== unknownChoice) return null;
  return compares(decided, op, limit);
}

/** What a plan says of a fact that nobody knows yet. */
const unknownChoice = "unknown";

function unknownParams(
  { option, params }: ViewedAssignment,
  selector: AssignmentSelector,
  context: RuleContext,
): Missing[] {
  if (selector.options?.includes(option.code) === false) return [];
  return (selector.params ?? []).flatMap(({ name, value }) => {
    if (params[name] !== unknownChoice || limitOf(value, context) === unknownChoice) return [];
    const label = option.params.find((param) => param.name === name)?.label ?? { de: name, en: name };
    return [
      {
        text: { de: `${option.code}: «${label.de}» ist offen`, en: `${option.code}: "${label.en}" is open` },
        cure: {
          de: `Im Plan bei ${option.code} angeben: ${label.de}.`,
          en: `State in the plan at ${option.code}: ${label.en}.`,
        },
      },
    ];
  });
}

/**
 * The value of a limit; null where it stands in an option that the segment does not have.
 * @throws for a number that the rule does not have: rules are checked before.
 */
export function limitOf(limit: RuleLimit, { rule, view }: RuleContext): string | number | boolean | null {
  if (typeof limit !== "object") return limit;
  if ("number" in limit) {
    const number = rule.numbers[limit.number];
    if (number === undefined) throw new Error(`Rule ${rule.code} has no number ${limit.number}.`);
    return number.value;
  }
  const decided = view.find(({ option }) => option.code === limit.option)?.params[limit.param];
  return typeof decided === "object" || decided === undefined ? null : decided;
}
