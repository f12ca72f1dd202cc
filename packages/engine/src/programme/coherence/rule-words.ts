import { moneyText, numberText, percentText } from "../../figure-text.ts";
import type { Text } from "../../measures/measure-contract.ts";
import type { FactUnit } from "./facts-contract.ts";
import type { CoherenceRule, RuleNumber, RuleOperator } from "./rule-contract.ts";

/** A number in words: shares in per cent, money in the currency's main unit. */
export function numberWords(value: number, unit: FactUnit | RuleNumber["unit"]): Text {
  if (unit === "ratio") return percentText(value, 1);
  return unit === "cents" ? moneyText(value, null) : numberText(value, 1);
}

export function valueWords(value: number | boolean, unit: FactUnit): Text {
  if (typeof value === "boolean") return value ? { de: "ja", en: "yes" } : { de: "nein", en: "no" };
  return numberWords(value, unit);
}

export const operatorWords: Readonly<Record<RuleOperator, Text>> = {
  lt: { de: "unter", en: "below" },
  le: { de: "höchstens", en: "at most" },
  gt: { de: "über", en: "above" },
  ge: { de: "mindestens", en: "at least" },
  eq: { de: "gleich", en: "equal to" },
  ne: { de: "nicht", en: "not" },
};

/** `{days}` in a text of the rule becomes its number of that name. */
export function withNumbers(text: Text, { numbers }: Pick<CoherenceRule, "numbers">): Text {
  const fill = (language: "de" | "en") =>
    text[language].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const number = numbers[name];
      return number === undefined ? placeholder : numberWords(number.value, number.unit)[language];
    });
  return { de: fill("de"), en: fill("en") };
}
