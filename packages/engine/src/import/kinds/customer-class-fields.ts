import { type FieldSpec, words } from "./contract.ts";

/** What describes and classifies a customer, apart from who and where it is: second half of the kind `customers`. */
export const customerClassFields: readonly FieldSpec[] = [
  {
    code: "branch",
    type: "text",
    required: false,
    label: { de: "Branche", en: "Branch" },
    description: { de: "Branche in Worten", en: "Branch of business in words" },
    synonyms: words(
      "branch branche branchenbezeichnung brtxt industry sector businesstype gewerbe wirtschaftszweig",
    ),
    example: "Metallbau",
  },
  {
    code: "branchCode",
    type: "id",
    required: false,
    label: { de: "Branchencode", en: "Branch code" },
    description: {
      de: "NOGA, WZ, ÖNACE oder der Branchenschlüssel des ERP",
      en: "NOGA, WZ, ÖNACE or the branch key of the ERP",
    },
    synonyms: words(
      `branchcode brsch branchencode branchenschluessel noga nogacode wz wzcode nace oenace industrycode
      sic siccode contactbranchids branchennr`,
    ),
    example: "251200",
  },
  {
    code: "employees",
    type: "integer",
    required: false,
    unit: { de: "Personen", en: "people" },
    label: { de: "Mitarbeitende", en: "Employees" },
    description: {
      de: "Zahl der Mitarbeitenden des Kunden; oft leer oder alt",
      en: "Number of employees of the customer; often empty or old",
    },
    synonyms: words(`employees jmzah numberofemployees mitarbeiter mitarbeitende anzahlmitarbeiter
      anzahlmitarbeitende mitarbeiterzahl beschaeftigte employeecount noofemployees headcount`),
    example: "14",
  },
  {
    code: "employeeClass",
    type: "text",
    required: false,
    label: { de: "Mitarbeiter-Grössenklasse", en: "Employee size class" },
    description: {
      de: "Grössenklasse nach Mitarbeitenden, wie Register sie führen",
      en: "Size class by employees as registers keep it",
    },
    synonyms:
      words(`employeeclass groessenklasse mitarbeiterklasse beschaeftigtengroessenklasse customersizecode
      employeerange companysize firmengroesse numberofemployees mitarbeiter anzahlmitarbeiter employees`),
    example: "10-49",
  },
  {
    code: "ownTurnover",
    type: "money",
    required: false,
    label: { de: "Eigener Umsatz des Kunden", en: "Customer's own turnover" },
    description: {
      de: "Was der Kunde selbst im Jahr umsetzt; niemals unser Verkauf an ihn, der kommt nur aus Belegen",
      en: "What the customer itself turns over in a year; never our sales to it, which come from documents only",
    },
    synonyms: words(`ownturnover annualrevenue revenue umsa1 umsatz jahresumsatz turnover annualturnover
      firmenumsatz umsatzdeskunden kundenumsatz yearlyrevenue sales`),
    example: "2800000",
  },
  {
    code: "customerSince",
    type: "date",
    required: false,
    label: { de: "Kunde seit", en: "Customer since" },
    description: { de: "Tag der Kundeneröffnung", en: "Day on which the account was opened" },
    synonyms: words(`customersince kundeseit erdat eroeffnungsdatum erfasstam angelegtam erstelltam createdon
      createddate createdat eintrittsdatum clientdepuis angelegt`),
    example: "15.03.2014",
  },
  {
    code: "statedAt",
    type: "date",
    required: false,
    label: { de: "Stand der Angaben", en: "Stated at" },
    description: {
      de: "Tag der letzten Änderung des Datensatzes; die jüngste Angabe gilt",
      en: "Day of the record's last change; the latest statement holds",
    },
    synonyms:
      words(`statedat aedat geaendertam letzteaenderung aenderungsdatum mutationsdatum mutiertam modifiedon
      lastmodifieddate updatedat stand changedat lastmodified`),
    example: "01.02.2026",
  },
  {
    code: "parentAccountKey",
    type: "id",
    required: false,
    label: { de: "Übergeordneter Kunde", en: "Parent account" },
    description: {
      de: "Nummer des Kunden, zu dem dieses Konto gehört",
      en: "Number of the customer to which this account belongs",
    },
    synonyms:
      words(`parentaccountkey parentaccountid parentid parentaccount konzs konzern konzernnr muttergesellschaft
      hauptkunde zentrale subsidiaryof parentcustomer parent`),
    example: "0000104000",
  },
  {
    code: "owner",
    type: "text",
    required: false,
    label: { de: "Betreut durch", en: "Looked after by" },
    description: {
      de: "Zuständige Person oder Gruppe, wie das System sie führt",
      en: "Responsible person or group as the system keeps it",
    },
    synonyms:
      words(`owner ownerid zustaendig betreuer kundenbetreuer verantwortlich responsible vertreter verkaeufer
      vkgrp vertreternr aussendienst salesrep salesperson salespersoncode salesagent accountmanager userid sachbearbeiter`),
    example: "M. Keller",
  },
  {
    code: "priceGroup",
    type: "text",
    required: false,
    label: { de: "Preisgruppe", en: "Price group" },
    description: {
      de: "Preis- oder Konditionsgruppe des Kunden",
      en: "Price or condition group of the customer",
    },
    synonyms: words(`pricegroup konda pltyp preisgruppe preisliste kundenpreisgruppe pricelist pricelevel
      defaultpricelevelid customerpricegroup konditionsgruppe rabattgruppe`),
    example: "02",
  },
  {
    code: "opinionClass",
    type: "text",
    required: false,
    label: { de: "Einstufung laut System", en: "Class by opinion" },
    description: {
      de: "Von Hand gesetzte Einstufung unbekannten Alters (z. B. KLABC): eine Meinung, keine Messung",
      en: "Class set by hand at an unknown time (e.g. KLABC): an opinion, not a measurement",
    },
    synonyms:
      words(`opinionclass klabc abcklasse abcclass abckennzeichen abc abcanalyse kundenklasse klassifizierung
      klassifikation accountclassificationcode accountratingcode rating bewertung customerclass kategorie tier`),
    example: "C",
  },
  {
    code: "customerGroup",
    type: "text",
    required: false,
    label: { de: "Kundengruppe", en: "Customer group" },
    description: {
      de: "Kundengruppe des ERP oder CRM",
      en: "Customer group of the ERP or CRM",
    },
    synonyms:
      words(`customergroup kdgrp kundengruppe ktokd kontengruppe kundenart kundentyp customertype accounttype
      customertypecode contactgroupids customercategory gruppe group type typ contacttypeid`),
    example: "Handwerk",
  },
  {
    code: "language",
    type: "text",
    required: false,
    label: { de: "Sprache", en: "Language" },
    description: { de: "Korrespondenzsprache", en: "Language of correspondence" },
    synonyms: words("language spras sprache languagecode languageid korrespondenzsprache langue lingua spr"),
    example: "de",
  },
  {
    code: "blocked",
    type: "boolean",
    required: false,
    label: { de: "Gesperrt", en: "Blocked" },
    description: { de: "Auftrags- oder Liefersperre gesetzt", en: "Order or delivery block is set" },
    synonyms: words(
      "blocked aufsd auftragssperre sperre gesperrt sperrkennzeichen liefersperre lifsd sperr creditonhold",
    ),
    example: "",
  },
  {
    code: "deleted",
    type: "boolean",
    required: false,
    label: { de: "Gelöscht", en: "Deleted" },
    description: {
      de: "Löschvormerkung oder inaktiv",
      en: "Marked for deletion or inactive",
    },
    synonyms: words(
      "deleted loevm loeschvormerkung geloescht loeschkennzeichen inactive inaktiv isarchived archived isdeleted archiviert",
    ),
    example: "",
  },
  {
    code: "salesArea",
    type: "text",
    required: false,
    joinWith: "/",
    label: { de: "Vertriebsbereich", en: "Sales area" },
    description: {
      de: "Verkaufsorganisation, Vertriebsweg und Sparte; ein Kunde kann in mehreren stehen",
      en: "Sales organisation, distribution channel and division; a customer may stand in several",
    },
    synonyms:
      words(`salesarea vkorg vtweg spart vertriebsbereich verkaufsorganisation verkaufsorg vkorganisation
      vertriebsweg sparte salesorganization salesorg distributionchannel division`),
    example: "1000/10/00",
  },
  {
    code: "currency",
    type: "currency",
    required: false,
    label: { de: "Währung", en: "Currency" },
    description: {
      de: "Währung des Kunden als ISO-Code",
      en: "Currency of the customer as ISO code",
    },
    synonyms: words("currency waers waehrung currencycode currencyisocode transactioncurrencyid devise"),
    example: "CHF",
  },
];
