/**
 * The cost model that is shipped: assumptions, not evidence. Unit costs lean on the reference world of domain.md §2.5; grades
 * say how much is behind a figure (C: vendor or consultant, D: anecdote or a single firm). Replace them by a time sampling.
 */
import type { ActivityType, CostActivity, CostRole, EntryChannel } from "./model-contract.ts";
import { asLogged, direct } from "./model-contract.ts";

const role = (
  code: string,
  [de, en]: readonly [string, string],
  assumedRateCentsPerMinute: number,
  aliases: readonly string[],
  more: Partial<CostRole> = {},
): CostRole => ({
  code,
  label: { de, en },
  aliases: [...aliases],
  assumedRateCentsPerMinute,
  isSpecialist: false,
  loggedRatio: 0.9,
  grade: "D",
  ...more,
});

export const defaultRoles: readonly CostRole[] = [
  role("insideSales", ["Innendienst", "Inside sales"], 95, [
    "inside sales",
    "verkaufsinnendienst",
    "innendienst verkauf",
    "verkauf innendienst",
    "sachbearbeitung",
    "auftragsbearbeitung",
    "backoffice",
    "generalist",
    "generalistin",
    "kundenberatung",
    "ID",
    "VID",
  ]),
  role(
    "fieldSales",
    ["Aussendienst", "Field sales"],
    155,
    [
      "field sales",
      "field",
      "außendienst",
      "aussendienstmitarbeiter",
      "verkauf aussendienst",
      "sales rep",
      "rep",
      "AD",
      "ADM",
    ],
    // Small visits are logged least, just where small customers use field sales.
    { isSpecialist: true, loggedRatio: 0.7 },
  ),
  role(
    "keyAccount",
    ["Key-Account-Management", "Key account management"],
    185,
    ["key account", "key account manager", "kam", "grosskundenbetreuung", "großkundenbetreuung"],
    { isSpecialist: true, loggedRatio: 0.7 },
  ),
  role(
    "expert",
    ["Fachspezialisten", "Experts"],
    200,
    [
      "expert",
      "experte",
      "expertin",
      "fachspezialist",
      "spezialist",
      "engineering",
      "technik",
      "anwendungstechnik",
      "application engineer",
    ],
    { isSpecialist: true, loggedRatio: 0.8 },
  ),
  role(
    "logistics",
    ["Logistik", "Logistics"],
    85,
    ["lager", "warehouse", "versand", "shipping", "spedition"],
    {
      loggedRatio: 1,
    },
  ),
  role(
    "billing",
    ["Fakturierung und Debitoren", "Billing and receivables"],
    95,
    [
      "billing",
      "fakturierung",
      "debitoren",
      "debitorenbuchhaltung",
      "buchhaltung",
      "accounting",
      "finance",
      "finanzen",
    ],
    { loggedRatio: 1 },
  ),
  role("service", ["Kundendienst", "Customer service"], 95, [
    "service",
    "kundenservice",
    "support",
    "hotline",
    "helpdesk",
    "service desk",
    "reklamation",
    "customer support",
  ]),
  role(
    "management",
    ["Leitung und Verwaltung", "Management and administration"],
    220,
    ["management", "leitung", "geschäftsleitung", "verkaufsleitung", "administration", "verwaltung"],
    { loggedRatio: 1 },
  ),
];

const shares = (in3: number, in12: number, in24: number) => ({ "3": in3, "12": in12, "24": in24 });
const entryShares = shares(0.35, 0.7, 0.9);
const logisticsShares = shares(0.3, 0.65, 0.85);
const visitShares = shares(0.2, 0.5, 0.8);
const contactShares = shares(0.3, 0.6, 0.8);
const expertShares = shares(0.15, 0.4, 0.7);
const allShares = shares(1, 1, 1);

type Assumed = Omit<CostActivity, "grade" | "isAssumption" | "isAllocated"> &
  Partial<Pick<CostActivity, "grade" | "isAllocated">>;
const assumed = (activity: Assumed): CostActivity => ({
  grade: "D",
  isAllocated: false,
  ...activity,
  isAssumption: true,
});

/** What a lighter path took over in the reference world: 60 % of orders by telephone and mail. */
const towardsWeb = {
  activity: "orderWeb",
  feasibleRatio: { low: 0.35, mid: 0.6, high: 0.75 },
  eventsEach: 1,
};

const order = (
  code: string,
  [de, en]: readonly [string, string],
  channel: EntryChannel | null,
  equation: string,
  more: Partial<CostActivity> = {},
): CostActivity => ({
  ...assumed({
    code,
    label: { de, en },
    event: "order",
    ...(channel === null ? {} : { when: { channel } }),
    role: "insideSales",
    equation,
    avoidableRatio: entryShares,
    uncertaintyRatio: 0.3,
    grade: "C",
  }),
  ...more,
});

const talk = (
  code: string,
  [de, en]: readonly [string, string],
  activityType: ActivityType | null,
  roleIfNotLogged: string,
  equation: string,
  more: Partial<CostActivity> = {},
): CostActivity => ({
  ...assumed({
    code,
    label: { de, en },
    event: "activity",
    ...(activityType === null ? {} : { when: { activityType } }),
    role: asLogged,
    roleIfNotLogged,
    equation,
    avoidableRatio: contactShares,
    uncertaintyRatio: 0.3,
  }),
  ...more,
});

export const defaultActivities: readonly CostActivity[] = [
  order(
    "orderPhone",
    ["Bestellung am Telefon", "Order by telephone"],
    "phone",
    "12 + 3*lines + 15[newCustomer] + 10[expedited]",
    { insteadBy: towardsWeb },
  ),
  order(
    "orderMail",
    ["Bestellung per Mail", "Order by mail"],
    "mail",
    "9 + 3*lines + 15[newCustomer] + 10[expedited]",
    { insteadBy: towardsWeb },
  ),
  order(
    "orderWeb",
    ["Bestellung im Webshop", "Order in the web shop"],
    "web",
    "3.5 + 0.5*lines + 5[newCustomer]",
  ),
  order(
    "orderField",
    ["Bestellung beim Aussendienst", "Order with field sales"],
    "field",
    "10.5 + 3*lines + 15[newCustomer] + 10[expedited]",
    { role: "fieldSales", insteadBy: { ...towardsWeb, feasibleRatio: { low: 0.2, mid: 0.4, high: 0.6 } } },
  ),
  order("orderEdi", ["Bestellung über EDI", "Order by EDI"], "edi", "2"),
  order(
    "orderCounter",
    ["Bestellung am Schalter", "Order at the counter"],
    "counter",
    "6 + 2*lines + 10[newCustomer]",
  ),
  order("orderPartner", ["Bestellung über Partner", "Order through a partner"], "partner", "4 + 1*lines"),
  order(
    "orderUnknown",
    ["Bestellung, Weg unbekannt", "Order, way unknown"],
    null,
    "8 + 2.3*lines + 13[newCustomer] + 8[expedited]",
  ),
  assumed({
    code: "delivery",
    label: { de: "Rüsten, Packen, Versenden", en: "Picking, packing, shipping" },
    event: "delivery",
    role: "logistics",
    equation: "15 + 3*lines + 8[expedited]",
    avoidableRatio: logisticsShares,
    uncertaintyRatio: 0.25,
    grade: "C",
  }),
  assumed({
    code: "freight",
    label: { de: "Fracht", en: "Freight" },
    event: "freight",
    role: direct,
    equation: "0",
    avoidableRatio: allShares,
    uncertaintyRatio: 0,
  }),
  assumed({
    code: "invoice",
    label: { de: "Rechnung", en: "Invoice" },
    event: "invoice",
    role: "billing",
    equation: "2",
    avoidableRatio: logisticsShares,
    uncertaintyRatio: 0.4,
  }),
  assumed({
    code: "returnHandling",
    label: { de: "Retoure bearbeiten", en: "Handling a return" },
    event: "return",
    role: "logistics",
    equation: "10 + 3*lines",
    avoidableRatio: allShares,
    uncertaintyRatio: 0.4,
  }),
  assumed({
    code: "returnCost",
    label: { de: "Wertverlust und Fracht der Retouren", en: "Write-off and freight of returns" },
    event: "returnCost",
    role: direct,
    equation: "0",
    avoidableRatio: allShares,
    uncertaintyRatio: 0,
  }),
  // 168 minutes with the way there and back: CHF 260 at CHF 1.55 a minute.
  talk("visit", ["Kundenbesuch", "Customer visit"], "visit", "fieldSales", "168", {
    avoidableRatio: visitShares,
    uncertaintyRatio: 0.25,
    grade: "C",
    // In the reference world 26,000 dialogues stood in for 7,350 visits.
    insteadBy: {
      activity: "phoneDialogue",
      feasibleRatio: { low: 0.5, mid: 0.7, high: 0.8 },
      eventsEach: 3.5,
    },
  }),
  talk("meeting", ["Besprechung", "Meeting"], "meeting", "keyAccount", "90", {
    avoidableRatio: visitShares,
    uncertaintyRatio: 0.4,
  }),
  talk("call", ["Telefonat", "Telephone call"], "call", "insideSales", "11.6"),
  talk("mail", ["Mail", "Mail"], "mail", "insideSales", "8"),
  talk("expertHour", ["Arbeit von Fachspezialisten", "Work of experts"], "expert", "expert", "60", {
    avoidableRatio: expertShares,
    uncertaintyRatio: 0.4,
    insteadBy: {
      activity: "generalistSolution",
      feasibleRatio: { low: 0.3, mid: 0.5, high: 0.65 },
      eventsEach: 1,
    },
  }),
  talk("otherContact", ["Anderer Kontakt", "Other contact"], null, "insideSales", "11.6", {
    uncertaintyRatio: 0.5,
  }),
  assumed({
    code: "case",
    label: { de: "Servicefall", en: "Service case" },
    event: "case",
    role: asLogged,
    roleIfNotLogged: "service",
    equation: "15 + 10*transfers + 10*reopenings",
    avoidableRatio: contactShares,
    uncertaintyRatio: 0.5,
  }),
  assumed({
    code: "dunning",
    label: { de: "Mahnung", en: "Reminder" },
    event: "dunning",
    role: "billing",
    equation: "4 + 4*level",
    avoidableRatio: contactShares,
    uncertaintyRatio: 0.4,
  }),
  assumed({
    code: "customerYear",
    label: {
      de: "Kundenjahr (Stammdaten, Konditionen, Leitung)",
      en: "Customer year (master data, terms, management)",
    },
    event: "customerYear",
    role: "management",
    // CHF 55 a year at CHF 2.20 a minute.
    equation: "25",
    avoidableRatio: shares(0, 0, 0),
    isAllocated: true,
    uncertaintyRatio: 0.5,
  }),
  // CHF 24: a prepared talk of 25 minutes instead of a visit.
  assumed({
    code: "phoneDialogue",
    label: { de: "Vorbereitetes Gespräch am Telefon", en: "Prepared dialogue by telephone" },
    event: "planned",
    role: "insideSales",
    equation: "25",
    avoidableRatio: contactShares,
    uncertaintyRatio: 0.3,
  }),
  assumed({
    code: "generalistSolution",
    label: {
      de: "Lösung durch Generalisten mit Lösungsmuster",
      en: "Solution by a generalist with a solution pattern",
    },
    event: "planned",
    role: "insideSales",
    equation: "30",
    avoidableRatio: contactShares,
    uncertaintyRatio: 0.4,
  }),
];
