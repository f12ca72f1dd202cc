import { outOfRange } from "../out-of-range.ts";
import { checkHorizon } from "../repeat-purchase/check-arguments.ts";
import type { LifetimeValueSettings } from "./contract.ts";

/** Steps beyond these say nothing more and would only take time. */
const MOST_STEPS = 10_000;
const DEFAULT_STEPS = 12;

export interface DiscountStep {
  readonly end: number;
  /** What a unit of money in the middle of the step is worth today. */
  readonly discount: number;
}

/**
 * The steps up to the horizon; none for a horizon of 0.
 * @throws RangeError when horizon, discount rate or step is out of range.
 */
export function discountSteps({ horizon, discountRate, step }: LifetimeValueSettings): DiscountStep[] {
  checkHorizon(horizon);
  if (!(discountRate >= 0 && discountRate < Number.POSITIVE_INFINITY)) {
    throw outOfRange("discountRate", discountRate, "a finite number ≥ 0");
  }
  if (step !== undefined && !(step >= horizon / MOST_STEPS && step > 0)) {
    throw outOfRange("step", step, `a number > 0 and at least the horizon divided by ${MOST_STEPS}`);
  }
  if (horizon === 0) return [];
  // A step that should divide the horizon must not leave a sliver to rounding.
  const count = step === undefined ? DEFAULT_STEPS : Math.max(1, Math.ceil(horizon / step - 1e-9));
  const length = step ?? horizon / DEFAULT_STEPS;
  return Array.from({ length: count }, (_, i) => {
    const end = i === count - 1 ? horizon : (i + 1) * length;
    return { end, discount: (1 + discountRate) ** (-(i * length + end) / 2) };
  });
}
