import type { Lever } from "./contracts/option-contract.ts";
import type { ProgrammeWorld } from "./contracts/world-contract.ts";
import type { ResolvedAssumption } from "./resolve-plan.ts";

/** Key of the months that the options of a lever take until they are fully taken up. */
export const rampKeyOf = (lever: Lever) => `world.rampMonths.${lever}`;

type Entry = Pick<ResolvedAssumption, "key" | "label" | "unit" | "min" | "max">;

const entries = {
  acquisitionCents: {
    key: "world.acquisitionCents",
    label: { de: "Kosten, einen Kunden zu gewinnen", en: "Cost of winning a customer" },
    unit: "cents",
    min: 0,
    max: 100_000_000,
  },
  newCustomerSalesRatio: {
    key: "world.newCustomerSalesRatio",
    label: {
      de: "Umsatz eines neuen Kunden gegenüber heute",
      en: "Sales of a new customer against today's average",
    },
    unit: "ratio",
    min: 0,
    max: 5,
  },
  newCustomerLifetimeYears: {
    key: "world.newCustomerLifetimeYears",
    label: { de: "Jahre, die ein neuer Kunde bleibt", en: "Years that a new customer stays" },
    unit: "years",
    min: 0.25,
    max: 100,
  },
  congestionChurnRatio: {
    key: "world.congestionChurnRatio",
    label: {
      de: "Zusätzlicher Verlust, wenn alle warten müssen",
      en: "Added loss of customers when everybody has to wait",
    },
    unit: "ratio",
    min: 0,
    max: 1,
  },
} satisfies Record<string, Entry>;

/** What is uncertain about the company itself, as assumptions with keys `world.…`. */
export function worldAssumptions(world: ProgrammeWorld): ResolvedAssumption[] {
  const company = Object.entries(entries).map(([name, entry]) =>
    assumption(entry, world[name as keyof typeof entries]),
  );
  const ramps = rampLevers.map((lever) =>
    assumption(
      {
        key: rampKeyOf(lever),
        label: {
          de: `Monate, bis Optionen von ${lever} voll wirken`,
          en: `Months until options of ${lever} are fully taken up`,
        },
        unit: "months",
        min: 0,
        max: 120,
      },
      world.rampMonths?.[lever] ?? { low: 0, mid: 0, high: 0 },
    ),
  );
  return [...company, ...ramps];
}

const rampLevers: readonly Lever[] = ["L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8"];

const assumption = (
  entry: Entry,
  { low, mid, high }: { readonly low: number; readonly mid: number; readonly high: number },
): ResolvedAssumption => ({
  ...entry,
  value: { low, mid, high, source: "assumption" },
  grade: "C",
});
