import { dateSql, nullDateSql } from "@kleinod/engine/import/dates.ts";
import { numericFieldTypes } from "@kleinod/engine/import/kinds/contract.ts";
import { cellSql } from "@kleinod/engine/import/null-tokens.ts";
import { numberSql } from "@kleinod/engine/import/numbers.ts";
import { sourceColumn, sqlText } from "@kleinod/engine/import/staging/reader-sql.ts";
import type { StagedField } from "@kleinod/engine/import/staging/sale-lines-sql.ts";
import type { FilePlan } from "./plan-file.ts";

/** The mapped fields of a plan as SQL over the columns of the file. */
export function stagedFields(plan: FilePlan): Record<string, StagedField> {
  const result: Record<string, StagedField> = {};
  for (const spec of plan.kind?.fields ?? []) {
    const columns = (plan.fields[spec.code] ?? []).map((name) => sourceColumn(plan.columns.indexOf(name)));
    if (columns.length === 0) continue;
    const cells = columns.map(cellSql);
    const raw =
      cells.length === 1
        ? cells[0]!
        : `nullif(concat_ws(${sqlText(spec.joinWith ?? " ")}, ${cells.join(", ")}), '')`;
    if (spec.code === "productCode") result[spec.code] = { raw: asWritten(columns[0]!), typed: raw };
    else if (spec.type === "date") result[spec.code] = dateField(raw, plan, spec.code);
    else if (numericFieldTypes.includes(spec.type)) {
      const format = plan.numberFormats[spec.code] ?? { decimal: ".", thousands: "" };
      result[spec.code] = { raw, typed: numberSql(raw, format) };
    } else result[spec.code] = { raw, typed: raw };
  }
  return result;
}

/** Dates such as SAP's `00000000` say nothing. */
function dateField(raw: string, plan: FilePlan, code: string): StagedField {
  const said = `CASE WHEN ${nullDateSql(raw)} THEN NULL ELSE ${raw} END`;
  return { raw: said, typed: dateSql(raw, plan.dateFormats[code] ?? "iso") };
}

/** Product codes are counted as the file writes them and trimmed when they are stored. */
function asWritten(column: string): string {
  return `CASE WHEN ${cellSql(column)} IS NULL THEN NULL ELSE ${column} END`;
}
