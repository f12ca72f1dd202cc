import type { Text } from "../../measures/measure-contract.ts";
import type { DoublingPart } from "./report-contract.ts";

/** Names of the lines of a new customer's year. */
export const partLabels: Readonly<Record<DoublingPart, Text>> = {
  sales: { de: "Beitrag nach Waren", en: "Contribution after goods" },
  fees: { de: "Gebühren", en: "Fees" },
  programme: { de: "Programm je Kunde", en: "Programme per customer" },
  fieldVisits: { de: "Besuche", en: "Field visits" },
  orderEntry: { de: "Auftragserfassung", en: "Order entry" },
  logistics: { de: "Logistik", en: "Logistics" },
  experts: { de: "Fachleute", en: "Experts" },
  contacts: { de: "Gespräche und Fälle", en: "Talks and cases" },
  other: { de: "Übriges", en: "Other" },
  acquisition: { de: "Gewinnung", en: "Winning customers" },
};
