import type {
  BundleProblem,
  BundleValue,
  ProgrammeUnit,
} from "@kleinod/engine/programme/optimiser/bundle-contract.ts";
import { choiceCents, limitRows } from "@kleinod/engine/programme/optimiser/programme-model.ts";

/** A bundle with nothing but a name; the rest as given. */
export function bundle(
  segment: string,
  options: readonly string[],
  figures: Partial<BundleValue> = {},
): BundleValue {
  return {
    segment,
    options,
    contributionCents: 0,
    sumOfSinglesCents: 0,
    roleMinutes: [0],
    budgetCents: 0,
    contactPressure: 0,
    giveTakeCents: 0,
    fixedCostKeys: [],
    ...figures,
  };
}

export function problem(units: readonly ProgrammeUnit[], change: Partial<BundleProblem> = {}): BundleProblem {
  return {
    units,
    roles: [
      {
        role: "generalist",
        label: { de: "Generalisten", en: "generalists" },
        limitMinutes: null,
        blockMinutes: 100,
      },
    ],
    fixedCosts: new Map(),
    budgetCents: null,
    contactPressureMax: null,
    giveTakeMinCents: 0,
    fixed: [],
    ...change,
  };
}

/** The best choice by trying every one: the second spelling of the programme. Null: none keeps the limits. */
export function bestByTrying(asked: BundleProblem): number | null {
  let best: number | null = null;
  const rows = limitRows(asked);
  const tryFrom = (choice: readonly number[]) => {
    if (choice.length < asked.units.length) {
      asked.units[choice.length]!.bundles.forEach((_, index) => {
        tryFrom([...choice, index]);
      });
      return;
    }
    const chosen = choice.map((index, unit) => asked.units[unit]!.bundles[index]!);
    const nested = asked.units.every(
      ({ parent }, unit) =>
        parent === null || chosen[parent]!.options.every((code) => chosen[unit]!.options.includes(code)),
    );
    const keys = new Set(chosen.flatMap(({ fixedCostKeys }) => [...fixedCostKeys]));
    const holds = rows.every(({ amount, onceAmount, unit, sense, limit }) => {
      const from = unit === null ? chosen : [chosen[unit]!];
      const once = [...keys].map((key) => onceAmount?.(asked.fixedCosts.get(key)!) ?? 0);
      const used = [...from.map(amount), ...once].reduce((sum, value) => sum + value, 0);
      return sense === "<=" ? used <= limit + 1e-9 : used >= limit - 1e-9;
    });
    const cents = choiceCents(asked, choice);
    if (nested && holds && (best === null || cents > best)) best = cents;
  };
  tryFrom([]);
  return best;
}
