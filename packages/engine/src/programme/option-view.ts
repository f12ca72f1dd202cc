import type { AssumptionValue } from "./contracts/assumption-contract.ts";
import type { LeverOption } from "./contracts/option-contract.ts";
import type { OptionView } from "./options/option-view-contract.ts";

/** The option with its usual decisions. @param own expectations of the company, parameter `programme.assumptions` */
export function optionView(option: LeverOption, own: Readonly<Record<string, AssumptionValue>>): OptionView {
  const usual = Object.fromEntries(option.params.map((param) => [param.name, param.default]));
  const { code, lever, name, description, customerView, evidence } = option;
  return {
    code,
    lever,
    name,
    description,
    customerView,
    evidence,
    params: option.params.map(({ values, default: value, ...param }) => ({
      ...param,
      ...(values === undefined ? {} : { values: [...values] }),
      default: typeof value === "object" ? [...value] : value,
    })),
    assumptions: option.assumptions.map(({ value: shipped, ...assumption }) => {
      const value = own[assumption.key];
      return { ...assumption, shipped, value: value ?? shipped, isOwn: value !== undefined };
    }),
    giveTake: option.giveTake(usual),
    effects: option.effects(usual).map((effect) => ({ ...effect })),
    measures: [...option.measures],
  };
}
