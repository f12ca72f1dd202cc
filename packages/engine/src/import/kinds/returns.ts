import { type ImportKind, words } from "./contract.ts";
import {
  accountField,
  currencyField,
  field,
  linesField,
  orderNumberField,
  statedAtField,
} from "./event-fields.ts";

export const returns: ImportKind = {
  code: "returns",
  label: { de: "Retouren", en: "Returns" },
  description: { de: "Eine Zeile je Rücksendung", en: "One row per return" },
  keyFields: ["returnNumber"],
  oneOfGroups: [],
  signatureFields: ["returnNumber", "returnDate", "reason", "cost", "credit"],
  fileNameHints: words("retour return rma ruecksend ruecknahme reklamation"),
  tellingFields: ["returnNumber", "returnDate"],
  precedes: ["saleLines", "orderHeaders", "deliveries"],
  fields: [
    field(
      "returnNumber",
      "id",
      ["Retourennummer", "Return number"],
      ["Nummer der Rücksendung", "Number of the return"],
      `retourennr retournr retourenummer retoure ruecksendung ruecksendungsnr ruecknahmenr rma rmanumber rmano rmanr
      returnno returnid returnorder returnordernumber returnorderno reklamationsnr`,
      "R-2201",
      { required: true },
    ),
    orderNumberField,
    accountField,
    field(
      "returnDate",
      "date",
      ["Retourendatum", "Return date"],
      ["Tag, an dem die Ware zurückkam", "Day on which the goods came back"],
      `retourdatum ruecksendedatum ruecknahmedatum returneddate returnedat receiveddate eingangsdatum eingang
      rmadate erdat createdon datum date`,
      "05.02.2026",
      { required: true },
    ),
    linesField,
    field(
      "reason",
      "text",
      ["Grund", "Reason"],
      ["Weshalb die Ware zurückkam", "Why the goods came back"],
      "retourengrund retourgrund ruecksendegrund returnreason reasoncode augru grundcode reklamationsgrund bemerkung",
      "falsche Länge bestellt",
      { exampleEn: "wrong length ordered" },
    ),
    field(
      "cost",
      "money",
      ["Eigene Kosten", "Own cost"],
      [
        "Was uns die Rücknahme kostete: Abschreibung, Fracht",
        "What taking it back cost us: write-off, freight",
      ],
      "kosten eigenekosten abschreibung returncost writeoff handlingcost kostenretoure",
      "14.20",
    ),
    field(
      "credit",
      "money",
      ["Gutschriftsbetrag", "Credit"],
      ["Was dem Kunden gutgeschrieben wurde", "What was credited to the customer"],
      "gutschrift gutschriftbetrag betrag creditamount refund refundamount amount netwr",
      "102.00",
    ),
    currencyField,
    statedAtField,
  ],
};
