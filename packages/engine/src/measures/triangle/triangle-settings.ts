import type { CostActivity, Horizon } from "../cost-to-serve/model-contract.ts";
import type { MeasureSettings } from "../settings-contract.ts";
import type { DemandKind } from "./report-contract.ts";

/** Borders of the three corners. */
export interface TriangleBorders {
  /** Value is small below it. */
  readonly valuePerContactCents: number;
  /** Need is varied from it on. */
  readonly needVariety: number;
  /** Nobody with fewer orders in 12 months is in the triangle. */
  readonly leastOrders: number;
  /** Effort is high above it: full cost to serve ÷ contribution I. */
  readonly effortRatio: number;
}

/** What the triangle reads from the parameters. */
export interface TriangleSettings extends TriangleBorders {
  /** Stands in for `needVariety` while neither activities nor cases are known. */
  readonly needFields: number;
  readonly failureFindingRatio: number;
  readonly demandByReason: Readonly<Record<string, Exclude<DemandKind, "unknown">>>;
  readonly activities: readonly Pick<CostActivity, "code" | "event" | "when">[];
  readonly horizonMonths: Horizon;
}

/** The borders that hold: without contacts there are no reasons, and need fields alone make the variety. */
export function bordersFor(settings: TriangleSettings, hasContacts: boolean): TriangleBorders {
  return hasContacts ? settings : { ...settings, needVariety: settings.needFields };
}

export function triangleSettings(values: MeasureSettings["values"]): TriangleSettings {
  return {
    valuePerContactCents: values["triangle.valuePerContactCents"] as number,
    needFields: values["triangle.needFields"] as number,
    needVariety: values["triangle.needVariety"] as number,
    leastOrders: values["triangle.leastOrders"] as number,
    effortRatio: values["triangle.effortRatio"] as number,
    failureFindingRatio: values["triangle.failureFindingRatio"] as number,
    demandByReason: values["demand.byReason"] as TriangleSettings["demandByReason"],
    activities: values["costToServe.activities"] as TriangleSettings["activities"],
    horizonMonths: values["costToServe.horizonMonths"] as Horizon,
  };
}
