import type {
  LeverOption,
  OptionParam,
  OptionParams,
  ParamValue,
} from "@kleinod/engine/programme/contracts/option-contract.ts";
import { useQuery } from "@tanstack/react-query";
import { statusQuery } from "../../api/queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";
import { filledParams } from "./filled-params.ts";

interface DecidedNumber {
  readonly name: string;
  /** "Surcharge per order: 15.00" */
  readonly words: string;
}

/** The numbers that are decided, in words. Texts, flags and lists are left to the drawer. */
export function useParamWords() {
  const { pick } = useTexts();
  const amount = useParamAmount();
  return (option: LeverOption, params: OptionParams): readonly DecidedNumber[] => {
    const filled = filledParams(option, params);
    return option.params.flatMap((param) => {
      const value = filled[param.name];
      return typeof value === "number"
        ? [{ name: param.name, words: `${pick(param.label)}: ${amount(param, value)}` }]
        : [];
    });
  };
}

/** A number of an option with its unit. */
export function useParamAmount() {
  const { t, format } = useTexts();
  const currency = useQuery(statusQuery(useSpace())).data?.currency ?? null;
  return ({ unit }: Pick<OptionParam, "unit">, value: ParamValue): string => {
    if (typeof value !== "number") return String(value);
    switch (unit) {
      case "cents":
        return format.money(value, currency);
      case "ratio":
        return format.percent(value);
      case "minutes":
      case "months":
      case "days":
      case "countPerYear":
        return t(`programme.units.${unit}`, { count: value, n: format.number(value) });
      default:
        return format.number(value);
    }
  };
}
