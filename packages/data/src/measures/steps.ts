import type { DuckDBConnection } from "@duckdb/node-api";
import { costToServeContract } from "@kleinod/engine/measures/cost-to-serve/contract.ts";
import { customersSql } from "@kleinod/engine/measures/customers/sql.ts";
import { documentsSql } from "@kleinod/engine/measures/documents/sql.ts";
import { expectationContract } from "@kleinod/engine/measures/expectation/contract.ts";
import { lifetimeContract } from "@kleinod/engine/measures/lifetime/contract.ts";
import type { Text } from "@kleinod/engine/measures/measure-contract.ts";
import { needContract } from "@kleinod/engine/measures/need/contract.ts";
import { needSql } from "@kleinod/engine/measures/need/sql.ts";
import { ordersContract } from "@kleinod/engine/measures/orders/contract.ts";
import { ordersSql } from "@kleinod/engine/measures/orders/sql.ts";
import { potentialContract } from "@kleinod/engine/measures/potential/contract.ts";
import { renewalContract } from "@kleinod/engine/measures/renewal/contract.ts";
import { rhythmContract } from "@kleinod/engine/measures/rhythm/contract.ts";
import { historySql, rhythmSql } from "@kleinod/engine/measures/rhythm/sql.ts";
import { salesContract } from "@kleinod/engine/measures/sales/contract.ts";
import { salesSql } from "@kleinod/engine/measures/sales/sql.ts";
import type { MeasureSettings, ParameterCode } from "@kleinod/engine/measures/settings-contract.ts";
import { snapshotSql } from "@kleinod/engine/measures/snapshot-sql.ts";
import { triangleContract } from "@kleinod/engine/measures/triangle/contract.ts";
import { responsibilityContract } from "@kleinod/engine/segments/responsibility/contract.ts";
import { serviceFormSql } from "@kleinod/engine/segments/service-form/sql.ts";
import { sizeContract } from "@kleinod/engine/segments/size/contract.ts";
import { runEach } from "../duckdb/connect.ts";
import { computeLeak } from "../segments/leak-step.ts";
import { promisesStepSql } from "../segments/promises-step.ts";
import { responsibilityStepSql } from "../segments/responsibility-step.ts";
import { computeExpectation } from "./compute-expectation.ts";
import { computeLifetime } from "./compute-lifetime.ts";
import { computePotential } from "./compute-potential.ts";
import { computeRenewal } from "./compute-renewal.ts";
import { computeSize } from "./compute-size.ts";
import { computeTriangle } from "./compute-triangle.ts";
import { computeCostToServe } from "./cost-to-serve.ts";

export interface StepContext {
  readonly connection: DuckDBConnection;
  readonly settings: MeasureSettings;
  readonly snapshotTable: string;
}

/** A part of the pipeline that is run again only when its parameters, the facts or an earlier step changed. */
export interface Step {
  readonly code: StepCode;
  readonly name: Text;
  /** Steps whose relations it reads. */
  readonly reads: readonly StepCode[];
  readonly parameters: readonly ParameterCode[];
  readonly dependsOnAsOf: boolean;
  /** Reads what people decided about single customers. */
  readonly readsExceptions?: boolean;
  /** The relation that it leaves behind; its rows are reported. */
  readonly relation: (context: StepContext) => string;
  /** Runs the step and returns what is worth keeping beside the relation. */
  readonly run: (context: StepContext) => Promise<Readonly<Record<string, unknown>>>;
}

export type StepCode =
  | "customers"
  | "documents"
  | "sales"
  | "orders"
  | "history"
  | "expectation"
  | "rhythm"
  | "size"
  | "costToServe"
  | "renewal"
  | "lifetime"
  | "needProfile"
  | "need"
  | "potential"
  | "triangle"
  | "responsibility"
  | "promises"
  | "leak"
  | "snapshot";

const sqlOnly =
  (build: (context: StepContext) => string[]): Step["run"] =>
  async (context) => {
    await runEach(context.connection, build(context));
    return {};
  };

const isServiceForm = (code: ParameterCode) => code.startsWith("serviceForm.");

/** In the order in which they run. */
export const steps: readonly Step[] = [
  {
    code: "customers",
    name: { de: "Kunden", en: "Customers" },
    reads: [],
    parameters: [],
    dependsOnAsOf: false,
    relation: () => "m_customer",
    run: sqlOnly(() => customersSql()),
  },
  {
    code: "documents",
    name: { de: "Belege", en: "Documents" },
    reads: [],
    parameters: ["company.currency", "company.rates"],
    dependsOnAsOf: false,
    relation: () => "m_document",
    run: sqlOnly(() => documentsSql()),
  },
  {
    code: "sales",
    name: { de: "Umsatz und Deckungsbeitrag", en: "Sales and contribution" },
    reads: ["documents"],
    parameters: salesContract.parameters,
    dependsOnAsOf: true,
    relation: () => "m_sales",
    run: sqlOnly(({ settings }) => salesSql(settings)),
  },
  {
    code: "orders",
    name: { de: "Bestellungen", en: "Orders" },
    reads: ["documents"],
    parameters: ordersContract.parameters,
    dependsOnAsOf: true,
    relation: () => "m_orders",
    run: sqlOnly(({ settings }) => ordersSql(settings)),
  },
  {
    code: "history",
    name: { de: "Kaufabstände", en: "Purchase gaps" },
    reads: ["documents"],
    parameters: [],
    dependsOnAsOf: true,
    relation: () => "m_history",
    run: sqlOnly(({ settings }) => historySql(settings)),
  },
  {
    code: "expectation",
    name: { de: "Erwartung", en: "Expectation" },
    reads: ["history"],
    parameters: expectationContract.parameters,
    dependsOnAsOf: true,
    relation: () => "m_expectation",
    run: computeExpectation,
  },
  {
    code: "rhythm",
    name: { de: "Rhythmus", en: "Rhythm" },
    reads: ["customers", "history", "expectation"],
    parameters: rhythmContract.parameters,
    dependsOnAsOf: true,
    relation: () => "m_rhythm",
    run: sqlOnly(({ settings }) => rhythmSql(settings)),
  },
  {
    code: "size",
    name: { de: "Grösse", en: "Size" },
    reads: ["documents", "sales"],
    parameters: sizeContract.parameters,
    dependsOnAsOf: true,
    relation: () => "m_size",
    run: computeSize,
  },
  {
    code: "costToServe",
    name: { de: "Bedienkosten", en: "Cost to serve" },
    reads: ["customers", "documents", "sales", "history"],
    parameters: costToServeContract.parameters,
    dependsOnAsOf: true,
    relation: () => "m_cost_to_serve",
    run: computeCostToServe,
  },
  {
    code: "renewal",
    name: { de: "Verträge", en: "Contracts" },
    reads: [],
    parameters: renewalContract.parameters,
    dependsOnAsOf: true,
    relation: () => "m_renewal",
    run: computeRenewal,
  },
  {
    code: "lifetime",
    name: { de: "Kundenwert", en: "Lifetime value" },
    reads: ["documents", "history", "expectation", "sales", "costToServe", "renewal"],
    parameters: lifetimeContract.parameters,
    dependsOnAsOf: true,
    relation: () => "m_lifetime",
    run: computeLifetime,
  },
  {
    code: "needProfile",
    name: { de: "Bedarf", en: "Need" },
    reads: ["customers", "documents"],
    parameters: needContract.parameters.filter((code) => !isServiceForm(code)),
    dependsOnAsOf: true,
    relation: () => "m_need_profile",
    run: sqlOnly(({ settings }) => needSql(settings)),
  },
  {
    code: "need",
    name: { de: "Passende Betreuung", en: "Support that fits" },
    reads: ["sales", "size", "costToServe", "needProfile"],
    parameters: needContract.parameters.filter(isServiceForm),
    dependsOnAsOf: true,
    relation: () => "m_need",
    run: sqlOnly(({ settings }) => serviceFormSql(settings)),
  },
  {
    code: "potential",
    name: { de: "Potenzial", en: "Potential" },
    reads: ["sales", "history", "needProfile"],
    parameters: potentialContract.parameters,
    dependsOnAsOf: true,
    relation: () => "m_potential",
    run: computePotential,
  },
  {
    code: "triangle",
    name: { de: "Bermudadreieck", en: "Bermuda triangle" },
    reads: ["customers", "documents", "sales", "orders", "costToServe", "need"],
    parameters: triangleContract.parameters,
    dependsOnAsOf: true,
    relation: () => "m_triangle",
    run: computeTriangle,
  },
  {
    code: "responsibility",
    name: { de: "Zuständigkeit", en: "Responsibility" },
    // Conditions of rules may name any column of the customer table.
    reads: [
      "customers",
      "sales",
      "orders",
      "rhythm",
      "expectation",
      "size",
      "costToServe",
      "lifetime",
      "renewal",
      "need",
      "potential",
      "triangle",
    ],
    parameters: responsibilityContract.parameters,
    dependsOnAsOf: true,
    readsExceptions: true,
    relation: () => "m_responsibility",
    run: sqlOnly(({ settings }) => responsibilityStepSql(settings)),
  },
  {
    code: "promises",
    name: { de: "Leistungsversprechen", en: "Service promises" },
    reads: ["responsibility"],
    parameters: ["promises", "business.hours"],
    dependsOnAsOf: true,
    relation: () => "m_promise_week",
    run: sqlOnly(({ settings }) => promisesStepSql(settings)),
  },
  {
    code: "leak",
    name: { de: "Ressourcen-Leck", en: "Resource leak" },
    reads: ["costToServe", "responsibility"],
    parameters: [
      "promises",
      "costToServe.roles",
      "costToServe.activities",
      "people.roles",
      "leak.legitimateReasons",
      "attention.roles",
    ],
    dependsOnAsOf: true,
    readsExceptions: true,
    relation: () => "m_leak",
    run: computeLeak,
  },
  {
    code: "snapshot",
    name: { de: "Kundentabelle", en: "Customer table" },
    reads: [
      "customers",
      "sales",
      "orders",
      "rhythm",
      "expectation",
      "size",
      "costToServe",
      "lifetime",
      "renewal",
      "need",
      "potential",
      "responsibility",
    ],
    parameters: [],
    dependsOnAsOf: true,
    relation: ({ snapshotTable }) => snapshotTable,
    run: sqlOnly(({ snapshotTable }) => snapshotSql(snapshotTable)),
  },
];
