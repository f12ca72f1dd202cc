import type { DuckDBConnection } from "@duckdb/node-api";
import type { CaseTypeFacts, UnitCosts } from "@kleinod/engine/measures/triangle/case-type-facts.ts";
import { caseTypeOf } from "@kleinod/engine/measures/triangle/case-type-of.ts";
import { findingsOf } from "@kleinod/engine/measures/triangle/findings-of.ts";
import type { Triangle, TriangleCustomers } from "@kleinod/engine/measures/triangle/report-contract.ts";
import {
  demandTotalsSql,
  triangleCustomersSql,
  triangleTotalsSql,
  unknownReasonsSql,
  webOrderCostSql,
} from "@kleinod/engine/measures/triangle/report-sql.ts";
import { bordersFor, triangleSettings } from "@kleinod/engine/measures/triangle/triangle-settings.ts";
import { all, one } from "../../duckdb/connect.ts";
import { parameterValues } from "./parameter-values.ts";
import type { ReportContext } from "./report-context.ts";

/** Case types of the list; with free reasons there can be thousands. */
const mostCaseTypes = 500;
/** How much wider an interval is that rests on orders alone (T1). */
const ordersOnlyWidening = 1.5;
/** Minutes of a prepared dialogue and of one transfer or reopening, priced like a telephone call. */
const dialogueMinutes = 25;
const handoverMinutes = 10;

interface Totals {
  readonly total: number;
  readonly inTriangle: number;
  readonly outside: number;
  readonly unclear: number;
  readonly certain: number;
  readonly possible: number;
  readonly small: number;
  readonly large: number;
  readonly lowValue: number;
  readonly variedNeed: number;
  readonly highEffort: number;
  readonly cost_cents: number;
}

interface DemandTotals {
  /** Contacts that are no orders, ours included. */
  readonly talks: number;
  readonly contacts: number;
  readonly failure: number;
  readonly value: number;
  readonly unknown: number;
  readonly failure_cents: number;
  readonly case_types: number;
}

/** The Bermuda triangle by case type: where small value, varied need and high effort meet, and what to do about it. */
export async function triangle(connection: DuckDBConnection, context: ReportContext): Promise<Triangle> {
  const { asOf, currency, snapshotTable, parameters } = context;
  const stated = triangleSettings(parameterValues(parameters));
  const { cost_cents, ...customers } = await one<Totals>(connection, triangleTotalsSql(snapshotTable));
  const demand = await one<DemandTotals>(connection, demandTotalsSql());
  const evidence = demand.talks > 0 ? "contacts" : "orders";
  const settings = { ...stated, ...bordersFor(stated, evidence === "contacts") };
  const unitCosts = await unitCostsOf(connection);
  const widening = evidence === "orders" ? ordersOnlyWidening : 1;
  const caseTypes = (await all<CaseTypeRow>(connection, "SELECT * FROM m_case_type"))
    .map((row) => caseTypeOf(factsOf(row), { settings, unitCosts, widening }))
    .sort((a, b) => b.effectCents - a.effectCents || b.costCents - a.costCents || (a.code < b.code ? -1 : 1));
  return {
    asOf,
    currency,
    evidence,
    borders: {
      valuePerContactCents: settings.valuePerContactCents,
      needVariety: settings.needVariety,
      effortRatio: settings.effortRatio,
      isAssumption: parameters.some(({ code, isAssumption }) => code.startsWith("triangle.") && isAssumption),
    },
    customers,
    costCents: cost_cents,
    demand: demandOf(demand),
    caseTypesTotal: demand.case_types,
    caseTypes: caseTypes.slice(0, mostCaseTypes),
    findings: findingsOf(caseTypes, settings),
    unknownReasons: await all<Triangle["unknownReasons"][number]>(connection, unknownReasonsSql()),
    unclear: unclearOf(evidence, customers, demand),
  };
}

export interface TriangleCustomersOptions {
  /** Code of a case type; absent: all customers of the triangle. */
  readonly caseType?: string | undefined;
  /** Default 100, at most 10,000. */
  readonly limit?: number;
  readonly offset?: number;
}

/** The customers behind a case type, whatever their size; those that cost most first. An unknown case type has none. */
export async function triangleCustomers(
  connection: DuckDBConnection,
  { asOf, currency, snapshotTable }: ReportContext,
  { caseType, limit = 100, offset = 0 }: TriangleCustomersOptions = {},
): Promise<TriangleCustomers> {
  const rows = await all<TriangleCustomers["rows"][number] & { total: number }>(
    connection,
    triangleCustomersSql(snapshotTable, caseType ?? null, { limit, offset }),
  );
  return {
    asOf,
    currency,
    caseType: caseType ?? null,
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _, ...row }) => row),
  };
}

type CaseTypeRow = { readonly [column: string]: string | number | null };

function factsOf(row: CaseTypeRow): CaseTypeFacts {
  const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [camel(name), value]),
  ) as unknown as CaseTypeFacts;
}

async function unitCostsOf(connection: DuckDBConnection): Promise<UnitCosts> {
  const web = await one<{ cents: number | null }>(connection, webOrderCostSql());
  const rates = await all<{ kind: string; cents_per_milli: number; avoidable_ratio: number }>(
    connection,
    "SELECT kind, cents_per_milli, avoidable_ratio FROM m_contact_rate",
  );
  const rate = (kind: string) => rates.find((row) => row.kind === kind);
  const perMinute = (kind: string) =>
    1_000 * (rate(kind)?.cents_per_milli ?? 0) * (rate(kind)?.avoidable_ratio ?? 0);
  return {
    webOrderCents: web.cents,
    dialogueCents: dialogueMinutes * (perMinute("call") || perMinute("case")),
    handoverCents: handoverMinutes * perMinute("case"),
  };
}

function demandOf({ contacts, failure, value, unknown, failure_cents }: DemandTotals): Triangle["demand"] {
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  return {
    contacts,
    failure,
    value,
    unknown,
    failureShare: share(failure, failure + value),
    low: share(failure, contacts),
    high: share(failure + unknown, contacts),
    failureCents: failure_cents,
  };
}

function unclearOf(
  evidence: Triangle["evidence"],
  customers: Pick<Totals, "unclear">,
  demand: DemandTotals,
): Triangle["unclear"] {
  const unclear: Triangle["unclear"] = [];
  if (evidence === "orders")
    unclear.push({
      field: "demand",
      reason: "contactsMissing",
      cure: {
        de: "Aktivitäten oder Servicefälle importieren oder in der App erfassen; bis dahin urteilt das Dreieck aus Bestellungen, mit weiteren Spannen.",
        en: "Import activities or service cases or capture them in the app; until then the triangle judges from orders, with wider ranges.",
      },
    });
  if (customers.unclear > 0)
    unclear.push({
      field: "customers.unclear",
      reason: "cornerUnclear",
      cure: {
        de: "Warenkosten, Erfassungskanal der Bestellungen und Warengruppen liefern.",
        en: "Deliver cost of goods, entry channel of orders, and product groups.",
      },
    });
  if (demand.unknown > 0)
    unclear.push({
      field: "demand.unknown",
      reason: "reasonUnknown",
      cure: {
        de: "Je Grund festlegen, ob wir ihn verursachen (Parameter demand.byReason).",
        en: "State per reason whether we cause it (parameter demand.byReason).",
      },
    });
  return unclear;
}
