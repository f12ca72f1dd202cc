import { customerColumn, customerColumns } from "@kleinod/engine/measures/customer-columns.ts";
import { customersSql } from "@kleinod/engine/measures/customers/sql.ts";
import type { Explanation } from "@kleinod/engine/measures/reports.ts";
import { parameterSpecs } from "@kleinod/engine/programme/parameters.ts";
import { textOf } from "@kleinod/engine/text.ts";
import { type Cents, cents } from "@kleinod/engine/units.ts";
import { explainedMeasures } from "../explained-measures.ts";
import { measureSettings } from "../measure-settings.ts";
import type { ReportContext } from "./report-context.ts";

export type ExplainContext = Pick<ReportContext, "asOf" | "parameters" | "sizeLineCents">;

/**
 * "What am I made of?" for a column of the customer table; a refusal with the known codes otherwise.
 * @param findings of `explanationFindings`, where the company's own data had a say
 */
export function explain(
  code: string,
  context: ExplainContext,
  findings: Explanation["findings"] = [],
):
  | { readonly ok: true; readonly explanation: Explanation }
  | { readonly ok: false; readonly message: string } {
  const column = customerColumn(code);
  if (column === null) {
    const known = customerColumns.map((candidate) => candidate.code).join(", ");
    return { ok: false, message: `There is no figure "${code}". Figures are ${known}.` };
  }
  const explained = explainedMeasures.find(({ contract }) => contract.code === column.measure);
  const contract = explained?.contract;
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
      source: textOf(
        contract?.source ?? { de: "Kundenstamm und Kontakte", en: "Customer master data and contacts" },
      ),
      limits: [...(contract?.limits ?? [])],
      findings,
      inputs: [...(contract?.inputs ?? ["account_current", "contact_current"])],
      parameters: (contract?.parameters ?? []).map((parameter) => parameterOf(parameter, context)),
      dataTier: column.code.startsWith("contribution1") ? "T1" : (explained?.dataTier ?? "T0"),
      sql: `${(explained?.sql ?? customersSql)(settings, lineOf(context)).join(";\n\n")};`,
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

function lineOf({ sizeLineCents }: ExplainContext): Cents | null {
  return sizeLineCents === null ? null : cents(sizeLineCents);
}
