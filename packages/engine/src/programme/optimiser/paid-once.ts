import { roundHalfAway } from "../../units.ts";
import type { PlanningBase } from "../contracts/base-contract.ts";
import type { EffectNumber } from "../contracts/effect-contract.ts";
import type { LeverOption, OptionParams } from "../contracts/option-contract.ts";
import type { FixedCost } from "./bundle-contract.ts";

/** Decisions whose cost or positions come once, however many segments use the option. */
const onceParams: readonly string[] = ["yearlyCostCents", "oneOffCostCents", "positions", "centsPerSiteYear"];

/** The decisions that make a difference to a customer of the segment. */
export function ownParams(params: OptionParams): OptionParams {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !onceParams.includes(name)));
}

/** Years over which one-off cost is spread: those of the simulation. */
export const oneOffYears = 5;

/** The decisions without what another segment pays for already. What may not be zero stays. */
export function withoutOnceParams({ params: specs }: LeverOption, params: OptionParams): OptionParams {
  const zero = specs.filter(({ name, min = 0 }) => onceParams.includes(name) && min <= 0);
  return { ...params, ...Object.fromEntries(zero.map(({ name }) => [name, 0])) };
}

/** Decisions with the largest once-only ones of all: one platform has to do for all segments. */
export function withLargestOnceParams(
  { params: specs }: LeverOption,
  params: OptionParams,
  all: readonly OptionParams[],
): OptionParams {
  const largest = specs.flatMap(({ name }) => {
    const values = all.map((one) => one[name]).filter((value) => typeof value === "number");
    return onceParams.includes(name) && values.length > 0 ? [[name, Math.max(...values)] as const] : [];
  });
  return { ...params, ...Object.fromEntries(largest) };
}

/** What an option costs and adds once with these decisions; null: nothing. */
export function fixedCostOf(option: LeverOption, params: OptionParams, base: PlanningBase): FixedCost | null {
  const full = onceEffects(option, params, base);
  const rest = onceEffects(option, withoutOnceParams(option, params), base);
  const cents = roundHalfAway(full.cents - rest.cents);
  const addedMinutes = full.addedMinutes.map((minutes, role) => minutes - (rest.addedMinutes[role] ?? 0));
  return cents === 0 && addedMinutes.every((minutes) => minutes === 0) ? null : { cents, addedMinutes };
}

function onceEffects(option: LeverOption, params: OptionParams, base: PlanningBase): FixedCost {
  const number = (value: EffectNumber) =>
    typeof value === "number"
      ? value
      : (option.assumptions.find(({ key }) => key === value.assumption)?.value.mid ?? 0);
  const called: Readonly<Record<string, string>> = {
    generalist: base.generalistRole,
    field: base.fieldRole,
    expert: base.expertRole,
  };
  const addedMinutes = base.roles.map(() => 0);
  let cents = 0;
  for (const effect of option.effects(params)) {
    if (effect.kind === "fixedCost")
      cents += number(effect.centsPerYear) + number(effect.oneOffCents) / oneOffYears;
    if (effect.kind !== "addCapacity") continue;
    const role = base.roles.findIndex(({ code }) => code === (called[effect.role] ?? effect.role));
    if (role >= 0) addedMinutes[role]! += number(effect.positions) * base.roles[role]!.blockMinutes;
  }
  return { cents, addedMinutes };
}
