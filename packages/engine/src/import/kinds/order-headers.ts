import { type ImportKind, words } from "./contract.ts";
import {
  accountField,
  currencyField,
  expeditedField,
  field,
  linesField,
  statedAtField,
} from "./event-fields.ts";

/** How orders came in and who keyed them. What was sold comes from sale lines, not from here. */
export const orderHeaders: ImportKind = {
  code: "orderHeaders",
  label: { de: "Auftragsköpfe", en: "Order headers" },
  description: {
    de: "Eine Zeile je Auftrag: wie er kam und wer ihn erfasste",
    en: "One row per order: how it came in and who entered it",
  },
  keyFields: ["orderNumber"],
  oneOfGroups: [["orderDate"], ["enteredAt"]],
  signatureFields: ["orderNumber", "entryChannel", "enteredBy", "enteredAt", "orderType", "isExpedited"],
  fileNameHints: words("vbak orderheader auftragskopf auftragskoepfe salesorderheader orderhead kborder"),
  tellingFields: ["entryChannel", "enteredBy", "enteredAt", "isExpedited"],
  foreignHeaders:
    words(`matnr artikelnr artikelnummer artikel productcode productid sku stockcode posnr position
    pos lineno linenumber positionsnummer positionsnr quantity qty menge fkimg kwmeng fkdat fkart invoicedate
    rechnungsdatum fakturadatum rechnungsnr rechnungsnummer invoice invoiceno invoicenumber einzelpreis unitprice wavwr`),
  precedes: ["saleLines"],
  fields: [
    field(
      "orderNumber",
      "id",
      ["Auftragsnummer", "Order number"],
      ["Nummer des Auftrags", "Number of the order"],
      `vbeln auftragsnr auftragnr auftrag orderno ordernr orderid salesordernumber salesorderno salesorderid
      salesdocument verkaufsbeleg bestellnr bestellnummer belegnr belegnummer beleg documentno documentnr order`,
      "40001234",
      { required: true },
    ),
    accountField,
    field(
      "orderDate",
      "date",
      ["Auftragsdatum", "Order date"],
      ["Tag des Auftrags", "Day of the order"],
      "audat bestelldatum orderdate dateordered belegdatum documentdate datum date isvalidfrom submitdate",
      "31.01.2026",
    ),
    field(
      "enteredAt",
      "dateTime",
      ["Erfasst am", "Entered at"],
      [
        "Tag und Uhrzeit der Erfassung; die Uhrzeit darf in einer eigenen Spalte stehen",
        "Day and time of entry; the time may stand in a column of its own",
      ],
      `erdat erfasstam erfassungsdatum erstelltam angelegtam createdon createddate createdat created erzet
      erfassungszeit erfasstum uhrzeit entrytime createdtime`,
      "31.01.2026 13:15",
      { joinWith: " " },
    ),
    field(
      "entryChannel",
      "text",
      ["Bestellkanal", "Entry channel"],
      [
        "Weg, auf dem der Auftrag kam: Telefon, Shop, E-Mail, EDI; ohne Spalte wird er aus Benutzer und Auftragsart geschlossen",
        "How the order came in: telephone, shop, e-mail, EDI; without a column it is concluded from user and order type",
      ],
      `bsark bestellkanal eingangskanal auftragskanal auftragsweg bestellweg bestellart ordersource orderchannel
      saleschannel kanal channel herkunft ordercategory orderorigin source potype`,
      "Telefon",
      { exampleEn: "telephone" },
    ),
    field(
      "enteredBy",
      "text",
      ["Erfasst von", "Entered by"],
      [
        "Benutzer, der den Auftrag erfasste; auch technische",
        "User who entered the order, technical ones too",
      ],
      `ernam erfasser erfasstvon erstelltvon angelegtvon createdby createdbyid enteredby keyedby user userid benutzer
      sachbearbeiter usnam`,
      "KELLERM",
    ),
    field(
      "orderType",
      "text",
      ["Auftragsart", "Order type"],
      ["Art des Auftrags, wie das System sie führt", "Type of the order as the system keeps it"],
      "auart vbtyp ordertype auftragstyp belegart documenttype doctype salesdocumenttype art typ type",
      "TA",
    ),
    linesField,
    field(
      "amount",
      "money",
      ["Auftragswert netto", "Net order value"],
      ["Wert des Auftrags ohne Mehrwertsteuer", "Value of the order without value-added tax"],
      `netwr nettowert auftragswert ordervalue orderamount totalamount amount netamount betrag totalnet total summe wert
      value`,
      "418.50",
    ),
    currencyField,
    expeditedField,
    statedAtField,
  ],
};
