import { plainDate } from "@kleinod/engine/measures/period.ts";
import type { MeasureSettings } from "@kleinod/engine/measures/settings-contract.ts";
import { parameterSpecs } from "@kleinod/engine/programme/parameters.ts";
import type { ParameterValue } from "@kleinod/engine/segments/parameters.ts";
import { type Cents, invalid } from "@kleinod/engine/units.ts";

/**
 * The parameters as the calculations need them; what is not given takes its default.
 * @throws RangeError when asOf is no day or a value breaks its own schema: both were checked when they were entered.
 */
export function measureSettings(
  asOf: string,
  parameters: readonly Pick<ParameterValue, "code" | "value">[],
): MeasureSettings {
  const given = new Map(parameters.map(({ code, value }) => [code, value]));
  const value = <T>(code: string): T => {
    const spec = parameterSpecs.find((candidate) => candidate.code === code);
    if (spec === undefined) throw invalid("parameter", code, "a code of parameterSpecs");
    const entered = given.has(code) ? given.get(code) : spec.default;
    const parsed = spec.schema.safeParse(entered);
    if (!parsed.success) throw invalid(code, entered, parsed.error.issues[0]?.message ?? "a valid value");
    return parsed.data as T;
  };
  return {
    asOf: plainDate(asOf),
    currency: value<string | null>("company.currency"),
    rates: value<Record<string, number>>("company.rates"),
    sizeLineCents: value<Cents | null>("size.lineCents"),
    hysteresisRatio: value<number>("size.hysteresisRatio"),
    slowingQuantile: value<number>("rhythm.slowingQuantile"),
    dormantQuantile: value<number>("rhythm.dormantQuantile"),
    lostProbability: value<number>("rhythm.lostProbability"),
    peerWeight: value<number>("rhythm.peerWeight"),
    marginByGroup: value<Record<string, number>>("margin.byGroup"),
    values: Object.fromEntries(parameterSpecs.map(({ code }) => [code, value(code)])),
  };
}
