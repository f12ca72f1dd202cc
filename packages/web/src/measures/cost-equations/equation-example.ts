import type { CostEvent, Driver } from "@kleinod/engine/measures/cost-to-serve/drivers-contract.ts";
import {
  milliminutesOf,
  type ParsedEquation,
  parseTimeEquation,
  type TimeEquation,
} from "@kleinod/engine/measures/cost-to-serve/time-equation.ts";

/** Values for a worked example: a middling event, no special case. */
const usual: Readonly<Record<string, number>> = {
  lines: 4,
  packages: 1,
  weightKg: 10,
  transfers: 1,
  reopenings: 0,
  level: 1,
};

export type DriverChoice = Readonly<Record<string, number>>;

/** Drivers that an equation uses. */
export function usedDrivers(equation: TimeEquation): readonly Driver[] {
  return equation.terms.map(({ driver }) => driver);
}

/** Minutes of an event with chosen values; what is not chosen takes a usual value, yes-or-no drivers no. */
export function exampleMinutes(equation: TimeEquation, chosen: DriverChoice = {}): number {
  const values = usedDrivers(equation).map(({ code }) => [code, exampleValue(code, chosen)] as const);
  return milliminutesOf(equation, Object.fromEntries(values)) / 1000;
}

/** The value that an example takes for a driver. */
export function exampleValue(driver: string, chosen: DriverChoice = {}): number {
  return chosen[driver] ?? usual[driver] ?? 0;
}

/** Reads an equation as it is being typed; the answer says what is wrong and where. */
export function readEquation(text: string, event: CostEvent): ParsedEquation {
  return parseTimeEquation(text, event);
}
