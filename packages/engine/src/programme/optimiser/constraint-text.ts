import { countText, moneyText, numberText } from "../../figure-text.ts";
import type { Text } from "../../measures/measure-contract.ts";
import type { RoleLimit } from "./bundle-contract.ts";
import type { ConflictRow } from "./find-conflict.ts";
import type { LimitStep } from "./limit-step.ts";
import type { PlanNames } from "./plan-names.ts";

/** Name of a limit. */
export function limitLabel({ kind, role }: LimitStep, roles: readonly RoleLimit[]): Text {
  switch (kind) {
    case "capacity": {
      const { de, en } = roles[role ?? 0]!.label;
      return { de: `Zeit: ${de}`, en: `Time: ${en}` };
    }
    case "budget":
      return { de: "Budget des Programms pro Jahr", en: "Budget of the programme per year" };
    case "contactPressure":
      return {
        de: "Ungefragte Kontakte je Kunde und Jahr, höchster Wert aller Segmente",
        en: "Unsolicited contacts per customer and year, highest of all segments",
      };
    case "giveTake":
      return {
        de: "Geben minus Nehmen je Kunde und Jahr, tiefster Wert aller Segmente",
        en: "Give minus take per customer and year, lowest of all segments",
      };
  }
}

/** What one more step is. */
export function stepText(
  { kind, role, amount }: LimitStep,
  roles: readonly RoleLimit[],
  names: PlanNames,
): Text {
  const money = moneyText(amount, names.currency);
  switch (kind) {
    case "capacity": {
      const { de, en } = roles[role ?? 0]!.label;
      return { de: `eine Stelle mehr (${de})`, en: `one more position (${en})` };
    }
    case "budget":
      return { de: `${money.de} mehr Budget`, en: `${money.en} more of budget` };
    case "contactPressure":
      return { de: "ein Kontakt mehr je Kunde und Jahr", en: "one more contact per customer and year" };
    case "giveTake":
      return {
        de: `${money.de} weniger an Ausgleich je Kunde und Jahr`,
        en: `${money.en} less of balance per customer and year`,
      };
  }
}

/** What a step is worth, in a sentence. `isUsedUp`: the plan leaves nothing of the limit. */
export function priceSentence(
  step: Text,
  priceCents: number | null,
  isUsedUp: boolean,
  currency: string | null,
): Text {
  if (priceCents === null)
    return {
      de: `Was ${step.de} wert ist, ist unklar: die Zeit reichte nicht.`,
      en: `What ${step.en} is worth is unclear: there was no time to find out.`,
    };
  if (priceCents === 0)
    return {
      de: `${upper(step.de)} bringt nichts: ${isUsedUp ? "anderes ist knapper" : "es ist genug da"}.`,
      en: `${upper(step.en)} brings nothing: ${isUsedUp ? "something else is scarcer" : "there is enough"}.`,
    };
  const money = moneyText(priceCents, currency);
  return {
    de: `${upper(step.de)} ist ${money.de} im Jahr wert.`,
    en: `${upper(step.en)} is worth ${money.en} a year.`,
  };
}

/** A limit of a conflict in plain words, with what the cheapest way out needs. */
export function conflictSentence(
  { subject, missing }: ConflictRow,
  limit: number,
  roles: readonly RoleLimit[],
  names: PlanNames,
): Text {
  const money = (cents: number) => moneyText(cents, names.currency);
  switch (subject.kind) {
    case "capacity": {
      const role = roles.find(({ role: code }) => code === subject.role);
      const { de, en } = role?.label ?? { de: subject.role, en: subject.role };
      const [hours, more] = [countText(limit / 60), countText(missing / 60)];
      return {
        de: `${de}: höchstens ${hours.de} Stunden im Jahr${missing > 0 ? `; es fehlen ${more.de} Stunden` : ""}.`,
        en: `${en}: at most ${hours.en} hours a year${missing > 0 ? `; ${more.en} hours are missing` : ""}.`,
      };
    }
    case "budget":
      return {
        de: `Budget: höchstens ${money(limit).de} im Jahr${missing > 0 ? `; es fehlen ${money(missing).de}` : ""}.`,
        en: `Budget: at most ${money(limit).en} a year${missing > 0 ? `; ${money(missing).en} are missing` : ""}.`,
      };
    case "contactPressure": {
      const { de, en } = names.segment(subject.segment);
      const more = numberText(missing, 1, 1);
      return {
        de: `${de}: höchstens ${limit} ungefragte Kontakte je Kunde und Jahr${missing > 0 ? `; es wären ${more.de} mehr` : ""}.`,
        en: `${en}: at most ${limit} unsolicited contacts per customer and year${missing > 0 ? `; it would be ${more.en} more` : ""}.`,
      };
    }
    case "giveTake": {
      const { de, en } = names.segment(subject.segment);
      return {
        de: `${de}: Geben minus Nehmen mindestens ${money(limit).de} je Kunde und Jahr${missing > 0 ? `; es fehlen ${money(missing).de}` : ""}.`,
        en: `${en}: give minus take at least ${money(limit).en} per customer and year${missing > 0 ? `; ${money(missing).en} are missing` : ""}.`,
      };
    }
    case "fixed": {
      const { segment, option, must } = subject.choice;
      const [where, what] = [names.segment(segment), names.option(option)];
      const isIn = must === "in";
      return {
        de: `${where.de}: «${what.de}» ${isIn ? "muss dabei sein" : "darf nicht dabei sein"}.`,
        en: `${where.en}: "${what.en}" ${isIn ? "has to be in" : "must not be in"}.`,
      };
    }
  }
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
