import type { ReportContext } from "./report-context.ts";

/** True while roles or activities of the cost model are shipped assumptions that nobody has replaced. */
export function restsOnAssumedCosts(parameters: ReportContext["parameters"]): boolean {
  return parameters.some(({ code, isAssumption }) => code.startsWith("costToServe.") && isAssumption);
}
