/**
 * The columns of the customer table: one list from which the SQL projection, the explorer, the exports, the CLI and the
 * "what am I made of?" labels derive. Order is the default order on screen.
 */
export type ColumnType =
  | "text"
  | "cents"
  | "count"
  | "days"
  | "ratio"
  | "date"
  | "enum"
  | "boolean"
  | "number";

export interface CustomerColumn {
  /** Name in JSON and in the URL. */
  readonly code: string;
  /** Column of the snapshot table. */
  readonly sql: string;
  readonly type: ColumnType;
  readonly label: { readonly de: string; readonly en: string };
  /** Meaning, period and null rule in one sentence. */
  readonly description: { readonly de: string; readonly en: string };
  /** Values of an enum column. */
  readonly values?: readonly string[];
  /** Shown unless the reader chose other columns. */
  readonly shownByDefault: boolean;
  /** Measure folder that computes it; null for a fact of the customer. */
  readonly measure: "sales" | "orders" | "rhythm" | "expectation" | "size" | null;
}

export const rhythmStates = ["active", "slowing", "dormant", "lost", "neverBought", "rhythmUnclear"] as const;
export type RhythmState = (typeof rhythmStates)[number];
export const sizeClasses = ["small", "large", "sizeUnclear"] as const;
export type SizeClass = (typeof sizeClasses)[number];

type Row = readonly [
  code: string,
  type: ColumnType,
  measure: CustomerColumn["measure"],
  shown: 0 | 1,
  de: string,
  en: string,
  deText: string,
  enText: string,
  values?: readonly string[],
];

const snake = (code: string) => code.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const rows: readonly Row[] = [
  [
    "customerId",
    "number",
    null,
    0,
    "Nr.",
    "No.",
    "Laufende Nummer der wirtschaftlichen Einheit",
    "Running number of the economic unit",
  ],
  [
    "name",
    "text",
    null,
    1,
    "Kunde",
    "Customer",
    "Name des Kunden; ohne Kundenstamm die Kontonummer",
    "Name of the customer; without master data the account number",
  ],
  [
    "accountKey",
    "text",
    null,
    1,
    "Konto",
    "Account",
    "Erste Kontonummer der wirtschaftlichen Einheit",
    "First account number of the economic unit",
  ],
  [
    "accounts",
    "count",
    null,
    0,
    "Konten",
    "Accounts",
    "Zahl der Konten, die zu diesem Kunden gehören",
    "Number of accounts that belong to this customer",
  ],
  [
    "city",
    "text",
    null,
    1,
    "Ort",
    "City",
    "Ort gemäss letzter datierter Angabe",
    "City by the latest dated statement",
  ],
  [
    "postcode",
    "text",
    null,
    0,
    "PLZ",
    "Postcode",
    "Postleitzahl gemäss letzter datierter Angabe",
    "Postcode by the latest dated statement",
  ],
  [
    "country",
    "text",
    null,
    0,
    "Land",
    "Country",
    "Land gemäss Kundenstamm, sonst des letzten Belegs",
    "Country by master data, else of the latest document",
  ],
  ["branch", "text", null, 1, "Branche", "Branch", "Branche gemäss Kundenstamm", "Branch by master data"],
  [
    "phone",
    "text",
    null,
    0,
    "Telefon",
    "Phone",
    "Telefon gemäss Kundenstamm oder Kontakt",
    "Phone by master data or contact",
  ],
  [
    "email",
    "text",
    null,
    0,
    "E-Mail",
    "E-mail",
    "E-Mail gemäss Kundenstamm oder Kontakt",
    "E-mail by master data or contact",
  ],
  [
    "owner",
    "text",
    null,
    0,
    "Zuständig",
    "Responsible",
    "Zuständige Person gemäss Kundenstamm",
    "Responsible person by master data",
  ],
  [
    "sizeClass",
    "enum",
    "size",
    1,
    "Grösse",
    "Size",
    "Grössenklasse mit Schwankungsband, gerechnet über Quartalsenden",
    "Size class with hysteresis band, folded over quarter ends",
    sizeClasses,
  ],
  [
    "rhythmState",
    "enum",
    "rhythm",
    1,
    "Rhythmus",
    "Rhythm",
    "Stand gegenüber dem eigenen Kaufrhythmus",
    "State against the customer's own purchase rhythm",
    rhythmStates,
  ],
  [
    "isNew",
    "boolean",
    "rhythm",
    0,
    "Neu",
    "New",
    "Erster Kauf in den letzten 12 Monaten",
    "First purchase within the last 12 months",
  ],
  [
    "isReactivated",
    "boolean",
    "rhythm",
    0,
    "Wieder aktiv",
    "Reactivated",
    "Kaufte in den letzten 12 Monaten wieder, nachdem er ruhend oder verloren war",
    "Bought within the last 12 months after being dormant or lost",
  ],
  [
    "salesLast12Cents",
    "cents",
    "sales",
    1,
    "Umsatz 12 Monate",
    "Sales 12 months",
    "Umsatz der letzten 12 Monate bis zum Stand; null, wenn nichts umgerechnet werden kann",
    "Sales of the 12 months up to the data date; null when nothing can be converted",
  ],
  [
    "salesPrevious12Cents",
    "cents",
    "sales",
    1,
    "Umsatz davor",
    "Sales before",
    "Umsatz der 12 Monate davor",
    "Sales of the 12 months before",
  ],
  [
    "salesTrendRatio",
    "ratio",
    "sales",
    0,
    "Veränderung",
    "Change",
    "Umsatz 12 Monate ÷ Umsatz davor − 1; null ohne Umsatz davor",
    "Sales 12 months ÷ sales before − 1; null without sales before",
  ],
  [
    "salesTotalCents",
    "cents",
    "sales",
    0,
    "Umsatz gesamt",
    "Sales in total",
    "Umsatz über alle Daten bis zum Stand",
    "Sales over all data up to the data date",
  ],
  [
    "contribution1Last12Cents",
    "cents",
    "sales",
    0,
    "DB I 12 Monate",
    "Contribution I 12 months",
    "Umsatz minus Warenkosten; null, solange Warenkosten fehlen (costOfGoodsMissing)",
    "Sales minus cost of goods; null while cost of goods is missing (costOfGoodsMissing)",
  ],
  [
    "contributionIsAssumed",
    "boolean",
    "sales",
    0,
    "DB geschätzt",
    "Contribution assumed",
    "Wahr, wenn die Marge je Warengruppe angenommen ist",
    "True when the margin per product group is an assumption",
  ],
  [
    "ordersLast12",
    "count",
    "orders",
    1,
    "Bestellungen",
    "Orders",
    "Belege mit positivem Warenwert in den letzten 12 Monaten",
    "Documents with positive product value in the last 12 months",
  ],
  [
    "ordersTotal",
    "count",
    "orders",
    0,
    "Bestellungen gesamt",
    "Orders in total",
    "Belege mit positivem Warenwert über alle Daten",
    "Documents with positive product value over all data",
  ],
  [
    "medianOrderCents",
    "cents",
    "orders",
    0,
    "Median Bestellung",
    "Median order",
    "Median des Warenwerts der Bestellungen der letzten 12 Monate; null ohne Bestellung",
    "Median product value of the orders of the last 12 months; null without an order",
  ],
  [
    "productBreadth",
    "count",
    "orders",
    0,
    "Artikel",
    "Products",
    "Zahl verschiedener Artikel in den letzten 12 Monaten",
    "Number of distinct products in the last 12 months",
  ],
  [
    "topGroupShareRatio",
    "ratio",
    "orders",
    0,
    "Anteil stärkste Gruppe",
    "Share of top group",
    "Anteil der umsatzstärksten Warengruppe (ohne Gruppen: Artikel) am Umsatz der letzten 12 Monate",
    "Share of the strongest product group (without groups: product) in the sales of the last 12 months",
  ],
  [
    "firstPurchase",
    "date",
    "rhythm",
    0,
    "Erster Kauf",
    "First purchase",
    "Datum der ersten Bestellung",
    "Date of the first order",
  ],
  [
    "lastPurchase",
    "date",
    "rhythm",
    1,
    "Letzter Kauf",
    "Last purchase",
    "Datum der letzten Bestellung",
    "Date of the last order",
  ],
  [
    "daysSinceLast",
    "days",
    "rhythm",
    0,
    "Tage seit Kauf",
    "Days since purchase",
    "Tage vom letzten Kauf bis zum Stand",
    "Days from the last purchase to the data date",
  ],
  [
    "usualGapDays",
    "days",
    "rhythm",
    1,
    "Üblicher Abstand",
    "Usual gap",
    "Median des erwarteten Abstands zwischen zwei Käufen, zur Vergleichsgruppe hin gedämpft",
    "Median of the expected gap between purchases, shrunk to the peer group",
  ],
  [
    "slowingAfterDays",
    "days",
    "rhythm",
    0,
    "Langsamer ab",
    "Slowing after",
    "80-%-Quantil des erwarteten Abstands",
    "80 % quantile of the expected gap",
  ],
  [
    "dormantAfterDays",
    "days",
    "rhythm",
    0,
    "Ruhend ab",
    "Dormant after",
    "95-%-Quantil des erwarteten Abstands",
    "95 % quantile of the expected gap",
  ],
  [
    "probabilityActive",
    "ratio",
    "expectation",
    0,
    "Noch aktiv",
    "Still active",
    "Wahrscheinlichkeit, dass der Kunde noch aktiv ist",
    "Probability that the customer is still active",
  ],
  [
    "expectedOrders12",
    "number",
    "expectation",
    0,
    "Erwartete Bestellungen",
    "Expected orders",
    "Erwartete Bestellungen der nächsten 12 Monate",
    "Expected orders of the next 12 months",
  ],
  [
    "expectedOrders12Low",
    "number",
    "expectation",
    0,
    "Bestellungen, unten",
    "Orders, low",
    "Untere Grenze (10 %) der erwarteten Bestellungen",
    "Lower bound (10 %) of the expected orders",
  ],
  [
    "expectedOrders12High",
    "number",
    "expectation",
    0,
    "Bestellungen, oben",
    "Orders, high",
    "Obere Grenze (90 %) der erwarteten Bestellungen",
    "Upper bound (90 %) of the expected orders",
  ],
  [
    "expectedSales12Cents",
    "cents",
    "expectation",
    0,
    "Erwarteter Umsatz",
    "Expected sales",
    "Erwarteter Umsatz der nächsten 12 Monate",
    "Expected sales of the next 12 months",
  ],
  [
    "expectedSales12LowCents",
    "cents",
    "expectation",
    0,
    "Umsatz, unten",
    "Sales, low",
    "Untere Grenze (10 %) des erwarteten Umsatzes",
    "Lower bound (10 %) of the expected sales",
  ],
  [
    "expectedSales12HighCents",
    "cents",
    "expectation",
    0,
    "Umsatz, oben",
    "Sales, high",
    "Obere Grenze (90 %) des erwarteten Umsatzes",
    "Upper bound (90 %) of the expected sales",
  ],
  [
    "atStakeCents",
    "cents",
    "expectation",
    0,
    "Auf dem Spiel",
    "At stake",
    "Umsatz, der in 12 Monaten zu erwarten ist, wenn der Kunde bleibt",
    "Sales to be expected within 12 months if the customer stays",
  ],
];

export const customerColumns: readonly CustomerColumn[] = rows.map(
  ([code, type, measure, shown, de, en, deText, enText, values]) => ({
    code,
    sql: snake(code),
    type,
    measure,
    shownByDefault: shown === 1,
    label: { de, en },
    description: { de: deText, en: enText },
    ...(values === undefined ? {} : { values }),
  }),
);

const byCode = new Map(customerColumns.map((column) => [column.code, column]));

/** Null for an unknown code, so that a caller can refuse with the list of known ones. */
export function customerColumn(code: string): CustomerColumn | null {
  return byCode.get(code) ?? null;
}
