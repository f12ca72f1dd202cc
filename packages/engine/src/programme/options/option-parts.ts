import type {
  EvidenceGrade,
  OptionAssumption,
  OptionParam,
  OptionParams,
  OptionParamUnit,
} from "../contracts/option-contract.ts";

/** German, then English. */
export type Both = readonly [de: string, en: string];

export const text = ([de, en]: Both) => ({ de, en });

/** A number that is decided. */
export function number(
  name: string,
  unit: OptionParamUnit,
  label: Both,
  [min, usual, max]: readonly [min: number, usual: number, max: number],
): OptionParam {
  return { name, label: text(label), unit, min, max, default: usual };
}

export function flag(name: string, label: Both, usual: boolean): OptionParam {
  return { name, label: text(label), unit: "boolean", default: usual };
}

export function words(name: string, label: Both, usual = ""): OptionParam {
  return { name, label: text(label), unit: "text", default: usual };
}

export function choice(
  name: string,
  label: Both,
  values: Readonly<Record<string, Both>>,
  usual: string,
): OptionParam {
  return { name, label: text(label), unit: "choice", values: valuesOf(values), default: usual };
}

export function choices(
  name: string,
  label: Both,
  values: Readonly<Record<string, Both>>,
  usual: readonly string[],
): OptionParam {
  return { name, label: text(label), unit: "choices", values: valuesOf(values), default: usual };
}

const valuesOf = (values: Readonly<Record<string, Both>>) =>
  Object.entries(values).map(([code, label]) => ({ code, label: text(label) }));

/** A fact that the plan has to state; a rule that needs it stays unclear while nobody knows. */
export const stated = (name: string, label: Both): OptionParam =>
  choice(name, label, { yes: ["ja", "yes"], no: ["nein", "no"], unknown: ["unklar", "unclear"] }, "unknown");

/** What is expected: 10 %, 50 % and 90 % quantile, within what is allowed. */
export function expected(
  key: string,
  unit: OptionAssumption["unit"],
  label: Both,
  [low, mid, high]: readonly [low: number, mid: number, high: number],
  grade: EvidenceGrade,
  [min, max]: readonly [min: number, max: number] = unit === "ratio" ? [-1, 1] : [0, 100_000_000],
): OptionAssumption {
  return {
    key,
    label: text(label),
    unit,
    min,
    max,
    value: { low, mid, high, source: "assumption" },
    grade,
  };
}

/** The number of an effect that is drawn. */
export const drawn = (assumption: string) => ({ assumption });

/** @throws when the plan was not checked before. */
export function numberOf(params: OptionParams, name: string): number {
  const value = params[name];
  if (typeof value !== "number") throw notChecked(name, value, "a number");
  return value;
}

/** @throws when the plan was not checked before. */
export function flagOf(params: OptionParams, name: string): boolean {
  const value = params[name];
  if (typeof value !== "boolean") throw notChecked(name, value, "true or false");
  return value;
}

/** @throws when the plan was not checked before. */
export function textOf(params: OptionParams, name: string): string {
  const value = params[name];
  if (typeof value !== "string") throw notChecked(name, value, "a text");
  return value;
}

/** @throws when the plan was not checked before. */
export function listOf(params: OptionParams, name: string): readonly string[] {
  const value = params[name];
  if (typeof value !== "object") throw notChecked(name, value, "a list of texts");
  return value;
}

const notChecked = (name: string, value: unknown, allowed: string) =>
  new Error(`params.${name} is ${JSON.stringify(value) ?? "missing"}; expected ${allowed}: check the plan.`);

/** Range of an expectation that is a share. */
export const share: readonly [number, number] = [0, 1];

/** The yearly and one-off cost of an option, as two decisions of it. */
export const costParams = (perYearCents: number, oneOffCents: number): OptionParam[] => [
  number("yearlyCostCents", "cents", ["Kosten pro Jahr", "Cost per year"], [0, perYearCents, 2_000_000_000]),
  number("oneOffCostCents", "cents", ["Einmalige Kosten", "One-off cost"], [0, oneOffCents, 2_000_000_000]),
];

/** The effect of `costParams`. */
export const costEffect = (params: OptionParams) => ({
  kind: "fixedCost" as const,
  centsPerYear: numberOf(params, "yearlyCostCents"),
  oneOffCents: numberOf(params, "oneOffCostCents"),
});
