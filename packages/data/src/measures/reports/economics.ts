import type { DuckDBConnection } from "@duckdb/node-api";
import type { Economics } from "@kleinod/engine/measures/economics/report-contract.ts";
import type { WhaleBasis } from "@kleinod/engine/measures/reports.ts";
import { triangleSettings } from "@kleinod/engine/measures/triangle/triangle-settings.ts";
import { restsOnAssumedCosts } from "./assumed-costs.ts";
import { columnsOfTable } from "./columns-of-table.ts";
import { activityCosts } from "./economics-activities.ts";
import { lossesOf, worstOf } from "./economics-losses.ts";
import { orderEconomics } from "./economics-orders.ts";
import { scaleOf } from "./economics-scale.ts";
import { sizePotential } from "./economics-size-potential.ts";
import { parameterValues } from "./parameter-values.ts";
import type { ReportContext } from "./report-context.ts";
import { sizesOf } from "./sizes-of.ts";
import { whale } from "./whale.ts";

/**
 * What customers bring and cost: the curve over all of them, the lowest contributions of every size, small orders, activities,
 * scale. Without a basis the curve is drawn at avoidable cost, the one for decisions. What the data cannot say is null, with the
 * reason and the cure in `unclear`.
 */
export async function economics(
  connection: DuckDBConnection,
  context: ReportContext,
  basis: WhaleBasis = "avoidable",
): Promise<Economics> {
  const { asOf, currency, snapshotTable, parameters } = context;
  const values = parameterValues(parameters);
  const settings = triangleSettings(values);
  const columns = await columnsOfTable(connection, snapshotTable);
  const hasCostToServe =
    columns.has("contribution3_cents") && (await columnsOfTable(connection, "m_order_cost")).size > 0;
  const curve = await whale(connection, context, basis);
  const losses = {
    full: hasCostToServe ? await lossesOf(connection, snapshotTable, "full") : null,
    avoidable: hasCostToServe ? await lossesOf(connection, snapshotTable, "avoidable") : null,
  };
  const orders = hasCostToServe ? await orderEconomics(connection, context, settings.activities) : null;
  const activities = hasCostToServe
    ? await activityCosts(connection, snapshotTable, values)
    : { activities: [], activityChannels: [] };
  const map = columns.has("potential_cents") ? await sizePotential(connection, snapshotTable) : null;
  return {
    asOf,
    currency,
    horizonMonths: settings.horizonMonths,
    hasCostToServe,
    assumed: restsOnAssumedCosts(parameters),
    customers: await sizesOf(connection, snapshotTable),
    whale: curve,
    worst: curve.basis === "sales" ? null : await worstOf(connection, context, curve.basis),
    losses,
    smallOrders: orders?.smallOrders ?? null,
    breakEven: orders?.breakEven ?? [],
    ...activities,
    scale: hasCostToServe ? await scaleOf(connection, snapshotTable, values) : null,
    sizePotential: map,
    unclear: [...curve.unclear, ...unclearOf(hasCostToServe, orders, map)],
  };
}

function unclearOf(
  hasCostToServe: boolean,
  orders: Pick<Economics, "smallOrders" | "breakEven"> | null,
  map: Economics["sizePotential"],
): Economics["unclear"] {
  const unclear: Economics["unclear"] = [];
  if (!hasCostToServe)
    unclear.push({
      field: "activities",
      reason: "costToServeMissing",
      cure: { de: "Die Berechnung neu starten.", en: "Start measuring anew." },
    });
  if (orders?.breakEven.some(({ channel }) => channel === "unknown"))
    unclear.push({
      field: "breakEven",
      reason: "channelUnknown",
      cure: {
        de: "Auftragsköpfe mit Erfassungskanal importieren; bis dahin gilt ein mittlerer Aufwand.",
        en: "Import order headers with their entry channel; until then a mean effort holds.",
      },
    });
  if (orders?.breakEven.some(({ marginRatio }) => marginRatio === null))
    unclear.push({
      field: "breakEven.marginRatio",
      reason: "costOfGoodsMissing",
      cure: {
        de: "Warenkosten importieren oder eine Marge je Warengruppe annehmen.",
        en: "Import cost of goods or assume a margin per product group.",
      },
    });
  if (map === null)
    unclear.push({
      field: "sizePotential",
      reason: "potentialMissing",
      cure: {
        de: "Branche, Mitarbeitende und Region der Kunden liefern.",
        en: "Deliver branch, staff and region of customers.",
      },
    });
  return unclear;
}
