import type {
  LeverOption,
  OptionParams,
  ParamValue,
} from "@kleinod/engine/programme/contracts/option-contract.ts";

/** The decisions of an option with its defaults where nothing is decided, or something of another kind. */
export function filledParams(option: LeverOption, params: OptionParams): Record<string, ParamValue> {
  return Object.fromEntries(
    option.params.map((param) => {
      const decided = params[param.name];
      const fits =
        decided !== undefined &&
        typeof decided === typeof param.default &&
        Array.isArray(decided) === Array.isArray(param.default);
      return [param.name, fits ? decided : param.default];
    }),
  );
}
