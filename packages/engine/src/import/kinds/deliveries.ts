import { type ImportKind, words } from "./contract.ts";
import {
  accountField,
  currencyField,
  expeditedField,
  field,
  linesField,
  orderNumberField,
  statedAtField,
} from "./event-fields.ts";

export const deliveries: ImportKind = {
  code: "deliveries",
  label: { de: "Lieferungen", en: "Deliveries" },
  description: { de: "Eine Zeile je Lieferung", en: "One row per delivery" },
  keyFields: ["deliveryNumber"],
  oneOfGroups: [],
  signatureFields: ["deliveryNumber", "deliveryDate", "promisedDate", "packages", "weightKg", "freight"],
  fileNameHints: words("deliver lieferung lieferschein likp versand shipment shipping"),
  tellingFields: ["deliveryNumber", "promisedDate", "packages", "weightKg"],
  foreignHeaders: words(
    "fkdat fkart rechnungsnr rechnungsnummer invoice invoiceno invoicenumber netwr matnr",
  ),
  precedes: ["saleLines", "orderHeaders"],
  fields: [
    field(
      "deliveryNumber",
      "id",
      ["Liefernummer", "Delivery number"],
      ["Nummer der Lieferung oder des Lieferscheins", "Number of the delivery or delivery note"],
      `lieferscheinnr lieferscheinnummer lieferschein lieferungsnr lieferung vbelnvl lfsnr deliveryno deliveryid
      deliverynote delivery shipmentnumber shipmentno shipmentid shipment sendungsnr sendungsnummer sendung vbeln`,
      "80001234",
      { required: true },
    ),
    orderNumberField,
    accountField,
    field(
      "deliveryDate",
      "date",
      ["Lieferdatum", "Delivery date"],
      [
        "Tag, an dem die Ware ging; leer, solange sie nicht ging",
        "Day on which the goods went; empty until then",
      ],
      `wadatist wadat lieferdatum liefertag deliverydate shippeddate shipdate shippingdate versanddatum versandtag
      deliveredat lfdat datum date`,
      "03.02.2026",
      { required: true },
    ),
    field(
      "promisedDate",
      "date",
      ["Zugesagt auf", "Promised date"],
      ["Zugesagter Liefertag", "Day that was promised"],
      `zugesagt zusagetermin wunschtermin wunschlieferdatum liefertermin lfdat vdatu edatu requireddate requesteddate
      promiseddate duedate requestedshipdate`,
      "02.02.2026",
    ),
    linesField,
    field(
      "packages",
      "integer",
      ["Packstücke", "Packages"],
      ["Zahl der Packstücke", "Number of packages"],
      "anzpk packstuecke anzahlpackstuecke colli kolli pakete numberofpackages parcels boxes",
      "2",
    ),
    field(
      "weightKg",
      "quantity",
      ["Gewicht kg", "Weight kg"],
      ["Bruttogewicht in Kilogramm", "Gross weight in kilograms"],
      "btgew ntgew gewicht gewichtkg bruttogewicht weight grossweight totalweight",
      "12.5",
      { unit: { de: "kg", en: "kg" } },
    ),
    field(
      "freight",
      "money",
      ["Frachtkosten", "Freight cost"],
      ["Was uns der Versand kostete", "What the shipment cost us"],
      "fracht frachtkosten versandkosten freightcost freight shippingcost transportkosten porto",
      "9.40",
    ),
    currencyField,
    expeditedField,
    statedAtField,
  ],
};
