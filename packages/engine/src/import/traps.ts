import { namesAPeriod, normaliseHeader } from "./headers.ts";
import type { LocalizedText } from "./kinds/contract.ts";
import type { ImportKindCode } from "./result.ts";

/** What a column looks like and is not, with the sentence that says so. */
export interface Trap {
  /** The field the column goes to instead; null: none. */
  readonly field: string | null;
  readonly reason: LocalizedText;
}

interface TrapRule extends Trap {
  readonly kinds: readonly ImportKindCode[];
  readonly applies: (key: string, header: string) => boolean;
}

const turnoverWords = /umsatz|revenue|turnover|umsa1|^sales(?:$|\d|volume|amount|value|ytd|ly|last)|erloes/;

/** The first rule that applies holds. Sources: field lists of SAP KNA1/KNVV, Salesforce Account, Dataverse account. */
const rules: readonly TrapRule[] = [
  {
    kinds: ["customers"],
    applies: (key, header) => turnoverWords.test(key) && namesAPeriod(header),
    field: null,
    reason: {
      de: "Umsatz eines Zeitraums in einer Kundendatei bleibt unbeachtet: unser Verkauf an den Kunden kommt nur aus Belegen.",
      en: "Sales of a period in a customer file are not used: our sales to the customer come from documents only.",
    },
  },
  {
    kinds: ["customers"],
    applies: (key) => turnoverWords.test(key),
    field: "ownTurnover",
    reason: {
      de: "Der eigene Umsatz des Kunden, nicht unser Verkauf an ihn; der kommt nur aus Belegen.",
      en: "The customer's own turnover, not our sales to it; those come from documents only.",
    },
  },
  {
    kinds: ["customers"],
    applies: (key) =>
      /^(?:klabc|abc.*|kundenklasse|customerclass|.*rating.*|accountclassificationcode|bewertung)$/.test(key),
    field: "opinionClass",
    reason: {
      de: "Von Hand gesetzte Einstufung unbekannten Alters: wird als Meinung geführt, nicht als Grösse.",
      en: "A class set by hand at an unknown time: kept as an opinion, not as size.",
    },
  },
  {
    kinds: ["customers"],
    applies: (key) => /gruend|foundingyear|yearestablished|yearfounded/.test(key),
    field: null,
    reason: {
      de: "Gründungsjahr der Firma, nicht der Beginn der Kundenbeziehung.",
      en: "The year in which the firm was founded, not the start of the customer relation.",
    },
  },
  {
    kinds: ["saleLines"],
    applies: (key) =>
      /^(?:kunwe|kunrg|kunre|shipto.*|warenempf.*|regulierer.*|payer.*|rechnungsempf.*)$/.test(key),
    field: null,
    reason: {
      de: "Warenempfänger, Rechnungsempfänger oder Zahler: der Verkauf zählt beim Auftraggeber.",
      en: "Ship-to, bill-to or payer: the sale counts with the sold-to account.",
    },
  },
  {
    kinds: ["saleLines"],
    applies: (key) =>
      /faellig|duedate|zahlungsziel|lieferdat|lieferter|deliverydate|shippeddate|requireddate|wadat/.test(
        key,
      ),
    field: null,
    reason: {
      de: "Fälligkeits- oder Lieferdatum, nicht das Belegdatum.",
      en: "Due or delivery date, not the document date.",
    },
  },
  {
    kinds: ["saleLines"],
    applies: (key) => /^(?:mwst.*|mwsbp|mwsbk|ust.*|steuer.*|tax.*|vat.*)$/.test(key),
    field: null,
    reason: {
      de: "Mehrwertsteuer gehört nicht zum Umsatz.",
      en: "Value-added tax is no part of sales.",
    },
  },
  {
    kinds: ["saleLines"],
    applies: (key) => /brutto|gross|inklmwst|includingvat|inclvat|ttc/.test(key) && !/preis|price/.test(key),
    field: "amount",
    reason: {
      de: "Bruttobetrag, vermutlich mit Mehrwertsteuer: bitte prüfen, Umsatz wird netto geführt.",
      en: "Gross amount, presumably with value-added tax: please check, sales are kept net.",
    },
  },
  {
    kinds: ["saleLines"],
    applies: (key) =>
      /^(?:standardcost|productstandardcost|unitcost.*|einstandspreis|ekpreis|verpr|stprs)$/.test(key),
    field: "unitCost",
    reason: {
      de: "Kosten je Stück, nicht der ganzen Zeile; sie gelten, wo die Zeile keine eigenen Kosten nennt.",
      en: "Cost per unit, not of the whole line; used where the line states no cost of its own.",
    },
  },
];

/** The trap that a header is in a file of this kind; null for an honest header. */
export function trapOf(kind: ImportKindCode, header: string): Trap | null {
  const { key } = normaliseHeader(header);
  return rules.find((rule) => rule.kinds.includes(kind) && rule.applies(key, header)) ?? null;
}
