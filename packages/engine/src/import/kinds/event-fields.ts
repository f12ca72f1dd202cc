/** Fields that several kinds of events share, and the short way to write one down. */
import { type FieldSpec, type FieldType, words } from "./contract.ts";

type Texts = readonly [de: string, en: string];

/** A field that the file need not have. */
export function field(
  code: string,
  type: FieldType,
  label: Texts,
  description: Texts,
  synonyms: string,
  example: string,
  more: Partial<FieldSpec> = {},
): FieldSpec {
  return {
    code,
    type,
    required: false,
    label: { de: label[0], en: label[1] },
    description: { de: description[0], en: description[1] },
    synonyms: words(synonyms),
    example,
    ...more,
  };
}

/** The account is never required: what names none costs time as well and is kept. */
export const accountField = field(
  "accountKey",
  "id",
  ["Kundennummer", "Customer number"],
  [
    "Nummer, unter der die Belege den Kunden nennen; Zeilen ohne Nummer zählen mit und werden niemandem zugerechnet",
    "Number by which the documents name the customer; rows without one count and are attributed to nobody",
  ],
  `kunnr kundennr kundennummer kundenr kdnr kunag kunum debitor debitornr debitorennr debitorennummer debitorenkonto
  customerid customerkey customerno customernumber customernr customercode custid custno accountid accountnumber
  accountno kundenid clientid clientno resellerkey soldto auftraggeber selltocustomerno businesspartner
  geschaeftspartner bpnumber regardingobjectid parentcustomerid whatid callerid contactid contactnr contactno kontaktnr
  kontaktnummer companyid company firma
  kunde customer account client konto caller anrufer whoid`,
  "0000104711",
  { blankAllowed: true },
);

export const statedAtField = field(
  "statedAt",
  "dateTime",
  ["Stand der Angaben", "Stated at"],
  [
    "Letzte Änderung des Datensatzes; die jüngste Angabe gilt",
    "Last change of the record; the latest statement holds",
  ],
  `aedat geaendertam letzteaenderung aenderungsdatum mutationsdatum mutiertam modifiedon lastmodifieddate updatedat
  sysupdatedat sysupdatedon updatedon changedat lastmodified lastupdated`,
  "01.02.2026 09:30",
);

export const currencyField = field(
  "currency",
  "currency",
  ["Währung", "Currency"],
  ["Währung der Beträge als ISO-Code", "Currency of the amounts as ISO code"],
  "waerk waers waehrung currencycode currencyisocode isocode whg wkz transactioncurrencyid devise hwaer",
  "CHF",
);

const person = `sachbearbeiter bearbeiter mitarbeiter employee employeeid agent user userid benutzer ownerid owner
  assignedto zugewiesenan zustaendig resource ressource erledigtvon vertreter berater author organizer vonperson`;

export const personField = field(
  "person",
  "text",
  ["Person", "Person"],
  ["Wer es auf unserer Seite tat", "Who did it on our side"],
  person,
  "M. Keller",
);

export const roleField = field(
  "role",
  "text",
  ["Rolle", "Role"],
  [
    "Rolle oder Gruppe der Person: Innendienst, Aussendienst, Key Account, Fachspezialist …",
    "Role or group of the person: inside sales, field sales, key account, expert …",
  ],
  `rolle funktion function abteilung department team gruppe group assignmentgroup supportgroup queue bereich
  verkaeufergruppe vkgrp jobtitle position`,
  "Innendienst",
  { exampleEn: "inside sales" },
);

export const needField = field(
  "needField",
  "text",
  ["Bedarfsfeld", "Need field"],
  [
    "Worum es ging: Warengruppe, Thema oder Anwendung",
    "What it was about: product group, topic or application",
  ],
  "thema topic fachgebiet produkt product productid warengruppe productgroup anwendung subjectid kategorie category cmdbci",
  "Befestigung",
  { exampleEn: "fastening" },
);

export const expeditedField = field(
  "isExpedited",
  "boolean",
  ["Eilig", "Expedited"],
  ["Eilauftrag oder Express", "Rush order or express"],
  "eilig eilauftrag express expressed expedited rush rushorder urgent dringend isexpress isrush",
  "ja",
);

export const linesField = field(
  "lines",
  "integer",
  ["Anzahl Positionen", "Number of lines"],
  ["Zahl der Zeilen", "Number of lines"],
  "anzahlpositionen positionen anzpos anzahlzeilen zeilen numberoflines linecount lines items itemcount anzahlpos",
  "4",
);

export const orderNumberField = field(
  "orderNumber",
  "id",
  ["Auftragsnummer", "Order number"],
  ["Nummer des Auftrags, zu dem es gehört", "Number of the order to which it belongs"],
  `vgbel auftragsnr auftragnr auftrag orderno ordernr orderid salesordernumber salesorderno salesorderid salesorder
  bestellnr bestellnummer kundenauftrag order`,
  "40001234",
);
