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
const hasChannels = ({ channel_lines, lines }: StoreTotals) => lines > 0 && channel_lines >= enough * lines;

/** T1 needs cost of goods and the entry channel on most lines (domain.md §0.4); further tiers need data not read yet. */
export function dataTier(totals: StoreTotals): Overview["dataTier"] {
  return hasCosts(totals) && hasChannels(totals) ? "T1" : "T0";
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
  return {
    tier: "T2",
    needs: {
      de: "Besuche, Kalender und Telefonie des Verkaufs",
      en: "Visits, calendar and telephony of sales",
    },
    brings: {
      de: "Wer wie viel Zeit bekommt, und welche Kunden niemand betreut",
      en: "Who gets how much time, and which customers nobody looks after",
    },
  };
}
