import type { PlanningBase } from "../contracts/base-contract.ts";

export interface BaseGaps {
  readonly rows: number;
  readonly withoutSales: number;
  readonly withoutMargin: number;
  readonly withoutExpectation: number;
  readonly churnIsAssumed: boolean;
  /** Customers with orders whose channel nothing tells. */
  readonly withoutChannel: number;
  /** Customers with orders of which no single one has a value. */
  readonly withoutOrders: number;
  readonly rolesWithoutPool: readonly { readonly de: string; readonly en: string }[];
}

/** What the base does not know, each with what would cure it; nothing that is fully known. */
export function baseUnclear(gaps: BaseGaps): PlanningBase["unclear"] {
  const entry = (code: string, customers: number, de: string, en: string) =>
    customers === 0 ? [] : [{ code, customers, text: { de, en } }];
  const roles = (language: "de" | "en") => gaps.rolesWithoutPool.map((label) => label[language]).join(", ");
  return [
    ...entry(
      "salesUnknown",
      gaps.withoutSales,
      "Der Umsatz ist unbekannt und zählt als null. Abhilfe: Wechselkurs der fehlenden Währung eintragen.",
      "Sales are unknown and count as nothing. Cure: enter the rate of the missing currency.",
    ),
    ...entry(
      "marginUnknown",
      gaps.withoutMargin,
      "Die Marge ist unbekannt; es gilt die mittlere der Kleinkunden. Abhilfe: Warenkosten importieren oder Margen je Warengruppe annehmen.",
      "The margin is unknown; the mean of the small customers holds. Cure: import cost of goods or assume margins per product group.",
    ),
    ...entry(
      "expectationUnknown",
      gaps.withoutExpectation,
      gaps.churnIsAssumed
        ? "Niemand weiss, wer wieder kauft; ein Abgang von 15 % im Jahr ist angenommen. Abhilfe: zwei Jahre Belege importieren."
        : "Für diese Kunden gibt es keine Erwartung (nie oder zu selten gekauft); es gilt der mittlere Abgang. Abhilfe: ältere Belege importieren.",
      gaps.churnIsAssumed
        ? "Nobody knows who will buy again; a loss of 15% a year is assumed. Cure: import two years of documents."
        : "There is no expectation of these customers (never bought, or too seldom); the mean loss holds. Cure: import older documents.",
    ),
    ...entry(
      "channelUnknown",
      gaps.withoutChannel,
      "Der Bestellweg einzelner Bestellungen ist unbekannt. Abhilfe: Auftragsköpfe mit Bestellweg oder Erfasser importieren.",
      "The way that some orders came in is unknown. Cure: import order headers with channel or user.",
    ),
    ...entry(
      "orderValueUnknown",
      gaps.withoutOrders,
      "Keine einzelne Bestellung hat einen Wert; Preishebel treffen diese Kunden darum nicht. Abhilfe: Auftragsköpfe mit Betrag importieren.",
      "No single order has a value, so price levers do not reach these customers. Cure: import order headers with amounts.",
    ),
    ...entry(
      "capacityUnknown",
      gaps.rolesWithoutPool.length === 0 ? 0 : gaps.rows,
      `Ohne Kostenpool ist die Kapazität unbekannt: ${roles("de")}. Abhilfe: Kostenpools mit Kapazität importieren.`,
      `Without a cost pool the capacity is unknown: ${roles("en")}. Cure: import cost pools with capacity.`,
    ),
  ];
}
