import type { DuckDBConnection } from "@duckdb/node-api";
import { everyFirm, type FirmSelection } from "@kleinod/engine/measures/firm-selection.ts";
import type { PotentialReport } from "@kleinod/engine/measures/potential/report-contract.ts";
import {
  neverContactedSql,
  potentialBranchesSql,
  potentialMapSql,
  potentialTotalsSql,
} from "@kleinod/engine/measures/potential/report-sql.ts";
import { all, one } from "../../duckdb/connect.ts";
import type { PotentialDetails } from "../compute-potential.ts";
import { potentialRows } from "./potential-rows.ts";
import type { ReportContext } from "./report-context.ts";

interface Sums {
  readonly unclear: number;
  readonly potential_cents: number | null;
  readonly sales_cents: number | null;
}

/** Potential of the base and where it lies; `customers` are of the selection, most open first. */
export async function potential(
  connection: DuckDBConnection,
  context: ReportContext,
  selection: Partial<FirmSelection> = {},
): Promise<PotentialReport> {
  const { asOf, currency, snapshotTable } = context;
  const { quantile, exposureUnknown, model } = await potentialDetails(connection);
  const totals = await one<Sums & { total: number }>(connection, potentialTotalsSql());
  const branches = await all<Sums & { branch: string | null; customers: number }>(
    connection,
    potentialBranchesSql(),
  );
  const map = await all<{
    sales_from: number;
    potential_from: number;
    customers: number;
    small: number;
    large: number;
    open_cents: number;
  }>(connection, potentialMapSql(snapshotTable));
  const cells = await all<{ branch: string | null; staff_class: string | null; customers: number }>(
    connection,
    neverContactedSql(),
  );
  return {
    asOf,
    currency,
    quantile,
    exposureUnknown,
    model:
      model === null
        ? null
        : {
            customers: model.customers,
            sampled: model.sampled,
            medianContacts: model.medianContacts?.[0] ?? null,
            medianContactsBefore: model.medianContacts?.[1] ?? null,
            medianVisits: model.medianContacts?.[2] ?? null,
            contactsAssociation: model.contactsAssociation,
            belowRatio: model.belowRatio,
          },
    customersTotal: totals.total,
    unclearCustomers: totals.unclear,
    potentialCents: totals.potential_cents,
    salesCents: totals.sales_cents,
    shareOfWallet: shareOf(totals),
    branches: branches.map((row) => ({
      branch: row.branch,
      customers: row.customers,
      unclearCustomers: row.unclear,
      potentialCents: row.potential_cents,
      salesCents: row.sales_cents,
      shareOfWallet: shareOf(row),
    })),
    map: map.map((row) => ({
      salesFromCents: row.sales_from,
      potentialFromCents: row.potential_from,
      customers: row.customers,
      small: row.small,
      large: row.large,
      openCents: row.open_cents,
    })),
    neverContactedCells: cells.map(({ branch, staff_class: staffClass, customers }) => ({
      branch,
      staffClass,
      customers,
      cure: cureOf(customers),
    })),
    unclear: unclearOf(exposureUnknown, model !== null, totals.total),
    ...(await potentialRows(connection, context, { ...everyFirm, ...selection })),
  };
}

/** What the step told besides its relations. @throws when it never ran: reports are read from a measured store only. */
export async function potentialDetails(connection: DuckDBConnection): Promise<PotentialDetails> {
  const [row] = await all<{ details: string }>(
    connection,
    "SELECT details FROM measure_step WHERE relation = 'm_potential'",
  );
  if (row === undefined) throw new Error("The potential was not measured in this store.");
  return JSON.parse(row.details) as PotentialDetails;
}

function shareOf({ potential_cents, sales_cents }: Sums): number | null {
  if (potential_cents === null || potential_cents <= 0) return null;
  return Math.min(1, Math.max(0, sales_cents ?? 0) / potential_cents);
}

/** A handful of visits tells little demand from little attention. */
function cureOf(customers: number) {
  const some = Math.min(customers, 20);
  return {
    de: `Hier wurde noch niemand betreut. Mit ${some} dieser Kunden sprechen und die Gespräche erfassen: dann lässt sich wenig Bedarf von wenig Betreuung unterscheiden.`,
    en: `Nobody here was ever contacted. Talk to ${some} of these customers and capture the talks: then little demand can be told from little attention.`,
  };
}

function unclearOf(
  exposureUnknown: boolean,
  isFitted: boolean,
  customers: number,
): PotentialReport["unclear"] {
  if (customers === 0) return [];
  if (!isFitted) {
    return [
      {
        field: "potentialCents",
        reason: "tooFewPeers",
        cure: {
          de: "Mehr Kunden mit Umsatz der letzten 12 Monate importieren; Branche und Mitarbeitende schärfen den Vergleich.",
          en: "Import more customers with sales of the last 12 months; branch and staff sharpen the comparison.",
        },
      },
    ];
  }
  if (!exposureUnknown) return [];
  return [
    {
      field: "potentialCents",
      reason: "exposureUnknown",
      cure: {
        de: "Besuche, Anrufe und Mails importieren oder erfassen: dann wird das Potenzial um die bisherige Betreuung bereinigt und das Intervall enger.",
        en: "Import or capture visits, calls and mails: then the potential is corrected for past contact and the interval narrows.",
      },
    },
  ];
}
