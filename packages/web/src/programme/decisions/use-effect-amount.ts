import type { EffectUnit } from "@kleinod/engine/programme/decisions/decision-states-contract.ts";
import { useTexts } from "../../i18n/index.ts";

/** An expected effect in the unit that it is counted in. */
export function useEffectAmount(currency: string | null): (unit: EffectUnit, value: number) => string {
  const { format } = useTexts();
  return (unit, value) => (isMoney(unit) ? format.money(value, currency) : format.number(value));
}

export const isMoney = (unit: EffectUnit) =>
  unit === "resultCentsPerYear" || unit === "contributionCentsPerYear";
