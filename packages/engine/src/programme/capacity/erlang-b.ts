import { invalid } from "../../units.ts";

/**
 * Chance that all servers are busy when nobody waits (loss system), 0…1. A. K. Erlang 1917; recursion B(k) = A·B(k−1) ÷
 * (k + A·B(k−1)), so that no factorial overflows.
 * @param servers whole number ≥ 0
 * @param erlangs work offered per time: arrivals × handling time; ≥ 0
 */
export function blockingRatio(servers: number, erlangs: number): number {
  if (!Number.isSafeInteger(servers) || servers < 0)
    throw invalid("servers", servers, "a whole number ≥ 0", "Erlang B");
  if (!(erlangs >= 0) || !Number.isFinite(erlangs))
    throw invalid("erlangs", erlangs, "a finite number ≥ 0", "Erlang B");
  if (erlangs === 0) return servers === 0 ? 1 : 0;
  let blocked = 1;
  for (let server = 1; server <= servers; server++) {
    blocked = (erlangs * blocked) / (server + erlangs * blocked);
  }
  return blocked;
}
