import { normalQuantile } from "../normal-quantile.ts";
import { hashText, hashWith, unitInterval } from "./random.ts";
import type { ResolvedAssumption, ResolvedPlan } from "./resolve-plan.ts";

/** A number for every uncertain key of a plan: one possible world. */
export type Drawn = ReadonlyMap<string, number>;

/** Which world: the middle of every expectation, or a draw by its number. */
export type WhichDraw = "mid" | { readonly seed: number; readonly draw: number };

/**
 * Every key has a stream of its own (hash of seed, key, draw), so plans that share an assumption see the same draws of it and
 * their difference is sharp.
 */
export function drawAssumptions(resolved: Pick<ResolvedPlan, "assumptions">, which: WhichDraw): Drawn {
  return new Map(
    resolved.assumptions.map((assumption) => [
      assumption.key,
      which === "mid"
        ? clamp(assumption.value.mid, assumption)
        : drawOne(
            assumption,
            unitInterval(hashWith(hashWith(hashText(assumption.key), which.seed), which.draw)),
          ),
    ]),
  );
}

/** Distance from the middle to the 10 % or 90 % quantile in standard deviations. */
const quantile90 = normalQuantile(0.9);

/** Quantile of the split normal through low (10 %), mid (50 %) and high (90 %), clamped to what is allowed. */
function drawOne(assumption: ResolvedAssumption, probability: number): number {
  const { low, mid, high } = assumption.value;
  const deviation = normalQuantile(probability) / quantile90;
  return clamp(mid + deviation * (deviation < 0 ? mid - low : high - mid), assumption);
}

const clamp = (value: number, { min, max }: ResolvedAssumption) => Math.min(max, Math.max(min, value));
