import type { Text } from "../measure-contract.ts";
import type { CaseTypeFacts, UnitCosts } from "./case-type-facts.ts";
import type { DemandRule } from "./demand-rules.ts";
import type { Addressee, Corner, LadderStep } from "./report-contract.ts";

export interface MeansInput {
  readonly facts: CaseTypeFacts;
  readonly rule: DemandRule | null;
  readonly unitCosts: UnitCosts;
}

/** One way to shrink a corner. Shares and minutes are assumptions with an evidence grade until an experiment replaces them. */
export interface MeansSpec {
  readonly code: string;
  readonly label: Text;
  readonly description: Text;
  readonly corner: Corner;
  readonly ladderStep: LadderStep;
  readonly addressee: (input: MeansInput) => Addressee;
  /** Avoidable cents per year that the means can touch at all; 0: it does not apply. */
  readonly touchedCents: (input: MeansInput) => number;
  /** Share of that which is expected to disappear; low and high are an 80 % interval. */
  readonly share: { readonly low: number; readonly mid: number; readonly high: number };
  /** Minutes of all customers per year if the expected share comes true; negative: they are relieved. */
  readonly customerMinutes: (input: MeansInput) => number;
  /** Our minutes in the first year. */
  readonly ourMinutes: (input: MeansInput) => number;
  readonly grade: "A" | "B" | "C" | "D";
}

const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
/** Contacts that are neither orders nor visits nor experts: talk, mail, case. */
const talks = ({ facts }: MeansInput) =>
  Math.max(0, facts.contacts - facts.orders - facts.visits - facts.expertContacts);
const ownCents = ({ facts }: MeansInput) =>
  Math.max(0, facts.avoidableCents - facts.visitAvoidableCents - facts.expertAvoidableCents);
const orderCents = (input: MeansInput) =>
  input.facts.orders === 0
    ? 0
    : ratio(input.facts.orders, input.facts.orders + talks(input)) * ownCents(input);
const talkCents = (input: MeansInput) => ownCents(input) - orderCents(input);
const demanded = ({ facts }: MeansInput) =>
  facts.failureContacts + facts.valueContacts + facts.unknownContacts;
const avoidableOf = (part: (input: MeansInput) => number) => (input: MeansInput) =>
  ratio(part(input), demanded(input)) * input.facts.avoidableCents;
const failureRatio = (input: MeansInput) => ratio(input.facts.failureContacts, demanded(input));

/** Talks about buying itself: no solution is missing, only value per talk. */
const isAboutTerms = (rule: DemandRule | null) =>
  rule !== null && ["offer", "contract", "order", "availability"].includes(rule.code);

/** Ways in which an order needs one of our people. */
const personalChannels: readonly (string | null)[] = ["phone", "mail", "field", "counter"];
const processOwners: readonly Addressee[] = [
  "deliveryProcess",
  "logistics",
  "billing",
  "quality",
  "orderProcess",
  "serviceProcess",
  "digital",
];

export const fixCause: MeansSpec = {
  code: "fixCause",
  label: { de: "Ursache im eigenen Ablauf beheben", en: "Remove the cause in our own process" },
  description: {
    de: "Die Kontakte entstehen, weil bei uns etwas nicht klappt. Ablauf ändern, der sie auslöst; der Kunde muss nichts tun.",
    en: "The contacts arise because something fails on our side. Change the process that causes them; the customer has nothing to do.",
  },
  corner: "effort",
  ladderStep: "reassess",
  addressee: ({ rule }) =>
    rule?.demand === "failure" && processOwners.includes(rule.addressee) ? rule.addressee : "serviceProcess",
  touchedCents: avoidableOf(({ facts }) => facts.failureContacts),
  share: { low: 0.3, mid: 0.5, high: 0.7 },
  customerMinutes: ({ facts }) => -10 * 0.5 * facts.failureContacts,
  ourMinutes: () => 4_800,
  grade: "C",
};

/** Ends the relation: see `meansOf`, which keeps it last. */
export const endRelation: MeansSpec = {
  code: "endRelation",
  label: {
    de: "Zusammenarbeit geordnet beenden, wenn alles davor ausgeschöpft ist",
    en: "End the relation in good order, once all else is exhausted",
  },
  description: {
    de: "Erst prüfen, erklären, neu vereinbaren, auf ein anderes Bedienmodell wechseln. Erst danach gemeinsam eine andere Bezugsquelle suchen.",
    en: "First reassess, educate, renegotiate, migrate to another service model. Only then look for another source together.",
  },
  corner: "effort",
  ladderStep: "end",
  addressee: () => "insideSalesLead",
  touchedCents: ({ facts }) => Math.max(0, -(facts.triangleContributionCents ?? 0)),
  share: { low: 0, mid: 0.1, high: 0.3 },
  customerMinutes: ({ facts }) => 60 * 0.1 * facts.triangleCustomers,
  ourMinutes: ({ facts }) => 30 * 0.1 * facts.triangleCustomers,
  grade: "D",
};

/** All means but the last one. */
export const meansLibrary: readonly MeansSpec[] = [
  fixCause,
  {
    code: "solveAtOnce",
    label: { de: "Beim ersten Kontakt lösen", en: "Solve at the first contact" },
    description: {
      de: "Entscheidungskompetenz und Wissen zu den Generalisten: keine Weitergabe, keine Wiederöffnung.",
      en: "Decision rights and knowledge to the generalists: no transfer, no reopening.",
    },
    corner: "effort",
    ladderStep: "reassess",
    addressee: () => "insideSalesLead",
    touchedCents: ({ facts, unitCosts }) =>
      Math.min(facts.avoidableCents, (facts.transfers + facts.reopenings) * unitCosts.handoverCents),
    share: { low: 0.3, mid: 0.5, high: 0.7 },
    customerMinutes: ({ facts }) => -8 * 0.5 * (facts.transfers + facts.reopenings),
    ourMinutes: () => 2_400,
    grade: "C",
  },
  {
    code: "clarifyReasons",
    label: { de: "Gründe klären", en: "Find out the reasons" },
    description: {
      de: "Zwei Wochen lang beim Abschluss den Grund festhalten; danach ist bekannt, was davon wir selbst verursachen.",
      en: "Note the reason at closing for two weeks; then it is known how much of it we cause ourselves.",
    },
    corner: "effort",
    ladderStep: "reassess",
    addressee: () => "serviceProcess",
    touchedCents: avoidableOf(({ facts }) => facts.unknownContacts),
    share: { low: 0, mid: 0.08, high: 0.2 },
    customerMinutes: () => 0,
    ourMinutes: ({ facts }) => Math.round((facts.unknownContacts * 0.5) / 26),
    grade: "D",
  },
  {
    code: "solutionPattern",
    label: { de: "Bewährte Lösungsmuster", en: "Proven solution patterns" },
    description: {
      de: "Wiederkehrende Fragen mit einer geprüften Lösung beantworten: ein Blatt, ein Set, eine Empfehlung statt jedes Mal von vorn.",
      en: "Answer recurring questions with a tested solution: one sheet, one set, one recommendation instead of starting anew.",
    },
    corner: "need",
    ladderStep: "educate",
    addressee: ({ rule }) => (rule?.code === "advice" ? "expertLead" : "insideSalesLead"),
    touchedCents: (input) => (isAboutTerms(input.rule) ? 0 : talkCents(input) * (1 - failureRatio(input))),
    share: { low: 0.1, mid: 0.25, high: 0.4 },
    customerMinutes: (input) => -5 * 0.25 * talks(input) * (1 - failureRatio(input)),
    ourMinutes: () => 3_600,
    grade: "D",
  },
  {
    code: "expertOnTap",
    label: { de: "Fachleute stundenweise statt im Fall", en: "Experts on tap instead of in the case" },
    description: {
      de: "Generalisten lösen mit Lösungsmustern; Fachleute stehen zu festen Zeiten für zehn Minuten bereit.",
      en: "Generalists solve with solution patterns; experts are on hand for ten minutes at fixed times.",
    },
    corner: "need",
    ladderStep: "educate",
    addressee: () => "expertLead",
    touchedCents: ({ facts }) => facts.expertAvoidableCents,
    share: { low: 0.3, mid: 0.5, high: 0.65 },
    customerMinutes: ({ facts }) => -10 * 0.5 * facts.expertContacts,
    ourMinutes: ({ facts }) => 2_400 + 10 * Math.round(facts.expertContacts * 0.5),
    grade: "D",
  },
  {
    code: "provenBasket",
    label: { de: "Stammsortiment als Set", en: "Core assortment as a set" },
    description: {
      de: "Was der Betrieb laufend braucht, als ein Set mit einem Preis: weniger Vielfalt je Bestellung, nichts fehlt.",
      en: "What the business needs all the time as one set at one price: less variety per order, nothing is missing.",
    },
    corner: "need",
    ladderStep: "educate",
    addressee: () => "productAndPrice",
    touchedCents: orderCents,
    share: { low: 0.05, mid: 0.12, high: 0.2 },
    customerMinutes: ({ facts }) => -3 * 0.12 * facts.orders,
    ourMinutes: () => 3_600,
    grade: "D",
  },
  {
    code: "recurringOrder",
    label: { de: "Bündeln: Dauer- oder Sammelbestellung", en: "Bundle: recurring or collected order" },
    description: {
      de: "Einen festen Bestelltag oder eine Dauerbestellung anbieten, mit Vorteil für den Kunden; der Wert je Bestellung steigt.",
      en: "Offer a fixed order day or a recurring order, with an advantage for the customer; the value per order rises.",
    },
    corner: "value",
    ladderStep: "educate",
    addressee: () => "insideSalesLead",
    touchedCents: orderCents,
    share: { low: 0.1, mid: 0.25, high: 0.4 },
    customerMinutes: ({ facts }) => 5 * facts.customers - 6 * 0.25 * facts.orders,
    ourMinutes: ({ facts }) => 1_200 + 2 * facts.customers,
    grade: "C",
  },
  {
    code: "smallOrderTerms",
    label: {
      de: "Kleinmengenzuschlag mit kostenlosem Ausweg",
      en: "Small-order surcharge with a way around it at no cost",
    },
    description: {
      de: "Kostenbasiert, angekündigt, vom Kunden vermeidbar: wer bündelt oder online bestellt, zahlt nichts.",
      en: "Cost-based, announced, avoidable by the customer: who bundles or orders online pays nothing.",
    },
    corner: "value",
    ladderStep: "renegotiate",
    addressee: () => "productAndPrice",
    touchedCents: orderCents,
    share: { low: 0.05, mid: 0.15, high: 0.3 },
    customerMinutes: ({ facts }) => 2 * 0.15 * facts.orders,
    ourMinutes: () => 2_400,
    grade: "D",
  },
  {
    code: "serviceTerms",
    label: { de: "Leistung im Paket vereinbaren", en: "Agree on the service as a package" },
    description: {
      de: "Beratung mit Jahresbedarf verbinden: ein Gespräch im Jahr mit Bestellplan statt vieler einzelner Anfragen.",
      en: "Tie advice to the needs of a year: one talk a year with an order plan instead of many single requests.",
    },
    corner: "value",
    ladderStep: "renegotiate",
    addressee: () => "productAndPrice",
    touchedCents: (input) => talkCents(input) * (1 - failureRatio(input)) + input.facts.visitAvoidableCents,
    share: { low: 0.05, mid: 0.12, high: 0.25 },
    customerMinutes: (input) =>
      20 * input.facts.customers - 5 * 0.12 * talks(input) * (1 - failureRatio(input)),
    ourMinutes: ({ facts }) => 2_400 + 20 * facts.customers,
    grade: "D",
  },
  {
    code: "lighterChannel",
    label: { de: "Leichterer Bestellweg", en: "Lighter way to order" },
    description: {
      de: "Shop oder Scan, der weniger Arbeit macht als das Telefon; ein Mensch bleibt mit zwei Klicks erreichbar.",
      en: "Shop or scan that is less work than the telephone; a person stays within two clicks.",
    },
    corner: "effort",
    ladderStep: "migrate",
    addressee: () => "digital",
    touchedCents: (input) =>
      personalChannels.includes(input.facts.channel) && input.unitCosts.webOrderCents !== null
        ? Math.max(0, orderCents(input) - input.facts.orders * input.unitCosts.webOrderCents)
        : 0,
    share: { low: 0.35, mid: 0.6, high: 0.75 },
    customerMinutes: ({ facts }) => 0.6 * (15 * facts.customers - 2 * facts.orders),
    ourMinutes: ({ facts }) => 4_800 + 3 * facts.customers,
    grade: "C",
  },
  {
    code: "selfInformation",
    label: { de: "Auskunft ohne Anruf", en: "Information without a call" },
    description: {
      de: "Stand von Lieferung, Rechnung und Bestand von selbst melden oder nachsehen lassen.",
      en: "Announce the state of delivery, invoice and stock, or let customers look it up.",
    },
    corner: "effort",
    ladderStep: "migrate",
    addressee: () => "digital",
    touchedCents: (input) =>
      input.rule !== null && ["deliveryDelay", "invoiceError", "availability"].includes(input.rule.code)
        ? talkCents(input)
        : 0,
    share: { low: 0.1, mid: 0.25, high: 0.4 },
    customerMinutes: (input) => -6 * 0.25 * talks(input),
    ourMinutes: () => 4_800,
    grade: "D",
  },
  {
    code: "dialogueInsteadOfVisit",
    label: { de: "Vorbereitetes Gespräch statt Besuch", en: "Prepared dialogue instead of a visit" },
    description: {
      de: "Feste Ansprechperson am Telefon, mehrmals im Jahr, vorbereitet; besucht wird, wo es vor Ort etwas zu lösen gibt.",
      en: "A named person on the telephone, several times a year, prepared; visits where something is to be solved on site.",
    },
    corner: "effort",
    ladderStep: "migrate",
    addressee: () => "insideSalesLead",
    // In the reference world 26,000 dialogues stood in for 7,350 visits: about 3.5 each.
    touchedCents: ({ facts, unitCosts }) =>
      Math.max(0, facts.visitAvoidableCents - 3.5 * facts.visits * unitCosts.dialogueCents),
    share: { low: 0.5, mid: 0.7, high: 0.8 },
    customerMinutes: ({ facts }) => -10 * 0.7 * facts.visits,
    ourMinutes: () => 2_400,
    grade: "C",
  },
];
