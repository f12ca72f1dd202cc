import type { Text } from "../../measures/measure-contract.ts";
import type { OptionParam, ParamValue } from "../contracts/option-contract.ts";

const both = (text: string): Text => ({ de: text, en: text });

/** The value of a decision as people read it: money in francs without a currency, shares in percent, labels of choices. */
export function valueWords(param: OptionParam | undefined, value: ParamValue): Text {
  if (typeof value === "boolean") return value ? { de: "ja", en: "yes" } : { de: "nein", en: "no" };
  if (typeof value === "object") {
    const labels = value.map((code) => labelOf(param, code));
    if (labels.length === 0) return { de: "keine", en: "none" };
    return { de: labels.map(({ de }) => de).join(", "), en: labels.map(({ en }) => en).join(", ") };
  }
  if (typeof value === "string") return value === "" ? { de: "leer", en: "empty" } : labelOf(param, value);
  switch (param?.unit) {
    case "cents":
      return both((value / 100).toFixed(2));
    case "ratio":
      return { de: `${rounded(value * 100)} %`, en: `${rounded(value * 100)}%` };
    case "minutes":
      return { de: `${rounded(value)} Minuten`, en: `${rounded(value)} minutes` };
    case "months":
      return { de: `${rounded(value)} Monate`, en: `${rounded(value)} months` };
    case "days":
      return { de: `${rounded(value)} Tage`, en: `${rounded(value)} days` };
    case "countPerYear":
      return { de: `${rounded(value)} im Jahr`, en: `${rounded(value)} a year` };
    default:
      return both(rounded(value));
  }
}

const rounded = (value: number) => String(Number(value.toFixed(4)));

const labelOf = (param: OptionParam | undefined, code: string): Text =>
  param?.values?.find((one) => one.code === code)?.label ?? both(code);
