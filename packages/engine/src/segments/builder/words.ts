import { operatorSpecs } from "./operators-contract.ts";
import { isResolvedGroup, type Operand, type ResolvedCondition, type ResolvedGroup } from "./resolve.ts";

interface Text {
  readonly de: string;
  readonly en: string;
}

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
  if (type === "cents") return grouped(value / 100, language);
  if (type === "ratio") return `${Number((value * 100).toFixed(2))} %`;
  return grouped(value, language);
}

/** Thousands by an apostrophe in German (Swiss), by a comma in English. */
function grouped(value: number, language: "de" | "en"): string {
  const [whole = "0", fraction] = String(Number(value.toFixed(2))).split(".");
  const separator = language === "de" ? "’" : ",";
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, separator);
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
