import type { BusinessHours, ServicePromise } from "./promise-contract.ts";

/** Monday to Friday without a single holiday: those differ by canton and Land, so that a firm enters its own. */
export const defaultBusinessHours: BusinessHours = {
  weekdays: [1, 2, 3, 4, 5],
  opensAt: "08:00",
  closesAt: "17:00",
  holidays: [],
};

/**
 * Shipped promises: assumptions, no evidence (grade D), to be replaced by what a firm really promises. Small and large customers
 * get the same answer time on purpose: size may decide the form, never how reliable we are (domain.md §0.1, 2).
 * 97 minutes: 24 generalists for 20,000 customers (domain.md §0.1, 10).
 */
export const defaultPromises: readonly ServicePromise[] = [
  {
    code: "throughPartner",
    label: { de: "Über Partner betreut", en: "Served through a partner" },
    match: { responsibleTypes: ["partner", "ownUnit"] },
    reachability: {
      de: "Beim Partner zu dessen Zeiten; bei uns am Telefon Mo–Fr 8–17 Uhr",
      en: "At the partner's hours; with us by telephone Mon–Fri 8–17",
    },
    answerMinutes: 540,
    scope: {
      de: "Der Partner berät und liefert; wir helfen ihm und springen ein",
      en: "The partner advises and delivers; we help and step in",
    },
    price: { de: "Preise des Partners", en: "Prices of the partner" },
    form: "partner",
    communication: {
      languages: ["de"],
      channel: "phone",
      contactsPerYear: 1,
      sender: "responsible",
    },
    attentionMinutesPerYear: 20,
    specialistRoles: [],
    isAssumption: true,
  },
  {
    code: "large",
    label: { de: "Grosse Kunden", en: "Large customers" },
    match: { sizeClasses: ["large"] },
    reachability: {
      de: "Namentliche Ansprechperson mit Stellvertretung, Mo–Fr 8–17 Uhr",
      en: "A named contact with a deputy, Mon–Fri 8–17",
    },
    answerMinutes: 240,
    scope: {
      de: "Schlanke Zusammenarbeit mit den Fachleuten des Kunden, Besuche nach Vereinbarung",
      en: "Lean cooperation with the customer's own specialists, visits as agreed",
    },
    price: { de: "Vereinbarte Konditionen", en: "Agreed terms" },
    form: "field",
    communication: {
      languages: ["de"],
      channel: "visit",
      contactsPerYear: 4,
      sender: "responsible",
    },
    attentionMinutesPerYear: null,
    specialistRoles: ["keyAccount", "fieldSales", "expert"],
    isAssumption: true,
  },
  {
    code: "small",
    label: { de: "Kleine Kunden", en: "Small customers" },
    match: {},
    reachability: {
      de: "Telefon und Mail Mo–Fr 8–17 Uhr, eine Nummer, ein Team, das ganze Anliegen",
      en: "Telephone and mail Mon–Fri 8–17, one number, one team, the whole matter",
    },
    answerMinutes: 240,
    scope: {
      de: "Ein Generalist löst das ganze Anliegen; Fachleute holt er dazu",
      en: "A generalist solves the whole matter and brings in experts",
    },
    price: { de: "Listenpreis mit Onlinevorteil", en: "List price, lower online" },
    form: "poolGeneralist",
    communication: {
      languages: ["de"],
      channel: "phone",
      contactsPerYear: 2,
      sender: "responsible",
    },
    attentionMinutesPerYear: 97,
    specialistRoles: [],
    isAssumption: true,
  },
];
