import { type ImportKind, words } from "./contract.ts";

export const contacts: ImportKind = {
  code: "contacts",
  label: { de: "Ansprechpersonen", en: "Contacts" },
  description: {
    de: "Eine Zeile je Ansprechperson eines Kunden",
    en: "One row per contact person of a customer",
  },
  keyFields: ["contactKey"],
  oneOfGroups: [["lastName"], ["firstName"], ["email"]],
  signatureFields: ["firstName", "lastName", "role", "mobile"],
  fileNameHints: words("contact kontakt ansprech person knvk"),
  fields: [
    {
      code: "contactKey",
      type: "id",
      required: false,
      label: { de: "Personennummer", en: "Contact key" },
      description: {
        de: "Nummer der Person; ohne sie gelten Kunde, Vor- und Nachname als Schlüssel",
        en: "Key of the person; without it customer, first and last name serve as key",
      },
      synonyms: words(
        "contactkey contactid parnr personid ansprechpartnernr kontaktnr kontaktid contactno contactnumber id nr",
      ),
      example: "20417",
    },
    {
      code: "accountKey",
      type: "id",
      required: true,
      label: { de: "Kundennummer", en: "Customer number" },
      description: {
        de: "Nummer des Kunden, zu dem die Person gehört",
        en: "Number of the customer to which the person belongs",
      },
      synonyms:
        words(`accountkey kunnr kundennr kundennummer kundenr kdnr debitor debitornr debitorennr debitorennummer
        customerid customerkey customerno customernumber accountid accountnumber accountno parentcustomerid companyid
        clientid resellerkey kunde customer account company firma`),
      example: "0000104711",
    },
    {
      code: "firstName",
      type: "text",
      required: false,
      label: { de: "Vorname", en: "First name" },
      description: { de: "Vorname", en: "First name" },
      synonyms: words("firstname vorname namev givenname prenom"),
      example: "Petra",
    },
    {
      code: "lastName",
      type: "text",
      required: false,
      label: { de: "Nachname", en: "Last name" },
      description: {
        de: "Nachname, oder der ganze Name, wenn die Datei ihn nicht trennt",
        en: "Last name, or the whole name where the file does not split it",
      },
      synonyms: words(
        "lastname nachname familienname surname familyname name1 contactname fullname kontaktname ansprechpartner ansprechperson name nom",
      ),
      example: "Muster",
    },
    {
      code: "role",
      type: "text",
      required: false,
      label: { de: "Funktion", en: "Role" },
      description: { de: "Funktion im Betrieb", en: "Function in the business" },
      synonyms: words(
        "role rolle funktion pafkt position jobtitle title contacttitle stellung abteilung department fonction",
      ),
      example: "Geschäftsführung",
    },
    {
      code: "phone",
      type: "phone",
      required: false,
      label: { de: "Telefon", en: "Phone" },
      description: { de: "Telefonnummer", en: "Telephone number" },
      synonyms: words(
        "phone telf1 telefon telefonnr telefonnummer tel telephone telephone1 phonefixed direktwahl",
      ),
      example: "+41 52 555 12 34",
    },
    {
      code: "mobile",
      type: "phone",
      required: false,
      label: { de: "Mobiltelefon", en: "Mobile phone" },
      description: { de: "Mobilnummer", en: "Mobile number" },
      synonyms: words("mobile mobiltelefon mobil natel handy mobilephone phonemobile telmobil"),
      example: "+41 79 555 12 34",
    },
    {
      code: "email",
      type: "email",
      required: false,
      label: { de: "E-Mail", en: "E-mail" },
      description: { de: "E-Mail-Adresse der Person", en: "E-mail address of the person" },
      synonyms: words("email emailaddress emailaddress1 mail emailadresse mailadresse smtpaddr courriel"),
      example: "petra@muster-metallbau.example",
    },
    {
      code: "language",
      type: "text",
      required: false,
      label: { de: "Sprache", en: "Language" },
      description: { de: "Korrespondenzsprache", en: "Language of correspondence" },
      synonyms: words("language spras sprache parla languagecode languageid langue"),
      example: "de",
    },
    {
      code: "isOwner",
      type: "boolean",
      required: false,
      label: { de: "Inhaber", en: "Owner of the business" },
      description: {
        de: "Die Person ist Inhaberin oder Inhaber des Betriebs",
        en: "The person owns the business",
      },
      synonyms: words("isowner inhaber inhaberin geschaeftsinhaber owner"),
      example: "ja",
    },
  ],
};
