import type { DuckDBConnection } from "@duckdb/node-api";
import type { FirmSelection } from "@kleinod/engine/measures/firm-selection.ts";
import type { SupportBreadth, SupportForm } from "@kleinod/engine/measures/need/recommendation-contract.ts";
import type { NeedsReport } from "@kleinod/engine/measures/need/report-contract.ts";
import { needRowCountSql, needRowsSql } from "@kleinod/engine/measures/need/report-sql.ts";
import { recommend } from "@kleinod/engine/segments/service-form/recommend.ts";
import { serviceFormSettings } from "@kleinod/engine/segments/service-form/service-form-settings.ts";
import { all, one } from "../../duckdb/connect.ts";
import { parameterValues } from "./parameter-values.ts";
import type { ReportContext } from "./report-context.ts";

interface NeedSqlRow {
  readonly customer_id: number;
  readonly name: string;
  readonly account_key: string;
  readonly branch: string | null;
  readonly city: string | null;
  readonly size_class: string;
  readonly sales_last12_cents: number | null;
  readonly need_breadth: number | null;
  readonly need_fields: number | null;
  readonly need_depth: number | null;
  readonly need_variety: number | null;
  readonly need_urgency: number | null;
  readonly need_reasons: number;
  readonly electronic_ratio: number | null;
  readonly contribution_cents: number | null;
  readonly has_partner: boolean;
  readonly support_breadth: SupportBreadth | null;
  readonly support_form: SupportForm | null;
  readonly fields: string[];
  readonly cents: number[];
}

/** Need profiles of the selected customers with the reasons for what is recommended. */
export async function needRows(
  connection: DuckDBConnection,
  { snapshotTable, parameters }: ReportContext,
  selection: FirmSelection,
): Promise<Pick<NeedsReport, "rows" | "rowsTotal">> {
  const settings = serviceFormSettings({ values: parameterValues(parameters) });
  const rows = await all<NeedSqlRow>(connection, needRowsSql(snapshotTable, selection));
  const { total } = await one<{ total: number }>(connection, needRowCountSql(snapshotTable, selection));
  return {
    rowsTotal: total,
    rows: rows.map((row) => {
      const sold = row.cents.reduce((sum, cents) => sum + cents, 0);
      const side = {
        needBreadth: row.need_breadth,
        needReasons: row.need_reasons,
        needUrgency: row.need_urgency,
        sizeClass: row.size_class,
        contributionCents: row.contribution_cents,
        electronicRatio: row.electronic_ratio,
        hasPartner: row.has_partner,
      };
      return {
        id: row.customer_id,
        customerId: row.customer_id,
        name: row.name,
        accountKey: row.account_key,
        branch: row.branch,
        city: row.city,
        sizeClass: row.size_class,
        salesLast12Cents: row.sales_last12_cents,
        needBreadth: row.need_breadth,
        needFields: row.need_fields,
        needDepth: row.need_depth,
        needVariety: row.need_variety,
        needUrgency: row.need_urgency,
        supportBreadth: row.support_breadth,
        supportForm: row.support_form,
        fields: row.fields.map((field, i) => ({
          field,
          salesCents: row.cents[i]!,
          share: row.cents[i]! / sold,
        })),
        reasons: [...(recommend(side, side, settings)?.reasons ?? [])],
      };
    }),
  };
}
