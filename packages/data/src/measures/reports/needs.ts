import type { DuckDBConnection } from "@duckdb/node-api";
import { everyFirm, type FirmSelection } from "@kleinod/engine/measures/firm-selection.ts";
import type { SupportBreadth, SupportForm } from "@kleinod/engine/measures/need/recommendation-contract.ts";
import type { NeedsReport } from "@kleinod/engine/measures/need/report-contract.ts";
import {
  breadthBorders,
  needBreadthsSql,
  needFieldsSql,
  needScopeSql,
  recommendationsSql,
  sizeSampleSql,
} from "@kleinod/engine/measures/need/report-sql.ts";
import { serviceFormSettings } from "@kleinod/engine/segments/service-form/service-form-settings.ts";
import { type SizedNeed, sizeDependence } from "@kleinod/engine/segments/service-form/size-dependence.ts";
import { all, one } from "../../duckdb/connect.ts";
import { needRows } from "./need-rows.ts";
import { type NeedScope, needUnclear } from "./need-unclear.ts";
import { parameterValues } from "./parameter-values.ts";
import type { ReportContext } from "./report-context.ts";

/** Most customers behind the size dependence. */
const sizeSample = 5_000;

interface BySize {
  readonly small: number;
  readonly large: number;
  readonly other: number;
}

/** Need profiles of the base, recommended support, and whether it depends on size; `rows` are of the selection. */
export async function needs(
  connection: DuckDBConnection,
  context: ReportContext,
  selection: Partial<FirmSelection> = {},
): Promise<NeedsReport> {
  const { asOf, currency, snapshotTable } = context;
  const scope = await one<NeedScope>(connection, needScopeSql());
  const fields = await all<{
    field: string;
    customers: number;
    sales_cents: number;
    median_cents: number;
    customer_share: number;
    gaps: number;
    gap_cents: number | null;
  }>(connection, needFieldsSql());
  const breadths = await all<BySize & { step: number }>(connection, needBreadthsSql(snapshotTable));
  const recommendations = await all<BySize & { support_breadth: SupportBreadth; support_form: SupportForm }>(
    connection,
    recommendationsSql(snapshotTable),
  );
  return {
    asOf,
    currency,
    known: scope.known,
    total: scope.total,
    sources: { purchases: scope.purchases, cases: scope.cases, contacts: scope.contacts },
    fields: fields.map((row) => ({
      field: row.field,
      customers: row.customers,
      salesCents: row.sales_cents,
      customerShare: row.customer_share,
      medianCents: row.median_cents,
      gaps: row.gaps,
      gapCents: row.gap_cents,
    })),
    breadths: breadthBorders.map((from, i) => {
      // An effective number of one, rounded down, still counts as one.
      const found = breadths.filter(({ step }) => Math.max(1, step) === i + 1);
      const sum = (size: keyof BySize) => found.reduce((total, row) => total + row[size], 0);
      return {
        from,
        to: breadthBorders[i + 1] ?? null,
        small: sum("small"),
        large: sum("large"),
        other: sum("other"),
      };
    }),
    recommendations: recommendations.map(({ support_breadth, support_form, small, large, other }) => ({
      supportBreadth: support_breadth,
      supportForm: support_form,
      small,
      large,
      other,
    })),
    sizeDependence: await dependence(connection, context),
    unclear: needUnclear(scope),
    ...(await needRows(connection, context, { ...everyFirm, ...selection })),
  };
}

async function dependence(
  connection: DuckDBConnection,
  { snapshotTable, parameters }: ReportContext,
): Promise<NeedsReport["sizeDependence"]> {
  const rows = await all<{
    need_breadth: number;
    need_reasons: number;
    need_variety: number | null;
    need_urgency: number | null;
    support_breadth: SupportBreadth;
    size_class: string;
    sales_cents: number;
    contribution_cents: number | null;
    electronic_ratio: number | null;
    has_partner: boolean;
  }>(connection, sizeSampleSql(snapshotTable, sizeSample));
  const sample = rows.map(
    (row): SizedNeed => ({
      needBreadth: row.need_breadth,
      needReasons: row.need_reasons,
      needVariety: row.need_variety,
      needUrgency: row.need_urgency,
      supportBreadth: row.support_breadth,
      sizeClass: row.size_class,
      salesCents: row.sales_cents,
      contributionCents: row.contribution_cents,
      electronicRatio: row.electronic_ratio,
      hasPartner: row.has_partner,
    }),
  );
  return sizeDependence(sample, serviceFormSettings({ values: parameterValues(parameters) }));
}
