import type { Text } from "../measure-contract.ts";

export interface QuietReasonInput {
  readonly rhythmState: string;
  readonly daysSinceLast: number | null;
  readonly usualGapDays: number | null;
  readonly dormantAfterDays: number | null;
  /** Orders over all data. */
  readonly orders: number;
}

/** Why this customer is on the call list, in one sentence without jargon. */
export function quietReason(input: QuietReasonInput): Text {
  const { daysSinceLast, usualGapDays, dormantAfterDays, orders } = input;
  if (daysSinceLast === null) return { de: "Hat noch nie gekauft.", en: "Has never bought." };
  if (usualGapDays === null || dormantAfterDays === null) {
    return {
      de: `Letzter Kauf vor ${daysSinceLast} Tagen; der übliche Abstand ist noch unklar.`,
      en: `Last purchase ${daysSinceLast} days ago; the usual gap is still unclear.`,
    };
  }
  const usual = Math.max(1, Math.round(usualGapDays));
  const limit = Math.round(dormantAfterDays);
  if (orders <= 1) {
    return {
      de: `Kaufte einmal, vor ${daysSinceLast} Tagen; vergleichbare Kunden kaufen meist nach ${usual} und fast immer innert ${limit} Tagen wieder.`,
      en: `Bought once, ${daysSinceLast} days ago; similar customers mostly buy again after ${usual} and nearly always within ${limit} days.`,
    };
  }
  const silence = {
    de: `Kauft sonst etwa alle ${usual} Tage, seit ${daysSinceLast} Tagen nicht mehr`,
    en: `Usually buys about every ${usual} days, not for ${daysSinceLast} days now`,
  };
  if (daysSinceLast <= dormantAfterDays) return { de: `${silence.de}.`, en: `${silence.en}.` };
  return {
    de: `${silence.de}; eine Pause über ${limit} Tage wäre ungewöhnlich.`,
    en: `${silence.en}; a pause of more than ${limit} days would be unusual.`,
  };
}
