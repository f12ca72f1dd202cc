import { type ImportKind, words } from "./contract.ts";
import { accountField, currencyField, field, statedAtField } from "./event-fields.ts";

export const dunning: ImportKind = {
  code: "dunning",
  label: { de: "Mahnungen", en: "Dunning notices" },
  description: { de: "Eine Zeile je Mahnung", en: "One row per dunning notice" },
  keyFields: ["noticeKey"],
  oneOfGroups: [],
  signatureFields: ["noticeKey", "noticeDate", "level"],
  fileNameHints: words("dunning mahn reminder mhnk mahnung"),
  tellingFields: ["noticeKey", "level", "noticeDate"],
  precedes: ["saleLines", "orderHeaders"],
  fields: [
    field(
      "noticeKey",
      "id",
      ["Mahnnummer", "Notice key"],
      [
        "Nummer der Mahnung; ohne sie gelten Kunde, Tag, Stufe und Betrag als Schlüssel",
        "Key of the notice; without it customer, day, level and amount serve as key",
      ],
      "mahnungsnr mahnungsnummer mahnung mahnnr mahnid noticeid noticeno dunningid dunningno remindernumber reminderid",
      "M-1802",
    ),
    accountField,
    field(
      "noticeDate",
      "date",
      ["Mahndatum", "Notice date"],
      ["Tag der Mahnung", "Day of the notice"],
      "mahntag mahnungsdatum madat mahndat dunningdate reminderdate noticedate datum date",
      "12.02.2026",
      { required: true },
    ),
    field(
      "level",
      "integer",
      ["Mahnstufe", "Dunning level"],
      ["Stufe der Mahnung, ab 1", "Level of the notice, from 1"],
      "mahns mahnstufe manst mahnst dunninglevel reminderlevel level stufe",
      "1",
    ),
    field(
      "amount",
      "money",
      ["Gemahnter Betrag", "Amount due"],
      ["Offener Betrag der Mahnung", "Open amount of the notice"],
      "mahnbetrag offenerbetrag offen betrag openamount amountdue amount saldo wrshb dmshb",
      "418.50",
    ),
    currencyField,
    statedAtField,
  ],
};
