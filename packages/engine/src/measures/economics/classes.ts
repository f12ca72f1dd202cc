import { number } from "../sql-text.ts";

/** Lower bounds 0, 1, 2, 5, 10 … from the lowest to the open class, cents. */
export function oneTwoFiveBounds(lowestCents: number, openCents: number): number[] {
  const bounds = new Set([0]);
  for (let power = lowestCents; power <= openCents; power *= 10)
    for (const step of [1, 2, 5]) if (step * power <= openCents) bounds.add(step * power);
  return [...bounds.add(openCents)].sort((a, b) => a - b);
}

/** SQL of the lower bound of the class that a value falls into; values below zero count as the lowest class. */
export function classOfSql(value: string, bounds: readonly number[]): string {
  const branches = bounds
    .filter((bound) => bound > 0)
    .toReversed()
    .map((bound) => `WHEN ${value} >= ${number(bound)} THEN ${number(bound)}`);
  return `CASE ${branches.join(" ")} ELSE 0 END`;
}

/** Upper end of a class; null where it is open. */
export function upperBound(bounds: readonly number[], from: number): number | null {
  return bounds[bounds.indexOf(from) + 1] ?? null;
}
