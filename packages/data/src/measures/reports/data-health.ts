import type { DuckDBConnection } from "@duckdb/node-api";
import { knownAccountsSql, knownCustomersSql } from "@kleinod/engine/measures/reports/overview-sql.ts";
import type { Overview } from "@kleinod/engine/measures/reports.ts";
import { one } from "../../duckdb/connect.ts";
import type { ReportContext } from "./report-context.ts";
import type { StoreTotals } from "./store-totals.ts";

type DataHealth = Overview["dataHealth"];

/** From this share of lines on, a kind of data counts as there. */
const enough = 0.5;

const hasCosts = ({ costed_lines, product_lines }: StoreTotals) =>
  product_lines > 0 && costed_lines >= enough * product_lines;
const hasChannels = ({ channel_lines, lines, has_order_headers }: StoreTotals) =>
  lines > 0 && (has_order_headers || channel_lines >= enough * lines);

/** The ladder of domain.md §0.4: each step needs the ones below it. */
export function dataTier(totals: StoreTotals): Overview["dataTier"] {
  if (!hasCosts(totals) || !hasChannels(totals)) return "T0";
  if (!totals.has_activities) return "T1";
  if (!totals.has_cases) return "T2";
  return totals.has_voices ? "T4" : "T3";
}

/** What is known of the customers, and what the next data would bring. */
export async function dataHealth(
  connection: DuckDBConnection,
  { snapshotTable, openProblems = 0 }: ReportContext,
  totals: StoreTotals,
): Promise<DataHealth> {
  const customers = await one<Record<string, number>>(connection, knownCustomersSql(snapshotTable));
  const accounts = await one<Record<string, number>>(connection, knownAccountsSql());
  const share = (field: string, known: number, total: number) => ({ field, known, total });
  const of = (row: Record<string, number>, field: string) => share(field, row[field] ?? 0, row.total ?? 0);
  return {
    shares: [
      ...["branch", "postcode", "phone", "email", "owner"].map((field) => of(customers, field)),
      ...["vatId", "employees"].map((field) => of(accounts, field)),
      share("lineCustomer", totals.customer_lines, totals.lines),
      share("costOfGoods", totals.costed_lines, totals.product_lines),
      share("entryChannel", totals.channel_lines, totals.lines),
    ],
    nextTier: nextTier(totals),
    unconvertedLines: totals.unconverted_lines,
    openProblems,
  };
}

function nextTier(totals: StoreTotals): DataHealth["nextTier"] {
  if (totals.lines === 0) {
    return {
      tier: "T0",
      needs: { de: "Rechnungszeilen der letzten 24 Monate", en: "Invoice lines of the last 24 months" },
      brings: {
        de: "Umsatz, Bestellgrössen, Kaufrhythmus und die Liste der still gewordenen Kunden",
        en: "Sales, order sizes, purchase rhythm and the list of customers who went quiet",
      },
    };
  }
  if (dataTier(totals) === "T0") {
    const costs = hasCosts(totals);
    return {
      tier: "T1",
      needs: costs
        ? {
            de: "Bestellweg je Auftrag (Telefon, Web, EDI)",
            en: "Entry channel of each order (phone, web, EDI)",
          }
        : {
            de: "Warenkosten je Artikel oder Rechnungszeile",
            en: "Cost of goods per product or invoice line",
          },
      brings: costs
        ? {
            de: "Kosten je Bestellweg und was der Wechsel auf einen einfacheren Weg bringt",
            en: "Cost per entry channel, and what a change to a simpler one brings",
          }
        : {
            de: "Deckungsbeitrag je Kunde und die Beitragskurve über alle Kunden",
            en: "Contribution per customer and the contribution curve over all customers",
          },
    };
  }
  return laterTiers[dataTier(totals)];
}

/** What comes after a step; null after the last. */
const laterTiers: Readonly<Record<Overview["dataTier"], DataHealth["nextTier"]>> = {
  T0: null,
  T1: {
    tier: "T2",
    needs: {
      de: "Besuche, Kalender und Telefonie des Verkaufs",
      en: "Visits, calendar and telephony of sales",
    },
    brings: {
      de: "Wer wie viel Zeit bekommt, und welche Kunden niemand betreut",
      en: "Who gets how much time, and which customers nobody looks after",
    },
  },
  T2: {
    tier: "T3",
    needs: { de: "Servicefälle mit Anlass und Dauer", en: "Service cases with reason and duration" },
    brings: {
      de: "Wo Aufwand verschwindet, welche Anfragen wir selbst verursachen, und welche Versprechen gehalten wurden",
      en: "Where effort disappears, which requests we cause ourselves, and which promises were kept",
    },
  },
  T3: {
    tier: "T4",
    needs: {
      de: "Händler mit ihren Endkunden, Befragungen",
      en: "Dealers with their end customers, surveys",
    },
    brings: {
      de: "Wer über Händler betreut wird und wie Kunden uns erleben",
      en: "Who is looked after through dealers, and how customers see us",
    },
  },
  T4: null,
};
