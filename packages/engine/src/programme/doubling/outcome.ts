import { costDrivers } from "../contracts/drivers.ts";
import { breakEvens } from "./break-evens.ts";
import type { DoublingCase } from "./doubling-case.ts";
import { type FlipRank, flipRanking } from "./flip-driver.ts";
import { GrowthModel } from "./growth-result.ts";
import { partLabels } from "./labels.ts";
import { type MarginalCustomer, marginalCustomer } from "./marginal-customer.ts";
import { type DoublingOutcome, type DoublingPart, doublingParts } from "./report-contract.ts";

/** What the test says of one world, without its uncertainty. */
export type ClosedOutcome = Omit<DoublingOutcome, "lowCents" | "highCents">;

/** N → 2 N. `today` is the world without the plan; leave it out for that world itself. */
export function doublingOutcome(world: DoublingCase, today?: DoublingCase): ClosedOutcome {
  const marginal = marginalCustomer(world);
  const model = new GrowthModel(world);
  const { resultCents, stepCents, congestionCents } = model.at(2 * world.customers);
  const ranking = flipRanking({
    world,
    resultCents,
    today: today === undefined ? undefined : marginalCustomer(today),
  });
  const { numbers, paysUpTo } = breakEvens(model);
  const parts = roundedParts(marginal);
  const acquired = parts.acquisition;
  const beforeCents = Math.round(marginal.beforeCents);
  return {
    marginalBeforeAcquisitionPerCustomerYearCents: beforeCents,
    marginalAfterAcquisitionPerCustomerYearCents: beforeCents + acquired,
    yearlyResultCents: whole(resultCents),
    breakEvenN: [...numbers],
    flipDriver: ranking[0]!.driver,
    flipRanking: ranking.map(labelled),
    parts: doublingParts.map((part) => ({ part, label: partLabels[part], cents: parts[part] })),
    platformCents: whole(world.platformCents),
    stepCents: whole(stepCents),
    congestionCents: whole(congestionCents),
    acquisitionCents: whole(world.acquisitionCents),
    lifetimeYears: world.lifetimeYears,
    paysUpToN: paysUpTo,
  };
}

const labelled = ({ driver, costCents, changeCents, ...rest }: FlipRank) => ({
  driver,
  label: partLabels[driver],
  costCents: whole(costCents),
  changeCents: changeCents === null ? null : whole(changeCents),
  ...rest,
});

/** No negative zero in documents. */
const whole = (value: number) => Math.round(value) || 0;

/** Whole cents that sum to the rounded contribution: largest remainders, ties in the order of the parts. */
function roundedParts({ parts, beforeCents, afterCents }: MarginalCustomer): Record<DoublingPart, number> {
  const total = Math.round(beforeCents);
  const before = ["sales", "fees", "programme", ...costDrivers] as const;
  const rounded = Object.fromEntries(doublingParts.map((part) => [part, Math.floor(parts[part])])) as Record<
    DoublingPart,
    number
  >;
  let left = total - before.reduce((sum, part) => sum + rounded[part], 0);
  const byRemainder = [...before].sort((a, b) => parts[b] - rounded[b] - (parts[a] - rounded[a]));
  for (const part of byRemainder) {
    if (left <= 0) break;
    rounded[part] += 1;
    left -= 1;
  }
  rounded.acquisition = Math.round(afterCents) - total;
  for (const part of doublingParts) rounded[part] ||= 0;
  return rounded;
}
