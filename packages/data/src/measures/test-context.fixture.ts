import { parameterSpecs } from "@kleinod/engine/programme/parameters.ts";
import type { ReportContext } from "./reports/report-context.ts";

/** What reports need of a store that was measured with the defaults. */
export function measuredContext(
  asOf: string,
  snapshotTable: string,
  given: Readonly<Record<string, unknown>> = {},
): ReportContext {
  return {
    asOf,
    currency: "CHF",
    snapshotTable,
    sizeLineCents: null,
    sizeLineIsProposal: true,
    parameters: parameterSpecs.map((spec) => ({
      code: spec.code,
      value: given[spec.code] ?? spec.default,
      version: 0,
      isDefault: true,
      isAssumption: spec.isAssumption,
      author: null,
      reason: null,
      validFrom: null,
    })),
  };
}
