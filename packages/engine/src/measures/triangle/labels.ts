import type { Text } from "../measure-contract.ts";
import { demandRules } from "./demand-rules.ts";
import type { Addressee, Corner } from "./report-contract.ts";

/** Reason of the case types that orders below the value border form. */
export const smallOrderReason = "smallOrder";

export const addresseeLabels: Readonly<Record<Addressee, Text>> = {
  insideSalesLead: { de: "Leitung Innendienst", en: "Lead of inside sales" },
  productAndPrice: { de: "Produkt und Preis", en: "Product and price" },
  logistics: { de: "Prozessverantwortung Logistik", en: "Owner of the logistics process" },
  billing: { de: "Prozessverantwortung Fakturierung", en: "Owner of the billing process" },
  serviceProcess: { de: "Prozessverantwortung Kundendienst", en: "Owner of the service process" },
  quality: { de: "Qualitätsverantwortung", en: "Owner of quality" },
  deliveryProcess: { de: "Prozessverantwortung Lieferung", en: "Owner of the delivery process" },
  orderProcess: { de: "Prozessverantwortung Auftragsabwicklung", en: "Owner of the order process" },
  digital: { de: "Verantwortung Shop und digitale Wege", en: "Owner of shop and digital channels" },
  expertLead: { de: "Leitung Fachberatung", en: "Lead of the experts" },
};

export const cornerLabels: Readonly<Record<Corner, Text>> = {
  value: { de: "Wert", en: "value" },
  need: { de: "Bedarf", en: "need" },
  effort: { de: "Aufwand", en: "effort" },
};

export const channelLabels: Readonly<Record<string, Text>> = {
  phone: { de: "Telefon", en: "telephone" },
  mail: { de: "Mail", en: "mail" },
  web: { de: "Webshop", en: "web shop" },
  field: { de: "Aussendienst", en: "field sales" },
  edi: { de: "EDI", en: "EDI" },
  counter: { de: "Schalter", en: "counter" },
  partner: { de: "Partner", en: "partner" },
};
const unknownChannel: Text = { de: "Weg unbekannt", en: "way unknown" };

export function channelLabel(channel: string | null): Text {
  return channelLabels[channel ?? ""] ?? unknownChannel;
}

const reasonLabels: Readonly<Record<string, Text>> = {
  [smallOrderReason]: { de: "Kleine Bestellung", en: "Small order" },
  case: { de: "Servicefall ohne Grund", en: "Service case without a reason" },
  visit: { de: "Besuch ohne Grund", en: "Visit without a reason" },
  call: { de: "Telefonat ohne Grund", en: "Call without a reason" },
  mail: { de: "Mail ohne Grund", en: "Mail without a reason" },
  meeting: { de: "Besprechung ohne Grund", en: "Meeting without a reason" },
  expert: { de: "Fachberatung ohne Grund", en: "Expert work without a reason" },
  other: { de: "Anderer Grund", en: "Other reason" },
  ...Object.fromEntries(demandRules.map((rule) => [rule.code, rule.label])),
};

/** What the file says stays as it is; codes of ours get words. */
export function reasonLabel(reason: string | null): Text {
  return reason === null
    ? { de: "Ohne Grund", en: "Without a reason" }
    : (reasonLabels[reason] ?? { de: reason, en: reason });
}
