import type { MeasureSettings } from "../../measures/settings-contract.ts";

/** Borders of recommended breadth and form. */
export interface ServiceFormSettings {
  readonly extendedFrom: number;
  readonly broadFrom: number;
  readonly comprehensiveFrom: number;
  readonly variedReasons: number;
  readonly urgentRatio: number;
  readonly electronicRatio: number;
  readonly fieldFromCents: number;
}

export function serviceFormSettings({ values }: Pick<MeasureSettings, "values">): ServiceFormSettings {
  const value = (name: keyof ServiceFormSettings) => values[`serviceForm.${name}`] as number;
  return {
    extendedFrom: value("extendedFrom"),
    broadFrom: value("broadFrom"),
    comprehensiveFrom: value("comprehensiveFrom"),
    variedReasons: value("variedReasons"),
    urgentRatio: value("urgentRatio"),
    electronicRatio: value("electronicRatio"),
    fieldFromCents: value("fieldFromCents"),
  };
}
