import { customerColumn, customerColumns } from "@kleinod/engine/measures/customer-columns.ts";
import { customersSql } from "@kleinod/engine/measures/customers/sql.ts";
import { expectationContract } from "@kleinod/engine/measures/expectation/contract.ts";
import { expectationSql, historiesSql } from "@kleinod/engine/measures/expectation/sql.ts";
import type { MeasureContract } from "@kleinod/engine/measures/measure-contract.ts";
import { ordersContract } from "@kleinod/engine/measures/orders/contract.ts";
import { ordersSql } from "@kleinod/engine/measures/orders/sql.ts";
import { lastCompleteQuarter } from "@kleinod/engine/measures/period.ts";
import type { Explanation } from "@kleinod/engine/measures/reports.ts";
import { rhythmContract } from "@kleinod/engine/measures/rhythm/contract.ts";
import { historySql, rhythmSql } from "@kleinod/engine/measures/rhythm/sql.ts";
import { salesContract } from "@kleinod/engine/measures/sales/contract.ts";
import { salesSql } from "@kleinod/engine/measures/sales/sql.ts";
import type { MeasureSettings } from "@kleinod/engine/measures/settings-contract.ts";
import { parameterSpecs } from "@kleinod/engine/segments/parameters.ts";
import { sizeContract } from "@kleinod/engine/segments/size/contract.ts";
import { sizeSql } from "@kleinod/engine/segments/size/sql.ts";
import { type Cents, cents } from "@kleinod/engine/units.ts";
import { measureSettings } from "../measure-settings.ts";
import type { ReportContext } from "./report-context.ts";

export const measureContracts: readonly MeasureContract[] = [
  salesContract,
  ordersContract,
  rhythmContract,
  expectationContract,
  sizeContract,
];

export type ExplainContext = Pick<ReportContext, "asOf" | "parameters" | "sizeLineCents">;

/** "What am I made of?" for a column of the customer table; a refusal with the known codes otherwise. */
export function explain(
  code: string,
  context: ExplainContext,
):
  | { readonly ok: true; readonly explanation: Explanation }
  | { readonly ok: false; readonly message: string } {
  const column = customerColumn(code);
  if (column === null) {
    const known = customerColumns.map((candidate) => candidate.code).join(", ");
    return { ok: false, message: `There is no figure "${code}". Figures are ${known}.` };
  }
  const contract = measureContracts.find((candidate) => candidate.code === column.measure);
  const output = contract?.outputs.find((candidate) => candidate.code === code);
  const settings = measureSettings(context.asOf, context.parameters);
  return {
    ok: true,
    explanation: {
      code,
      label: column.label,
      question: contract?.question ?? { de: "Wer ist dieser Kunde?", en: "Who is this customer?" },
      unit: output?.unit ?? column.type,
      period: output?.period ?? "latest dated statement",
      nullRule: output?.nullRule ?? { de: "wenn keine Quelle es nennt", en: "when no source tells it" },
      formula: output?.formula ?? "first account of the customer that knows it",
      source: contract?.source ?? "customer master data and contacts",
      limits: [...(contract?.limits ?? [])],
      inputs: [...(contract?.inputs ?? ["account_current", "contact_current"])],
      parameters: (contract?.parameters ?? []).map((parameter) => parameterOf(parameter, context)),
      dataTier: column.code.startsWith("contribution") ? "T1" : "T0",
      sql: sqlOf(contract?.code ?? null, settings, context.sizeLineCents),
    },
  };
}

function parameterOf(code: string, { parameters }: ExplainContext): Explanation["parameters"][number] {
  const given = parameters.find((parameter) => parameter.code === code);
  const spec = parameterSpecs.find((candidate) => candidate.code === code)!;
  return {
    code,
    value: given === undefined ? spec.default : given.value,
    version: given?.version ?? 0,
    isAssumption: given?.isAssumption ?? spec.isAssumption,
  };
}

function sqlOf(
  code: MeasureContract["code"] | null,
  settings: MeasureSettings,
  sizeLineCents: number | null,
): string {
  const line: Cents | null = sizeLineCents === null ? null : cents(sizeLineCents);
  const statements = {
    sales: () => salesSql(settings),
    orders: () => ordersSql(settings),
    rhythm: () => [...historySql(settings), ...rhythmSql(settings)],
    // The fitted parameters are in the details of the step; without them the statement shows where they stand.
    expectation: () => [historiesSql(settings), ...expectationSql(settings, null)],
    size: () => sizeSql(settings, line, lastCompleteQuarter(settings.asOf)),
    customer: () => customersSql(),
  }[code ?? "customer"]();
  return `${statements.join(";\n\n")};`;
}
