import { z } from "zod";
import { defaultBusinessHours, defaultPromises } from "../promises/default-promises-contract.ts";
import { businessHoursSchema, promisesSchema } from "../promises/promise-contract.ts";
import { defaultRules, responsibilityRulesSchema } from "../responsibility/rule-contract.ts";
import type { ParameterSpec } from "./parameter-spec.ts";

const roleCode = z.string().min(1).max(60);

/** Who is responsible, what is promised, what counts as a leak, and when service fits need. */
export const responsibilityParameters: readonly ParameterSpec[] = [
  {
    code: "responsibility.rules",
    schema: responsibilityRulesSchema,
    default: defaultRules,
    isAssumption: false,
    unit: "ordered list of rules",
    label: { de: "Regeln der Zuständigkeit", en: "Rules of responsibility" },
    description: {
      de: "Die erste Regel, die auf einen Kunden passt, bestimmt, wer zuständig ist; Ausnahmen einzelner Kunden gehen vor",
      en: "The first rule that fits a customer decides who is responsible; exceptions of single customers go first",
    },
    affects: ["responsibility"],
  },
  {
    code: "promises",
    schema: promisesSchema,
    default: defaultPromises,
    isAssumption: true,
    unit: "ordered list of promises",
    label: { de: "Leistungsversprechen", en: "Service promises" },
    description: {
      de: "Je Kategorie: Erreichbarkeit, Antwortzeit, Umfang, Preis, Form und Kommunikation; die letzte gilt für alle übrigen. Annahmen, Evidenzgrad D",
      en: "Per category: reachability, answer time, scope, price, form and communication; the last holds for all others. Assumptions, evidence grade D",
    },
    affects: ["responsibility"],
  },
  {
    code: "business.hours",
    schema: businessHoursSchema,
    default: defaultBusinessHours,
    isAssumption: true,
    unit: "weekdays 1–7, hh:mm",
    label: { de: "Geschäftszeit", en: "Business hours" },
    description: {
      de: "Wochentage, Öffnung und Feiertage, in denen Antwortzeiten laufen. Annahme, bis die Firma ihre Zeiten nennt",
      en: "Weekdays, opening and holidays in which answer times run. An assumption until the firm enters its own",
    },
    affects: ["responsibility"],
  },
  {
    code: "people.roles",
    schema: z.record(z.string().min(1).max(200), roleCode),
    default: {},
    isAssumption: false,
    unit: "role per person or user code",
    label: { de: "Rollen der Personen", en: "Roles of people" },
    description: {
      de: "Welche Rolle eine Person oder ein Benutzerkürzel hat, wo die Datei nur den Namen nennt, z. B. {«MEI»: «keyAccount»}",
      en: "Which role a person or user code has where a file names the person only, e.g. {“MEI”: “keyAccount”}",
    },
    affects: ["responsibility"],
  },
  {
    code: "leak.unloggedRatio",
    schema: z.record(roleCode, z.number().min(0).lt(1)),
    default: {},
    isAssumption: false,
    unit: "share of the work per role",
    label: { de: "Nicht erfasste Arbeit je Rolle", en: "Work that nobody logs, per role" },
    description: {
      de: "Anteil der Arbeit, den niemand erfasst; ohne Eintrag gilt 1 minus der erfasste Anteil der Rolle (costToServe.roles). Er macht aus dem Leck eine Spanne",
      en: "Share of the work that nobody logs; without an entry 1 minus the logged share of the role (costToServe.roles). It makes the leak an interval",
    },
    affects: ["responsibility"],
  },
  {
    code: "leak.legitimateReasons",
    schema: z.array(z.string().min(1).max(200)).max(200),
    default: [],
    isAssumption: false,
    unit: "list of reasons",
    label: { de: "Gewollter Einsatz von Fachleuten", en: "Wanted use of specialists" },
    description: {
      de: "Gründe, aus denen Key Account, Aussendienst oder Fachleute bei Kleinkunden gewollt sind; sie zählen nicht als Leck",
      en: "Reasons for which key account, field sales or experts at small customers are wanted; they do not count as a leak",
    },
    affects: ["responsibility"],
  },
  {
    code: "attention.roles",
    schema: z.array(roleCode).min(1).max(50),
    default: ["insideSales", "fieldSales", "keyAccount", "expert", "service"],
    isAssumption: true,
    unit: "list of roles",
    label: { de: "Rollen mit Aufmerksamkeit für Kunden", en: "Roles with attention for customers" },
    description: {
      de: "Deren Minuten als Aufmerksamkeit zählen; Lager und Fakturierung gehören nicht dazu. Annahme",
      en: "Whose minutes count as attention; warehouse and billing do not. An assumption",
    },
    affects: ["responsibility"],
  },
  {
    code: "mismatch.usedRatio",
    schema: z.number().min(0).max(1),
    default: 0.2,
    isAssumption: true,
    unit: "ratio",
    label: { de: "Wenig genutzt bis", en: "Little used up to" },
    description: {
      de: "Bis zu diesem Anteil genutzter Leistungen gilt der Service für einen grossen Kunden mit eigenen Fachleuten als zu aufwendig. Annahme, Evidenzgrad D",
      en: "Up to this share of used service elements the service for a large customer with own specialists counts as too elaborate. Assumption, evidence grade D",
    },
    affects: [],
  },
  {
    code: "mismatch.elementMinutes",
    schema: z.number().min(0).max(10_000),
    default: 45,
    isAssumption: true,
    unit: "minutes per offer",
    label: { de: "Minuten je angebotene Leistung", en: "Minutes per offered element" },
    description: {
      de: "Arbeit an einer angebotenen Leistung, wo die Datei keine Minuten nennt. Annahme, Evidenzgrad D",
      en: "Work on an offered service element where the file names no minutes. Assumption, evidence grade D",
    },
    affects: [],
  },
  {
    code: "mismatch.needQuantile",
    schema: z.number().gt(0).lt(1),
    default: 0.75,
    isAssumption: true,
    unit: "ratio",
    label: { de: "Breiter Bedarf ab Quantil", en: "Broad need from quantile" },
    description: {
      de: "Ab diesem Quantil aller Kunden gilt ein Bedarf als breit. Annahme",
      en: "From this quantile of all customers a need counts as broad. An assumption",
    },
    affects: [],
  },
  {
    code: "mismatch.attentionQuantile",
    schema: z.number().gt(0).lt(1),
    default: 0.25,
    isAssumption: true,
    unit: "ratio",
    label: { de: "Wenig Aufmerksamkeit bis Quantil", en: "Little attention up to quantile" },
    description: {
      de: "Bis zu diesem Quantil der Minuten je Kunde gilt die Aufmerksamkeit als gering. Annahme",
      en: "Up to this quantile of the minutes per customer attention counts as little. An assumption",
    },
    affects: [],
  },
];
