import { type ImportKind, words } from "./contract.ts";
import { accountField, field, statedAtField } from "./event-fields.ts";
import { partnerKeySynonyms } from "./partners.ts";

/** Which customers a partner looks after. */
export const partnerCustomers: ImportKind = {
  code: "partnerCustomers",
  label: { de: "Endkunden von Partnern", en: "Partners' customers" },
  description: { de: "Eine Zeile je Partner und Kunde", en: "One row per partner and customer" },
  keyFields: ["partnerKey", "accountKey"],
  oneOfGroups: [],
  signatureFields: ["partnerKey", "accountKey", "since", "until", "lastContact"],
  fileNameHints: words("partnercustomer partnerkunde endkunde enduser endcustomer zuordnung"),
  tellingFields: ["partnerKey"],
  foreignHeaders:
    words(`betrag amount netwr menge quantity orderdate auftragsdatum belegdatum invoicedate strasse street
    plz postcode ort city pstlz ort01 stras`),
  precedes: ["customers", "contacts", "partners"],
  fields: [
    field(
      "partnerKey",
      "id",
      ["Partnernummer", "Partner key"],
      ["Nummer des Partners", "Key of the partner"],
      partnerKeySynonyms,
      "P-12",
      { required: true },
    ),
    {
      ...accountField,
      required: true,
      synonyms: words(`endkundennr endkundennummer endkunde endkundenid endcustomer endcustomerid enduserid
        ${accountField.synonyms.join(" ")}`),
    },
    field(
      "since",
      "date",
      ["Seit", "Since"],
      ["Seit wann der Partner den Kunden betreut", "Since when the partner looks after the customer"],
      "seit von ab betreutseit startdate validfrom gueltigab from",
      "01.01.2024",
    ),
    field(
      "until",
      "date",
      ["Bis", "Until"],
      ["Bis wann; leer: weiterhin", "Until when; empty: still"],
      "bis enddate validto gueltigbis ende to",
      "31.12.2026",
    ),
    field(
      "lastContact",
      "date",
      ["Letzter Kontakt", "Last contact"],
      ["Letzter Kontakt des Partners mit dem Kunden", "Last contact of the partner with the customer"],
      "letzterkontakt letzterbesuch lastcontact lastvisit lastactivity lastcontactdate",
      "20.01.2026",
    ),
    statedAtField,
  ],
};
