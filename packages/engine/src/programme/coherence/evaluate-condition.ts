import type { Text } from "../../measures/measure-contract.ts";
import { joinTexts } from "../../text.ts";
import { segmentShareKey } from "./asked-shares.ts";
import { type FactCode, type FactUnit, type FactValue, factSpecs } from "./facts-contract.ts";
import { liveDay } from "./plain-days.ts";
import type { RuleContext } from "./rule-context.ts";
import type { RuleCondition, RuleOperator } from "./rule-contract.ts";
import { operatorWords, valueWords } from "./rule-words.ts";
import { limitOf, type Missing, type Selected, selectAssignments } from "./select-assignments.ts";
import { conjunction, disjunction, factCompares, negate, type Truth } from "./three-valued.ts";

export interface Figure {
  readonly code: string;
  readonly label: Text;
  readonly unit: FactUnit;
  readonly value: number | boolean | null;
}

/** Whether a condition holds, and why: statements that are true either way round. */
export interface Verdict {
  readonly truth: Truth;
  readonly reasons: readonly Text[];
  readonly options: readonly string[];
  readonly figures: readonly Figure[];
  /** Inputs that would decide it. */
  readonly missing: readonly Missing[];
}

export function evaluateCondition(condition: RuleCondition, context: RuleContext): Verdict {
  if ("all" in condition) return joined(condition.all, conjunction, false, context);
  if ("any" in condition) return joined(condition.any, disjunction, true, context);
  if ("not" in condition) {
    const verdict = evaluateCondition(condition.not, context);
    return { ...verdict, truth: negate(verdict.truth) };
  }
  if ("has" in condition) return hasVerdict(condition.has, context);
  if ("missingBefore" in condition) return missingBeforeVerdict(condition.missingBefore, context);
  if ("fact" in condition) return factVerdict(condition.fact, condition, context);
  const { of, op, value } = condition.segmentShare;
  const known = context.segmentShares.get(segmentShareKey(of));
  if (known === undefined) throw new Error(`Rule ${context.rule.code}: its share of customers was not read.`);
  const asked = { code: "segmentShare", label: shareLabel, unit: "ratio" as const, known };
  return comparedVerdict({ ...asked, cure: shareCure }, { op, value }, context);
}

const shareLabel: Text = {
  de: "Anteil der Kunden, auf die die Bedingungen der Regel zutreffen",
  en: "share of customers who meet the conditions of the rule",
};
const shareCure: Text = {
  de: "Die Daten importieren, nach denen die Bedingungen fragen, und messen.",
  en: "Import the data that the conditions ask for, and measure.",
};

/** Only the parts that decide are reasons: those that are as the whole is. */
function joined(
  conditions: readonly RuleCondition[],
  join: (truths: readonly Truth[]) => Truth,
  deciding: boolean,
  context: RuleContext,
): Verdict {
  const verdicts = conditions.map((condition) => evaluateCondition(condition, context));
  const truth = join(verdicts.map((verdict) => verdict.truth));
  const relevant = truth === deciding ? verdicts.filter((verdict) => verdict.truth === truth) : verdicts;
  const unknown = verdicts.filter((verdict) => verdict.truth === null);
  return {
    truth,
    reasons: relevant.flatMap(({ reasons }) => reasons),
    options: relevant.flatMap(({ options }) => options),
    figures: relevant.flatMap(({ figures }) => figures),
    missing: truth === null ? unknown.flatMap(({ missing }) => missing) : [],
  };
}

const nothing = { figures: [], missing: [] };

function hasVerdict(selectors: Parameters<typeof selectAssignments>[0], context: RuleContext): Verdict {
  const selected = selectAssignments(selectors, context);
  const certain = selected.filter(({ truth }) => truth === true);
  if (certain.length > 0)
    return { truth: true, reasons: certain.map(liveText), options: certain.map(codeOf), ...nothing };
  if (selected.length > 0)
    return {
      truth: null,
      reasons: selected.map(liveText),
      options: selected.map(codeOf),
      figures: [],
      missing: selected.flatMap(({ missing }) => missing),
    };
  return { truth: false, reasons: absent(selectors, context), options: [], ...nothing };
}

const codeOf = ({ view }: Selected) => view.option.code;
const liveText = ({ view: { option, assignment } }: Selected): Text => ({
  de: `${option.code} ${option.name.de} ab ${assignment.from}`,
  en: `${option.code} ${option.name.en} from ${assignment.from}`,
});

/** Names what is not there, or is there and decided otherwise, where the rule names it by code. */
function absent(selectors: Parameters<typeof selectAssignments>[0], { view }: RuleContext): Text[] {
  const list = "length" in selectors ? selectors : [selectors];
  const codes = [...new Set(list.flatMap(({ options = [] }) => options))];
  const isThere = (code: string) => view.some(({ option }) => option.code === code);
  const otherwise = codes.filter(isThere).join(", ");
  const missing = codes.filter((code) => !isThere(code)).join(", ");
  return [
    ...(otherwise === ""
      ? []
      : [{ de: `anders entschieden: ${otherwise}`, en: `decided otherwise: ${otherwise}` }]),
    ...(missing === "" ? [] : [{ de: `nicht im Plan: ${missing}`, en: `not in the plan: ${missing}` }]),
  ];
}

function missingBeforeVerdict(
  asked: Extract<RuleCondition, { missingBefore: unknown }>["missingBefore"],
  context: RuleContext,
): Verdict {
  const needs = selectAssignments(asked.needs, context);
  const days = Number(limitOf(asked.days, context));
  const judged = selectAssignments(asked.each, context).map((each) => {
    const latest = liveDay(each.view.assignment.from, -days);
    const inTime = needs.filter(({ view }) => view.assignment.from <= latest);
    const isCovered = disjunction(inTime.map(({ truth }) => truth));
    return { each, inTime, truth: conjunction([each.truth, negate(isCovered)]) };
  });
  const truth = disjunction(judged.map((one) => one.truth));
  const decisive = judged.filter((one) => one.truth === truth);
  const late = truth === false ? [] : needs;
  return {
    truth,
    reasons: [...decisive.map(({ each }) => each), ...late].map(liveText),
    options: [...decisive.map(({ each }) => each), ...late].map(codeOf),
    figures: [],
    missing:
      truth === null
        ? decisive.flatMap(({ each, inTime }) => [
            ...each.missing,
            ...inTime.flatMap(({ missing }) => missing),
          ])
        : [],
  };
}

type Comparison = Pick<Extract<RuleCondition, { fact: unknown }>, "op" | "value">;

function factVerdict(code: FactCode, comparison: Comparison, context: RuleContext): Verdict {
  return comparedVerdict({ code, ...factSpecs[code], known: context.facts[code] }, comparison, context);
}

interface AskedFigure {
  readonly code: string;
  readonly label: Text;
  readonly unit: FactUnit;
  readonly cure: Text;
  readonly known: FactValue;
}

function comparedVerdict(
  { code, label, unit, cure, known }: AskedFigure,
  { op, value }: Comparison,
  context: RuleContext,
): Verdict {
  const limit = limitOf(value, context);
  const truth = limit === null ? false : factCompares(known, op, limit);
  const figures = [{ code, label, unit, value: known.value }];
  if (truth === null) {
    const why = known.note ?? { de: "ein Teil ist unbekannt", en: "a part is unknown" };
    const text = { de: `${label.de}: ${why.de}`, en: `${label.en}: ${why.en}` };
    return { truth, reasons: [text], options: [], figures, missing: [{ text, cure }] };
  }
  return { truth, reasons: [figureText(label, unit, known, op, limit)], options: [], figures, missing: [] };
}

function figureText(
  label: Text,
  unit: FactUnit,
  { value, note }: FactValue,
  op: RuleOperator,
  limit: string | number | boolean | null,
): Text {
  if (value === null) return label;
  const shown = valueWords(value, unit);
  const isNumber = typeof limit === "number";
  const asked = isNumber ? valueWords(limit, unit) : null;
  const words = (language: "de" | "en") => {
    const rest = [
      ...(asked === null
        ? []
        : [`${language === "de" ? "gefragt" : "asked"}: ${operatorWords[op][language]} ${asked[language]}`]),
      ...(note === null ? [] : [note[language]]),
    ];
    return `${label[language]}: ${shown[language]}${rest.length === 0 ? "" : ` (${rest.join("; ")})`}`;
  };
  return { de: words("de"), en: words("en") };
}

/** All reasons as one sentence each, without repeats. */
export function reasonText(reasons: readonly Text[]): Text {
  const seen = new Set<string>();
  return joinTexts(
    reasons.filter(({ de }) => !seen.has(de) && seen.add(de)),
    "; ",
  );
}
