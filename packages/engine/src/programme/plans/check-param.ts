import type { OptionParam, ParamValue } from "../contracts/option-contract.ts";
import { issue } from "./plan-issue.ts";
import type { PlanIssue } from "./plans-contract.ts";

/** Units that count whole things. */
const wholeUnits: readonly OptionParam["unit"][] = ["cents", "months", "days"];

/** Is the value of a decision of its kind and within its range? */
export function checkParam(param: OptionParam, value: ParamValue, place: string): PlanIssue[] {
  const allowed = allowedOf(param);
  if (isAllowed(param, value)) return [];
  return [
    issue("paramNotAllowed", place, [
      `«${param.label.de}» ist ${JSON.stringify(value)}; erlaubt ist ${allowed.de}.`,
      `"${param.label.en}" is ${JSON.stringify(value)}; allowed is ${allowed.en}.`,
    ]),
  ];
}

function isAllowed(param: OptionParam, value: ParamValue): boolean {
  const codes = param.values?.map(({ code }) => code) ?? [];
  switch (param.unit) {
    case "text":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    case "choice":
      return typeof value === "string" && codes.includes(value);
    case "choices":
      return (
        typeof value === "object" &&
        value.every((one) => codes.includes(one)) &&
        new Set(value).size === value.length
      );
    case "date":
      return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
    default:
      return (
        typeof value === "number" &&
        value >= (param.min ?? Number.NEGATIVE_INFINITY) &&
        value <= (param.max ?? Number.POSITIVE_INFINITY) &&
        (!wholeUnits.includes(param.unit) || Number.isInteger(value))
      );
  }
}

function allowedOf({ unit, min, max, values }: OptionParam): { de: string; en: string } {
  const codes = values?.map(({ code }) => code).join(", ") ?? "";
  switch (unit) {
    case "text":
      return { de: "ein Text", en: "a text" };
    case "boolean":
      return { de: "true oder false", en: "true or false" };
    case "choice":
      return { de: `eines von ${codes}`, en: `one of ${codes}` };
    case "choices":
      return { de: `eine Liste aus ${codes}, jedes einmal`, en: `a list of ${codes}, each once` };
    case "date":
      return { de: "ein Tag wie 2026-01-31", en: "a day such as 2026-01-31" };
    default: {
      const isWhole = wholeUnits.includes(unit);
      return {
        de: `${isWhole ? "eine ganze Zahl" : "eine Zahl"} von ${min} bis ${max}`,
        en: `${isWhole ? "a whole number" : "a number"} from ${min} to ${max}`,
      };
    }
  }
}
