/** The rules of events and cost pools beyond what every statement obeys. */
import type { StatementKind } from "../../facts/statements/contract.ts";
import type { LocalizedText } from "../kinds/contract.ts";
import { poolFields } from "./cost-pools-sql.ts";
import type { StagedFields } from "./layered-select.ts";
import { missing, outOfRange, type RowRule, unreadable } from "./rules.ts";

/** What a row cannot do without: field and its name in a sentence. Keys that are made up where absent are not here. */
const required: Partial<Record<StatementKind["kind"], readonly (readonly [string, LocalizedText])[]>> = {
  orderHeaders: [["orderNumber", { de: "Die Auftragsnummer", en: "The order number" }]],
  deliveries: [["deliveryNumber", { de: "Die Liefernummer", en: "The delivery number" }]],
  returns: [
    ["returnNumber", { de: "Die Retourennummer", en: "The return number" }],
    ["returnDate", { de: "Das Retourendatum", en: "The return date" }],
  ],
  activities: [["startedAt", { de: "Der Tag", en: "The day" }]],
  serviceCases: [
    ["caseNumber", { de: "Die Fallnummer", en: "The case number" }],
    ["openedAt", { de: "Der Beginn", en: "The opening" }],
  ],
  dunning: [["noticeDate", { de: "Das Mahndatum", en: "The notice date" }]],
  costPools: [
    ["poolCode", { de: "Das Kürzel des Kostenpools", en: "The code of the pool" }],
    ["validFrom", { de: "Der Beginn der Periode", en: "The start of the period" }],
    ["validTo", { de: "Das Ende der Periode", en: "The end of the period" }],
    ["cost", { de: "Die Kosten", en: "The cost" }],
  ],
  serviceElements: [
    ["accountKey", { de: "Die Kundennummer", en: "The customer number" }],
    ["element", { de: "Die Leistung", en: "The element" }],
    ["usedAt", { de: "Der Tag", en: "The day" }],
  ],
  contracts: [
    ["contractNumber", { de: "Die Vertragsnummer", en: "The contract number" }],
    ["startedOn", { de: "Der Vertragsbeginn", en: "The start of the contract" }],
  ],
  partners: [["partnerKey", { de: "Die Partnernummer", en: "The partner key" }]],
  partnerCustomers: [
    ["partnerKey", { de: "Die Partnernummer", en: "The partner key" }],
    ["accountKey", { de: "Die Kundennummer", en: "The customer number" }],
  ],
  insights: [["claim", { de: "Die Aussage", en: "The claim" }]],
};

export function requiredOf(kind: StatementKind): readonly string[] {
  return required[kind.kind]?.map(([field]) => field) ?? [];
}

/** Fields that count or measure something and cannot be less than nothing. */
const neverNegative = [
  ["minutes", "minutes"],
  ["transfers", "transfers"],
  ["reopenings", "reopenings"],
  ["lines", "lines"],
  ["packages", "packages"],
  ["weightKg", "weight_kg"],
] as const;

export const negative = (field: string, staged: string): RowRule => ({
  code: `${field}Negative`,
  field,
  severity: "error",
  message: { de: "ist kleiner als null", en: "is below zero" },
  broken: `${staged} < 0`,
});

/** A period of costs is longer than any budget: presumably "for ever", which says nothing of a month. */
const longestPeriodYears = 5;

function costPoolRules(fields: StagedFields): RowRule[] {
  const capacity = "capacityMinutes" in fields ? "capacityMinutes" : "theoreticalMinutes";
  return [
    negative("cost", "cost_cents"),
    ...poolFields
      .filter(({ field }) => field in fields)
      .map(({ field, sql }) => unreadable(field, sql, "number", "error")),
    {
      code: `${capacity}Missing`,
      field: capacity,
      severity: "error",
      message: {
        de: "Dem Kostenpool fehlt die Kapazität: ohne Minuten hat seine Zeit keinen Preis",
        en: "The cost pool lacks a capacity: without minutes its time has no price",
      },
      broken: "capacity_minutes IS NULL AND raw_capacityMinutes IS NULL AND raw_theoreticalMinutes IS NULL",
    },
    {
      code: `${capacity}OutOfRange`,
      field: capacity,
      severity: "error",
      message: {
        de: "ist keine Kapazität: sie muss über null liegen",
        en: "is no capacity: it must be above zero",
      },
      broken: "capacity_minutes <= 0",
    },
    ...("practicalShare" in fields
      ? [
          {
            code: "practicalShareOutOfRange",
            field: "practicalShare",
            severity: "error",
            message: {
              de: "liegt nicht über 0 und bis 1 (oder 100 %)",
              en: "is not above 0 and up to 1 (or 100%)",
            },
            broken: "practical_share <= 0 OR practical_share > 100",
          } satisfies RowRule,
        ]
      : []),
    {
      code: "validToBeforeValidFrom",
      field: "validTo",
      severity: "error",
      message: { de: "liegt vor dem Beginn der Periode", en: "is before the start of the period" },
      broken: "valid_to < valid_from",
    },
    {
      code: "validToOutOfRange",
      field: "validTo",
      severity: "error",
      message: {
        de: `macht die Periode länger als ${longestPeriodYears} Jahre`,
        en: `makes the period longer than ${longestPeriodYears} years`,
      },
      broken: `valid_to > valid_from + INTERVAL ${longestPeriodYears} YEAR`,
    },
    periodOverlaps,
  ];
}

/** Found over all rows of the file and the stored pools once the file is staged; see `overlappingPools`. */
export const periodOverlaps: RowRule = {
  code: "periodOverlaps",
  field: "validFrom",
  severity: "error",
  message: {
    de: "beginnt eine Periode, die sich mit einer anderen desselben Kostenpools überschneidet",
    en: "starts a period that overlaps with another one of the same pool",
  },
  broken: "false",
};

/** `03.02.` closed on the day on which it was opened at noon is not before it: the day came without a time. */
export const closedTooEarlySql = `closed_at < opened_at
  AND NOT (closed_at::TIME = TIME '00:00:00' AND closed_at::DATE = opened_at::DATE)`;

const closedBeforeOpened: RowRule = {
  code: "closedBeforeOpened",
  field: "closedAt",
  severity: "warning",
  message: {
    de: "liegt vor der Eröffnung; der Fall bleibt ohne Schluss",
    en: "is before the opening; the case stays without a close",
  },
  broken: closedTooEarlySql,
};

/** Days that must be plausible, by kind: when it happened. Dates ahead (next contact, expiry) may be anywhere. */
const happened: Partial<Record<StatementKind["kind"], readonly string[]>> = {
  orderHeaders: ["orderDate", "enteredAt"],
  deliveries: ["deliveryDate"],
  returns: ["returnDate"],
  activities: ["startedAt"],
  serviceCases: ["openedAt"],
  dunning: ["noticeDate"],
  costPools: ["validFrom"],
  serviceElements: ["usedAt"],
  surveys: ["answeredAt"],
};

/** Dates without which the row is nobody's in time: unreadable ones reject it. */
export function isDecisiveDate(kind: StatementKind, field: string): boolean {
  return happened[kind.kind]?.includes(field) === true || (kind.kind === "costPools" && field === "validTo");
}

const noOrderDate: RowRule = {
  code: "orderDateMissing",
  field: "orderDate",
  severity: "error",
  message: { de: "Der Tag des Auftrags fehlt", en: "The day of the order is missing" },
  broken: "raw_orderDate IS NULL AND raw_enteredAt IS NULL",
};

export function eventRules(kind: StatementKind, fields: StagedFields, today: string): RowRule[] {
  const staged = (field: string) => [...kind.key, ...kind.attributes].find((each) => each.field === field);
  const rules = (required[kind.kind] ?? []).map(([field, what]) => missing(field, what));
  if (kind.kind === "orderHeaders") rules.push(noOrderDate);
  for (const field of happened[kind.kind] ?? []) {
    if (field in fields) rules.push(outOfRange(field, staged(field)!.sql, today));
  }
  for (const [field, sql] of neverNegative) {
    if (field in fields && staged(field) !== undefined) rules.push(negative(field, sql));
  }
  if (kind.kind === "costPools") rules.push(...costPoolRules(fields));
  if (kind.kind === "serviceCases" && "closedAt" in fields) rules.push(closedBeforeOpened);
  if (kind.attributes.some((column) => column.sql === "currency")) {
    rules.push({
      code: "currencyUnknown",
      field: "currency",
      severity: "error",
      message: {
        de: "ist kein Währungscode aus drei Buchstaben",
        en: "is not a currency code of three letters",
      },
      broken: "currency IS NOT NULL AND NOT regexp_full_match(currency, '[A-Z]{3}')",
    });
  }
  return rules;
}
