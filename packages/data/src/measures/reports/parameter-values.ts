import { parameterSpecs } from "@kleinod/engine/programme/parameters.ts";
import type { ParameterValue } from "@kleinod/engine/segments/parameters.ts";

/** Every parameter by its code; the default where no value came along. */
export function parameterValues(
  parameters: readonly Pick<ParameterValue, "code" | "value">[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries([
    ...parameterSpecs.map((spec) => [spec.code, spec.default]),
    ...parameters.map(({ code, value }) => [code, value]),
  ]);
}
