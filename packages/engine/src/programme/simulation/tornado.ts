import type { ResolvedPlan } from "../resolve-plan.ts";
import { whole } from "./quantiles.ts";
import type { TornadoBar } from "./report-contract.ts";
import type { SimulationResults } from "./simulation-report.ts";

/** Widest spread first. */
export function tornado(
  { assumptions }: ResolvedPlan,
  { tornadoKeys, tornado: results }: SimulationResults,
): TornadoBar[] {
  const byKey = new Map(assumptions.map((assumption) => [assumption.key, assumption]));
  const spread = (bar: TornadoBar) => Math.abs(bar.highResultCents - bar.lowResultCents);
  return tornadoKeys
    .map((key, index): TornadoBar => {
      const { label, unit, value } = byKey.get(key)!;
      return {
        key,
        label: withOption(key, label),
        unit,
        lowResultCents: whole(results[2 * index]!),
        highResultCents: whole(results[2 * index + 1]!),
        lowValue: value.low,
        highValue: value.high,
      };
    })
    .sort((a, b) => spread(b) - spread(a) || (a.key < b.key ? -1 : 1));
}

/** Several options change the same thing: `L4b.salesRatio` says of which one it is. */
function withOption(key: string, label: TornadoBar["label"]): TornadoBar["label"] {
  const option = /^(L\d[a-z])\./.exec(key)?.[1];
  return option === undefined ? label : { de: `${label.de} (${option})`, en: `${label.en} (${option})` };
}
