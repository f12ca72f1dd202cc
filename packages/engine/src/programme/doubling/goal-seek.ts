import type { Text } from "../../measures/measure-contract.ts";
import { costDrivers } from "../contracts/drivers.ts";
import { type DoublingCase, driversBySales } from "./doubling-case.ts";
import { partLabels } from "./labels.ts";
import { marginalCustomer } from "./marginal-customer.ts";
import type { GoalSeek } from "./report-contract.ts";

/** New customers that buy more than this times today's average would not be small customers. */
const largestSalesRatio = 2;

interface Sought {
  readonly parameter: string;
  readonly label: Text;
  readonly unit: GoalSeek["unit"];
  readonly today: number;
  /** The world with another value; the value that makes the result zero is found with it. */
  readonly with: (value: number) => DoublingCase;
  readonly lowest: number;
  readonly highest: number;
  readonly outOfRange: Text;
}

/**
 * For each number alone: the value that makes the result zero, all others as they are. Positions hired and waiting are held,
 * so every parameter but the years is a straight line, and in 1 ÷ years that is one too; the solution is closed.
 * @param resultCents result of doubling in this world
 */
export function goalSeek(world: DoublingCase, resultCents: number): GoalSeek[] {
  const before = marginalCustomer(world).afterCents * world.customers - world.platformCents;
  // What does not move with the parameters: idle positions and waiting.
  const heldCents = before - resultCents;
  const result = (changed: DoublingCase) =>
    marginalCustomer(changed).afterCents * changed.customers - changed.platformCents - heldCents;
  return soughtOf(world).map((sought) => solve(sought, result, resultCents));
}

function solve(
  { parameter, label, unit, today, with: withValue, lowest, highest, outOfRange }: Sought,
  result: (world: DoublingCase) => number,
  resultCents: number,
): GoalSeek {
  const common = { parameter, label, unit, today };
  const needed =
    unit === "years"
      ? 1 / crossing((inverse) => result(withValue(1 / inverse)), 1 / today, resultCents)
      : crossing((value) => result(withValue(value)), today, resultCents);
  const isReachable = Number.isFinite(needed) && needed >= lowest && needed <= highest;
  return {
    ...common,
    needed: isReachable ? needed : null,
    relativeChange: isReachable && today !== 0 ? needed / today - 1 : null,
    isReachable,
    reason: isReachable ? null : outOfRange,
  };
}

/** Where a straight line through today's value is zero; not finite when it is level. */
function crossing(line: (value: number) => number, today: number, atToday: number): number {
  const width = today === 0 ? 1 : Math.abs(today) / 2;
  const slope = (line(today + width) - atToday) / width;
  return today - atToday / slope;
}

function soughtOf(world: DoublingCase): Sought[] {
  const free: Text = {
    de: "Selbst ohne diese Kosten reicht es nicht.",
    en: "Even without this cost it is not enough.",
  };
  const costs = costDrivers.map(
    (driver): Sought => ({
      parameter: driver,
      label: partLabels[driver],
      unit: "cents",
      today: world.driverCents[driver],
      with: (value) => ({ ...world, driverCents: { ...world.driverCents, [driver]: value } }),
      lowest: 0,
      highest: Number.POSITIVE_INFINITY,
      outOfRange: free,
    }),
  );
  return [
    {
      parameter: "acquisitionCents",
      label: { de: "Kosten, einen Kunden zu gewinnen", en: "Cost of winning a customer" },
      unit: "cents",
      today: world.acquisitionCents,
      with: (value) => ({ ...world, acquisitionCents: value }),
      lowest: 0,
      highest: Number.POSITIVE_INFINITY,
      outOfRange: {
        de: "Selbst wenn neue Kunden von allein kämen, reicht es nicht.",
        en: "Even if new customers came by themselves it is not enough.",
      },
    },
    {
      parameter: "lifetimeYears",
      label: { de: "Jahre, die ein neuer Kunde bleibt", en: "Years that a new customer stays" },
      unit: "years",
      today: world.lifetimeYears,
      with: (value) => ({ ...world, lifetimeYears: value }),
      lowest: 0.01,
      highest: 1_000,
      outOfRange: {
        de:
          world.acquisitionCents === 0
            ? "Ohne Kosten der Gewinnung ändert die Dauer nichts."
            : "Keine Dauer macht das Ergebnis null.",
        en:
          world.acquisitionCents === 0
            ? "Without a cost of winning customers the years change nothing."
            : "No number of years makes the result zero.",
      },
    },
    {
      parameter: "salesRatio",
      label: {
        de: "Umsatz eines neuen Kunden gegenüber dem Durchschnitt",
        en: "Sales of a new customer against the average",
      },
      unit: "ratio",
      today: world.salesRatio,
      with: (value) => withSalesRatio(world, value),
      lowest: 0,
      highest: largestSalesRatio,
      outOfRange: {
        de: "Mit mehr Umsatz je Kunde allein geht es nicht: Auftragskosten wachsen mit, oder es wären keine Kleinkunden mehr.",
        en: "More sales per customer alone do not do it: cost of orders grows along, or they would be no small customers any more.",
      },
    },
    {
      parameter: "marginRatio",
      label: { de: "Marge nach Waren", en: "Margin after goods" },
      unit: "ratio",
      today: world.marginRatio,
      with: (value) => ({ ...world, marginRatio: value }),
      lowest: 0,
      highest: 1,
      outOfRange: {
        de: "Dafür müsste die Marge unter null oder über dem Umsatz liegen.",
        en: "For that the margin would have to be below zero or above sales.",
      },
    },
    ...costs,
    {
      parameter: "platformCents",
      label: { de: "Kosten des Programms je Jahr", en: "Cost of the programme a year" },
      unit: "cents",
      today: world.platformCents,
      with: (value) => ({ ...world, platformCents: value }),
      lowest: 0,
      highest: Number.POSITIVE_INFINITY,
      outOfRange: free,
    },
  ];
}

/** New customers of another size: what follows their orders moves along. */
export function withSalesRatio(world: DoublingCase, salesRatio: number): DoublingCase {
  const factor = salesRatio / world.salesRatio;
  const driverCents = { ...world.driverCents };
  for (const driver of driversBySales) driverCents[driver] *= factor;
  return { ...world, salesRatio, driverCents };
}
