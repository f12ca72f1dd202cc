import type { CostToServeReport } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";

/** Data tiers behind the cost of customers, from the lowest to the highest that occurs: `T1` or `T1–T3`. */
export function tierRange(tiers: CostToServeReport["tiers"]): string {
  const codes = tiers
    .filter(({ customers }) => customers > 0)
    .map(({ tier }) => tier)
    .sort();
  const [first, last] = [codes[0], codes.at(-1)];
  if (first === undefined || last === undefined) return "–";
  return first === last ? first : `${first}–${last}`;
}
