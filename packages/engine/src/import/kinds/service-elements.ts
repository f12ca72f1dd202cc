import { type ImportKind, words } from "./contract.ts";
import { accountField, field, statedAtField } from "./event-fields.ts";

/** Which elements of service a customer was offered and uses, and whether they are a reason to stay. */
export const serviceElements: ImportKind = {
  code: "serviceElements",
  label: { de: "Leistungselemente", en: "Service elements" },
  description: {
    de: "Eine Zeile je Kunde, Leistung und Tag",
    en: "One row per customer, service element and day",
  },
  keyFields: ["accountKey", "element", "usedAt"],
  oneOfGroups: [],
  signatureFields: ["element", "usedAt", "isUsed", "isOffered", "reasonToStay"],
  fileNameHints: words("serviceelement leistung leistungselement servicebaustein"),
  tellingFields: ["element"],
  precedes: ["customers", "saleLines", "products", "activities"],
  fields: [
    { ...accountField, required: true },
    field(
      "element",
      "text",
      ["Leistung", "Element"],
      [
        "Name der Leistung: Zuschnitt, Konsignation, Schulung …",
        "Name of the service: cutting, consignment, training …",
      ],
      "leistungselement leistung serviceelement servicebaustein serviceart dienstleistung servicename",
      "Zuschnitt",
      { required: true, exampleEn: "cutting" },
    ),
    field(
      "usedAt",
      "date",
      ["Genutzt am", "Used at"],
      ["Tag der Nutzung oder des Angebots", "Day of use or offer"],
      "genutztam nutzungsdatum usedon usagedate leistungsdatum datum date",
      "03.02.2026",
      { required: true },
    ),
    field(
      "isOffered",
      "boolean",
      ["Angeboten", "Offered"],
      ["Dem Kunden angeboten", "Offered to the customer"],
      "angeboten offered isoffered",
      "ja",
    ),
    field(
      "isUsed",
      "boolean",
      ["Genutzt", "Used"],
      ["Vom Kunden genutzt", "Used by the customer"],
      "genutzt used isused",
      "ja",
    ),
    field(
      "reasonToStay",
      "text",
      ["Grund zu bleiben", "Reason to stay"],
      ["Was der Kunde als Grund zu bleiben nannte", "What the customer named as a reason to stay"],
      "bleibegrund bindungsgrund stayreason reasontostay loyaltyreason",
      "spart uns eine Maschine",
      { exampleEn: "saves us a machine" },
    ),
    field(
      "minutes",
      "minutes",
      ["Minuten", "Minutes"],
      ["Unsere Zeit dafür", "Our time for it"],
      "dauer aufwand duration timespent effort aufwandstunden stunden hours",
      "20",
    ),
    statedAtField,
  ],
};
