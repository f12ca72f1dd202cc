import { exactMoneyText, numberText, percentText } from "../../figure-text.ts";
import { sameText, type Text } from "../../text.ts";
import type { OptionParam, ParamValue } from "../contracts/option-contract.ts";

/** The value of a decision as people read it: money in francs without a currency, shares in percent, labels of choices. */
export function valueWords(param: OptionParam | undefined, value: ParamValue): Text {
  if (typeof value === "boolean") return value ? { de: "ja", en: "yes" } : { de: "nein", en: "no" };
  if (typeof value === "object") {
    const labels = value.map((code) => labelOf(param, code));
    if (labels.length === 0) return { de: "keine", en: "none" };
    return { de: labels.map(({ de }) => de).join(", "), en: labels.map(({ en }) => en).join(", ") };
  }
  if (typeof value === "string") return value === "" ? { de: "leer", en: "empty" } : labelOf(param, value);
  const number = numberText(value, 4);
  switch (param?.unit) {
    case "cents":
      return exactMoneyText(value, null);
    case "ratio":
      return percentText(value, 4);
    case "minutes":
      return { de: `${number.de} Minuten`, en: `${number.en} minutes` };
    case "months":
      return { de: `${number.de} Monate`, en: `${number.en} months` };
    case "days":
      return { de: `${number.de} Tage`, en: `${number.en} days` };
    case "countPerYear":
      return { de: `${number.de} im Jahr`, en: `${number.en} a year` };
    default:
      return number;
  }
}

const labelOf = (param: OptionParam | undefined, code: string): Text =>
  param?.values?.find((one) => one.code === code)?.label ?? sameText(code);
