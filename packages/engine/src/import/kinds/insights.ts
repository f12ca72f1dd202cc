import { type EnumValue, type ImportKind, words } from "./contract.ts";
import { accountField, field, statedAtField } from "./event-fields.ts";

export const evidenceKindValues: readonly EnumValue[] = [
  {
    code: "conversation",
    label: { de: "Gespräch", en: "conversation" },
    pattern: "gespräch|gespraech|conversation|interview|besuch|talk",
  },
  {
    code: "marketResearch",
    label: { de: "Marktforschung", en: "market research" },
    pattern: "markt|market|umfrage|survey|studie|research",
  },
  {
    code: "workshop",
    label: { de: "Workshop", en: "workshop" },
    pattern: "workshop|fokusgruppe|focus ?group|runde",
  },
  {
    code: "crmData",
    label: { de: "CRM-Daten", en: "CRM data" },
    pattern: "crm|daten|data|analyse|analysis|auswertung",
  },
  {
    code: "experiment",
    label: { de: "Experiment", en: "experiment" },
    pattern: "experiment|test|versuch|pilot|a/b",
  },
];

export const insights: ImportKind = {
  code: "insights",
  label: { de: "Erkenntnisse", en: "Insights" },
  description: { de: "Eine Zeile je Aussage über Kunden", en: "One row per claim about customers" },
  keyFields: ["insightKey"],
  oneOfGroups: [],
  signatureFields: ["claim", "evidenceKind", "strength", "expiresOn", "decision"],
  fileNameHints: words("insight erkenntnis workshop"),
  tellingFields: ["claim", "evidenceKind"],
  precedes: ["customers", "contacts", "activities", "surveys"],
  fields: [
    field(
      "insightKey",
      "id",
      ["Erkenntnisnummer", "Insight key"],
      ["Nummer; ohne sie gilt die Aussage als Schlüssel", "Key; without it the claim serves as key"],
      "insightid erkenntnisid erkenntnisnr insightno id nr",
      "E-7",
    ),
    accountField,
    field(
      "claim",
      "text",
      ["Aussage", "Claim"],
      ["Was behauptet wird, in einem Satz", "What is claimed, in one sentence"],
      "aussage behauptung erkenntnis insight claim these hypothese hypothesis befund finding",
      "Kleine Metallbauer rufen an, weil der Shop keine Längen kennt",
      { required: true, exampleEn: "Small metal builders call because the shop knows no lengths" },
    ),
    field(
      "evidenceKind",
      "enum",
      ["Beleg", "Evidence kind"],
      [
        "Gespräch, Marktforschung, Workshop, CRM-Daten oder Experiment",
        "Conversation, market research, workshop, CRM data or experiment",
      ],
      "belegart evidenz evidenzart evidence evidencetype quelle quellenart source beweis",
      "Workshop",
      { exampleEn: "workshop", values: evidenceKindValues },
    ),
    field(
      "strength",
      "text",
      ["Stärke", "Strength"],
      ["Wie fest der Beleg trägt", "How well the evidence carries"],
      "staerke beweisstaerke belegstaerke guete grade confidence sicherheit konfidenz",
      "mittel",
      { exampleEn: "medium" },
    ),
    field(
      "owner",
      "text",
      ["Verantwortlich", "Owner"],
      ["Wer für die Aussage steht", "Who stands for the claim"],
      "verantwortlich zustaendig eigner autor author vertreter ownerid person",
      "M. Keller",
    ),
    field(
      "statedOn",
      "date",
      ["Festgehalten am", "Stated on"],
      ["Tag der Aussage", "Day of the claim"],
      "festgehaltenam erfasstam datum date createdon statedon",
      "10.02.2026",
    ),
    field(
      "expiresOn",
      "date",
      ["Gilt bis", "Expires on"],
      ["Tag, nach dem die Aussage nicht mehr gezeigt wird", "Day after which the claim is no longer shown"],
      "giltbis ablauf ablaufdatum verfaellt verfallam expiry expires expirydate gueltigbis validuntil",
      "10.02.2027",
    ),
    field(
      "decision",
      "text",
      ["Entscheid", "Decision"],
      ["Was sich dadurch änderte", "What it changed"],
      "entscheid entscheidung entschieden decision massnahme konsequenz consequence",
      "Längenrechner im Shop",
    ),
    statedAtField,
  ],
};
