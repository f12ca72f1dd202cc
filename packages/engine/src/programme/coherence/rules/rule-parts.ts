import type { Text } from "../../../measures/measure-contract.ts";
import type { RuleKind } from "../../contracts/finding-contract.ts";
import type { AssignmentSelector, CoherenceRule, RuleCondition, RuleNumber } from "../rule-contract.ts";

/** German, then English. */
export type Both = readonly [de: string, en: string];

interface RuleParts {
  readonly code: string;
  readonly kind: RuleKind;
  readonly severity?: CoherenceRule["severity"];
  readonly condition: RuleCondition;
  readonly numbers?: Readonly<Record<string, RuleNumber>>;
  readonly sentence: Both;
  readonly cure?: Both;
  readonly source: Both;
}

const text = ([de, en]: Both): Text => ({ de, en });

/** A shipped rule: version 1, a warning unless it says otherwise. */
export function rule({
  sentence,
  cure,
  severity = "warn",
  numbers = {},
  source,
  ...parts
}: RuleParts): CoherenceRule {
  return {
    ...parts,
    version: 1,
    severity,
    numbers,
    sentence: text(sentence),
    cure: cure === undefined ? null : text(cure),
    source: text(source),
  };
}

/** One of the ten statements of Belz & Schmitz, Kleinkundenmanagement, vertriebszeitung.de, 1 March 2013. */
export const belzSchmitz = (statement: number): Both => [
  `Belz & Schmitz 2013, Aussage ${statement}`,
  `Belz & Schmitz 2013, statement ${statement}`,
];

export const ownInference: Both = ["Eigener Schluss", "Own inference"];

/** The segment has one of these options. */
export const has = (...options: string[]): RuleCondition => ({ has: { options } });

/** The segment has the option with a param decided so. */
export const decided = (
  option: string,
  name: string,
  op: NonNullable<AssignmentSelector["params"]>[number]["op"],
  value: NonNullable<AssignmentSelector["params"]>[number]["value"],
): RuleCondition => ({ has: { options: [option], params: [{ name, op, value }] } });

export const threshold = (
  value: number,
  unit: RuleNumber["unit"],
  [min, max]: readonly [number, number],
  label: Both,
): RuleNumber => ({ value, unit, min, max, label: text(label) });

/** A web shop in which an order takes the customer at most so many minutes. */
export const lightPath: AssignmentSelector = {
  options: ["L5a"],
  params: [{ name: "targetMinutesPerOrder", op: "le", value: { number: "minutes" } }],
};

export const lightPathMinutes = threshold(
  3,
  "minutes",
  [0.5, 30],
  ["Minuten des Kunden je Bestellung höchstens", "The customer's minutes per order at most"],
);
