import { type ImportKind, words } from "./contract.ts";
import { customerClassFields } from "./customer-class-fields.ts";

/** Customers or accounts. The same number may stand in several rows (sales areas): it is one account. */
export const customers: ImportKind = {
  code: "customers",
  label: { de: "Kunden", en: "Customers" },
  description: {
    de: "Eine Zeile je Kundenkonto (oder je Kundenkonto und Vertriebsbereich)",
    en: "One row per customer account (or per account and sales area)",
  },
  keyFields: ["accountKey"],
  nameAsKey: { key: "accountKey", name: "name", unique: true },
  oneOfGroups: [],
  signatureFields: [
    "name",
    "street",
    "postcode",
    "city",
    "country",
    "phone",
    "email",
    "branch",
    "employees",
    "vatId",
  ],
  fileNameHints: words(
    "customer kunde kunden account debitor reseller firma company kna1 adresse client stammdaten",
  ),
  fields: [
    {
      code: "accountKey",
      type: "id",
      required: true,
      label: { de: "Kundennummer", en: "Customer number" },
      description: {
        de: "Nummer, unter der die Belege den Kunden nennen; führende Nullen bleiben",
        en: "Number by which the documents name the customer; leading zeros stay",
      },
      synonyms: words(`accountkey kunnr kundennr kundennummer kundenr kdnr knr debitor debitornr debitorennr
        debitorennummer debitorenkonto customernumber customerno customernr customerid customerkey customercode custno
        custid accountnumber accountno resellerkey resellerid clientno clientnumber clientid numeroclient noclient
        kontaktnr kontaktnummer adressnr adressnummer bpnumber businesspartner geschaeftspartner partner kundenid
        accountid contactid konto kontonr nr no number nummer id customer kunde account client`),
      example: "0000104711",
    },
    {
      code: "name",
      type: "text",
      required: false,
      label: { de: "Name", en: "Name" },
      description: { de: "Firma oder Name des Kunden", en: "Company or name of the customer" },
      synonyms:
        words(`name name1 firma firmenname kundenname firma1 namefirma companyname company customername
        accountname resellername organisation organization organizationname bezeichnung debitorname nomclient
        raisonsociale ragionesociale kunde customer account client`),
      example: "Muster Metallbau AG",
    },
    {
      code: "name2",
      type: "text",
      required: false,
      label: { de: "Namenszusatz", en: "Second name line" },
      description: {
        de: "Zweite Namenszeile: Zusatz, Abteilung, Inhaber",
        en: "Second line of the name: addition, department, owner",
      },
      synonyms: words("name2 firma2 zusatz namenszusatz zusatz1 adresszusatz firmenzusatz companyname2"),
      example: "Inh. Petra Muster",
    },
    {
      code: "street",
      type: "text",
      required: false,
      joinWith: " ",
      label: { de: "Strasse und Nummer", en: "Street and number" },
      description: {
        de: "Strasse mit Hausnummer; die Nummer darf in einer eigenen Spalte stehen",
        en: "Street with house number; the number may stand in a column of its own",
      },
      synonyms:
        words(`street stras strasse strassenr strassehausnr strassehausnummer strasseundnr adresse address
        address1line1 billingstreet streetname address1 addressline1 hausnr hausnummer housenumber houseno rue via
        billingaddress`),
      example: "Industriestrasse 12",
    },
    {
      code: "postcode",
      type: "id",
      required: false,
      label: { de: "Postleitzahl", en: "Postcode" },
      description: { de: "Postleitzahl; führende Nullen bleiben", en: "Postcode; leading zeros stay" },
      synonyms:
        words(`postcode pstlz plz postleitzahl zip zipcode postalcode address1postalcode billingpostalcode
        codepostal npa cap billingzip`),
      example: "8400",
    },
    {
      code: "city",
      type: "text",
      required: false,
      label: { de: "Ort", en: "City" },
      description: { de: "Ort", en: "City" },
      synonyms: words("city ort ort01 stadt ortschaft town address1city billingcity ville localite citta"),
      example: "Winterthur",
    },
    {
      code: "region",
      type: "text",
      required: false,
      label: { de: "Kanton, Bundesland", en: "Region, state" },
      description: { de: "Kanton, Bundesland oder Region", en: "Canton, state or region" },
      synonyms: words(`region regio kanton bundesland stateprovincename stateprovince state province
        address1stateorprovince billingstate gebiet verkaufsgebiet bzirk territory`),
      example: "ZH",
    },
    {
      code: "country",
      type: "country",
      required: false,
      label: { de: "Land", en: "Country" },
      description: { de: "Land als Name oder ISO-Code", en: "Country as name or ISO code" },
      synonyms:
        words(`country land1 land landname countrycode countryname countryregion address1country billingcountry
        countryid officelocation laenderschluessel pays`),
      example: "CH",
    },
    {
      code: "phone",
      type: "phone",
      required: false,
      label: { de: "Telefon", en: "Phone" },
      description: { de: "Telefonnummer der Firma", en: "Telephone number of the company" },
      synonyms:
        words(`phone telf1 telefon telefonnr telefonnummer tel telephone telephone1 phonenumber phonefixed
        telefon1 telefongeschaeft mobile mobiltelefon natel phonemobile telf2 telefono`),
      example: "+41 52 555 12 34",
    },
    {
      code: "email",
      type: "email",
      required: false,
      label: { de: "E-Mail", en: "E-mail" },
      description: { de: "E-Mail-Adresse der Firma", en: "E-mail address of the company" },
      synonyms: words(
        "email emailaddress emailaddress1 mail emailadresse mailadresse smtpaddr emailgeschaeft courriel",
      ),
      example: "info@muster-metallbau.example",
    },
    {
      code: "website",
      type: "text",
      required: false,
      label: { de: "Website", en: "Website" },
      description: { de: "Adresse der Website", en: "Address of the website" },
      synonyms: words("website websiteurl url homepage web internet webseite www knurl siteweb"),
      example: "muster-metallbau.example",
    },
    {
      code: "vatId",
      type: "id",
      required: false,
      label: { de: "UID / USt-IdNr.", en: "VAT id" },
      description: {
        de: "Unternehmens-Identifikation: UID (CH), USt-IdNr. (DE), UID (AT)",
        en: "Company identification: UID (CH, AT) or VAT id (DE)",
      },
      synonyms:
        words(`vatid stceg uid uidnr uidnummer ustid ustidnr ustidnummer umsatzsteuerid vatnumber vatno vatnr
        vatregistrationno mwstnr mwstnummer mwst taxid taxnumber taxregistrationnumber steuernummer stcd1 tva numerotva
        partitaiva`),
      example: "CHE-123.456.788",
    },
    {
      code: "legalForm",
      type: "text",
      required: false,
      label: { de: "Rechtsform", en: "Legal form" },
      description: { de: "AG, GmbH, Einzelfirma, e.K. …", en: "AG, GmbH, sole trader, Ltd …" },
      synonyms: words("legalform rechtsform gform companytype formejuridique"),
      example: "AG",
    },
    ...customerClassFields,
  ],
};
