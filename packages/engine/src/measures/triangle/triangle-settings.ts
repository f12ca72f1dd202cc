import type { CostActivity, Horizon } from "../cost-to-serve/model-contract.ts";
import type { MeasureSettings } from "../settings-contract.ts";
import type { DemandKind } from "./report-contract.ts";

/** Borders of the three corners. */
export interface TriangleBorders {
  /** Value is small below it. */
  readonly valuePerContactCents: number;
  /** Need is varied from it on. */
  readonly needVariety: number;
  /** Effort is high above it: full cost to serve ÷ contribution I. */
  readonly effortRatio: number;
}

/** What the triangle reads from the parameters. */
export interface TriangleSettings extends TriangleBorders {
  readonly failureFindingRatio: number;
  readonly demandByReason: Readonly<Record<string, Exclude<DemandKind, "unknown">>>;
  readonly activities: readonly Pick<CostActivity, "code" | "event" | "when">[];
  readonly horizonMonths: Horizon;
}

export function triangleSettings(values: MeasureSettings["values"]): TriangleSettings {
  return {
    valuePerContactCents: values["triangle.valuePerContactCents"] as number,
    needVariety: values["triangle.needVariety"] as number,
    effortRatio: values["triangle.effortRatio"] as number,
    failureFindingRatio: values["triangle.failureFindingRatio"] as number,
    demandByReason: values["demand.byReason"] as TriangleSettings["demandByReason"],
    activities: values["costToServe.activities"] as TriangleSettings["activities"],
    horizonMonths: values["costToServe.horizonMonths"] as Horizon,
  };
}
