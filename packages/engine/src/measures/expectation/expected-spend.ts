import { type FitWarningCode, fitGammaGamma, type GammaGammaParams } from "@kleinod/btyd/index.ts";
import type { SpendTable } from "./history-tables.ts";

/** Fewest customers with a positive mean value for a spend model; below it orders are expected, sales are not. */
const leastCustomers = 20;
/** Warnings with which the parameters are those of a prior, not of the data. */
const unknown: ReadonlySet<FitWarningCode> = new Set(["tooLittleData", "doesNotVary", "didNotConverge"]);

/** The spend model, in cents; null where the data do not bear one. */
export function expectedSpend(spend: SpendTable): {
  readonly params: GammaGammaParams | null;
  readonly notes: readonly string[];
} {
  const fit = fitGammaGamma(
    { frequency: spend.count, meanValue: spend.meanCents },
    { minInformative: leastCustomers },
  );
  const isKnown = !fit.warnings.some(({ code }) => unknown.has(code));
  return { params: isKnown ? fit.params : null, notes: fit.warnings.map(({ message }) => message) };
}
