import { type EnumValue, type ImportKind, words } from "./contract.ts";
import { field, statedAtField } from "./event-fields.ts";

export const partnerTypeValues: readonly EnumValue[] = [
  {
    code: "ownUnit",
    label: { de: "eigene Einheit", en: "own unit" },
    pattern: "own ?unit|eigene|tochter|niederlassung|filiale|branch|subsidiary",
  },
  {
    code: "broker",
    label: { de: "Makler", en: "broker" },
    pattern: "makler|broker|vermittler|courtier",
  },
  {
    code: "agent",
    label: { de: "Agent", en: "agent" },
    pattern: "agent|vertret|handelsvertr|représentant",
  },
  {
    code: "dealer",
    label: { de: "Händler", en: "dealer" },
    pattern: "händler|haendler|dealer|reseller|handel|distribut|wiederverk|fachhandel|revendeur",
  },
];

export const partnerKeySynonyms = `partnerid partnernr partnernummer partnerno partnercode haendlernr haendlernummer
  haendlerid haendler dealerid dealerno dealernumber dealer agentid agentno vertreternummer maklernr makler brokerid
  broker vertriebspartner vertriebspartnernr distributorid distributor partner`;

export const partners: ImportKind = {
  code: "partners",
  label: { de: "Partner", en: "Partners" },
  description: {
    de: "Eine Zeile je Händler, Agent, Makler oder eigener Einheit",
    en: "One row per dealer, agent, broker or own unit",
  },
  keyFields: ["partnerKey"],
  oneOfGroups: [],
  signatureFields: ["partnerKey", "partnerType", "name"],
  fileNameHints: words("partner haendler dealer distributor makler broker agenten vertriebspartner"),
  tellingFields: ["partnerKey"],
  foreignHeaders:
    words(`kundennr kundennummer kunnr customerid customerno customernumber accountnumber accountid
    debitor debitorennr kdnr betrag amount`),
  precedes: ["customers", "contacts", "products"],
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
    field(
      "name",
      "text",
      ["Name", "Name"],
      ["Firma oder Name des Partners", "Company or name of the partner"],
      "partnername firma firmenname name1 company companyname haendlername dealername bezeichnung",
      "Eisen Meier AG",
    ),
    field(
      "partnerType",
      "enum",
      ["Partnerart", "Partner type"],
      ["Händler, Agent, Makler oder eigene Einheit", "Dealer, agent, broker or own unit"],
      "partnertyp partnerrolle partnerart dealertype typ art type",
      "Händler",
      { exampleEn: "dealer", values: partnerTypeValues },
    ),
    field(
      "region",
      "text",
      ["Gebiet", "Region"],
      ["Gebiet des Partners", "Territory of the partner"],
      "gebiet region kanton bundesland verkaufsgebiet territory state",
      "Ostschweiz",
    ),
    field(
      "contact",
      "text",
      ["Ansprechperson", "Contact"],
      ["Person beim Partner", "Person at the partner"],
      "ansprechpartner kontakt kontaktperson contactperson contactname email mail telefon phone",
      "Petra Muster",
    ),
    statedAtField,
  ],
};
