import { numberText, percentText } from "../../figure-text.ts";
import type { Text } from "../../text.ts";
import { operatorSpecs } from "./operators-contract.ts";
import { isResolvedGroup, type Operand, type ResolvedCondition, type ResolvedGroup } from "./resolve.ts";

/** A condition in words: "Umsatz 12 Monate ab 1000.00". Money in the currency's main unit, shares in per cent. */
export function conditionWords(condition: ResolvedCondition): Text {
  return { de: inLanguage(condition, "de"), en: inLanguage(condition, "en") };
}

/** A whole definition: conditions joined by and/or, groups in brackets. */
export function definitionWords(group: ResolvedGroup): Text {
  const join = (language: "de" | "en"): string => {
    const words = { all: { de: " und ", en: " and " }, any: { de: " oder ", en: " or " } }[group.match][
      language
    ];
    return group.conditions
      .map((item) =>
        isResolvedGroup(item) ? `(${definitionWords(item)[language]})` : conditionWords(item)[language],
      )
      .join(words);
  };
  return { de: join("de"), en: join("en") };
}

function inLanguage({ column, op, operands }: ResolvedCondition, language: "de" | "en"): string {
  const label = column.label[language];
  const values = operands.map((value) => valueWords(value, column.type, language));
  const and = language === "de" ? " und " : " and ";
  switch (op) {
    case "withinDays":
      return language === "de"
        ? `${label} in den letzten ${values[0]} Tagen`
        : `${label} within the last ${values[0]} days`;
    case "beforeDays":
      return language === "de"
        ? `${label} länger als ${values[0]} Tage her`
        : `${label} longer than ${values[0]} days ago`;
    case "between":
      return `${label} ${operatorSpecs[op].label[language]} ${values.join(and)}`;
    default:
      return `${label} ${operatorSpecs[op].label[language]} ${values.join(", ")}`.trimEnd();
  }
}

function valueWords(
  value: Operand,
  type: ResolvedCondition["column"]["type"],
  language: "de" | "en",
): string {
  if (typeof value === "boolean") {
    return { de: value ? "ja" : "nein", en: value ? "yes" : "no" }[language];
  }
  if (typeof value === "string") return value;
  if (type === "ratio") return percentText(value, 2)[language];
  return numberText(type === "cents" ? value / 100 : value, 2)[language];
}
