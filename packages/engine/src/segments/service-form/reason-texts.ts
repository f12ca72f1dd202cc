import { numberText, percentText } from "../../figure-text.ts";
import type { Text } from "../../measures/measure-contract.ts";
import {
  type SupportBreadth,
  type SupportForm,
  supportBreadthNames,
} from "../../measures/need/recommendation-contract.ts";
import type { ServiceFormSettings } from "./service-form-settings.ts";
import { type FormSide, isUrgent, isVaried, type NeedSide } from "./sides.ts";

/** Why this breadth and this form, each in one sentence. */
export function reasonTexts(
  customer: NeedSide & FormSide,
  breadth: SupportBreadth,
  form: SupportForm,
  settings: ServiceFormSettings,
): Text[] {
  return [...breadthReasons(customer, breadth, settings), ...formReasons(customer, form, settings)];
}

function breadthReasons(need: NeedSide, breadth: SupportBreadth, settings: ServiceFormSettings): Text[] {
  const fields = numberText(need.needBreadth ?? 0, 1, 1);
  const name = supportBreadthNames[breadth];
  const texts: Text[] = [
    {
      de: `Der Bedarf verteilt sich auf wirksam ${fields.de} Bedarfsfelder: ${name.de}.`,
      en: `The need spreads over effectively ${fields.en} need fields: ${name.en}.`,
    },
  ];
  if (isVaried(need, settings)) {
    texts.push({
      de: `${need.needReasons} verschiedene Gründe von Fällen und Kontakten in 12 Monaten: eine Stufe breiter.`,
      en: `${need.needReasons} distinct reasons of cases and contacts in 12 months: one step wider.`,
    });
  }
  if (isUrgent(need, settings)) {
    const share = percentText(need.needUrgency!, 0);
    texts.push({
      de: `${share.de} der Bestellungen und Fälle sind eilig: eine Stufe breiter, und ein Mensch soll erreichbar sein.`,
      en: `${share.en} of orders and cases are urgent: one step wider, and a person is to be reachable.`,
    });
  }
  return texts;
}

function formReasons(
  customer: NeedSide & FormSide,
  form: SupportForm,
  settings: ServiceFormSettings,
): Text[] {
  switch (form) {
    case "partner":
      return [{ de: "Ein Partner betreut diesen Kunden.", en: "A partner looks after this customer." }];
    case "field":
      return [
        {
          de: "Breiter Bedarf, und der Deckungsbeitrag trägt Besuche im Betrieb.",
          en: "A broad need, and the contribution can carry visits at the firm.",
        },
      ];
    case "namedGeneralist":
      return [namedReason(customer, settings)];
    case "portal": {
      const share = percentText(customer.electronicRatio ?? 0, 0);
      return [
        {
          de: `Überschaubarer Bedarf, und ${share.de} der Bestellungen kommen schon elektronisch.`,
          en: `A plain need, and ${share.en} of the orders come electronically already.`,
        },
      ];
    }
    case "poolGeneralist":
      return [
        {
          de:
            customer.electronicRatio === null
              ? "Überschaubarer Bedarf; über welchen Kanal bestellt wird, ist nicht bekannt: ein Mensch im Team ist erreichbar."
              : "Überschaubarer Bedarf, und der Kunde bestellt lieber bei Menschen als elektronisch.",
          en:
            customer.electronicRatio === null
              ? "A plain need; through which channel orders come is not known: a person in the team is reachable."
              : "A plain need, and the customer prefers people to electronic orders.",
        },
      ];
  }
}

function namedReason(
  { contributionCents, sizeClass, needBreadth }: NeedSide & FormSide,
  { broadFrom }: ServiceFormSettings,
): Text {
  if (contributionCents === null && (needBreadth ?? 0) >= broadFrom) {
    return {
      de: "Breiter Bedarf braucht jemanden, der den Betrieb kennt; ob der Deckungsbeitrag Besuche trägt, ist unklar.",
      en: "A broad need takes somebody who knows the firm; whether the contribution can carry visits is unclear.",
    };
  }
  if (sizeClass === "large" && (needBreadth ?? 0) < broadFrom) {
    return {
      de: "Überschaubarer Bedarf eines grösseren Kunden: schlanke Zusammenarbeit mit einer festen Person.",
      en: "A plain need of a larger customer: lean cooperation with a fixed person.",
    };
  }
  return {
    de: "Breiter Bedarf braucht jemanden, der den Betrieb kennt; Besuche trägt der Deckungsbeitrag nicht.",
    en: "A broad need takes somebody who knows the firm; the contribution does not carry visits.",
  };
}
