import { invalid } from "../../units.ts";
import { blockingRatio } from "./erlang-b.ts";

/**
 * Chance that somebody has to wait when everybody waits patiently (delay system), 0…1; 1 where the work offered fills the
 * positions or more. A. K. Erlang 1917: C = N·B ÷ (N − A·(1 − B)) with Erlang's B.
 * @param positions people at work, ≥ 0; between whole numbers the chance is interpolated, so that part-time counts
 * @param erlangs people's work offered at a time, ≥ 0
 */
export function waitingRatio(positions: number, erlangs: number): number {
  if (!(positions >= 0) || !Number.isFinite(positions))
    throw invalid("positions", positions, "a finite number ≥ 0", "Erlang C");
  const below = Math.floor(positions);
  const fraction = positions - below;
  const atBelow = wholePositions(below, erlangs);
  if (fraction === 0) return atBelow;
  return atBelow + fraction * (wholePositions(below + 1, erlangs) - atBelow);
}

function wholePositions(positions: number, erlangs: number): number {
  const blocked = blockingRatio(positions, erlangs);
  if (erlangs >= positions) return erlangs === 0 ? 0 : 1;
  return (positions * blocked) / (positions - erlangs * (1 - blocked));
}

export interface QueueOfCalls {
  readonly positions: number;
  readonly erlangs: number;
  /** Mean handling time; any unit of time, the same as in what is asked. */
  readonly handlingTime: number;
}

/** Share of calls answered within so much time: 1 − C·exp(−(N − A)·t ÷ handling time); 0 when the queue never ends. */
export function serviceLevel({ positions, erlangs, handlingTime }: QueueOfCalls, within: number): number {
  if (erlangs >= positions && erlangs > 0) return 0;
  if (erlangs === 0) return 1;
  return 1 - waitingRatio(positions, erlangs) * Math.exp((-(positions - erlangs) * within) / handlingTime);
}

/** Average speed of answer over all calls, C·handling time ÷ (N − A), in the unit of the handling time; ∞ when overloaded. */
export function averageWait({ positions, erlangs, handlingTime }: QueueOfCalls): number {
  if (erlangs === 0) return 0;
  if (erlangs >= positions) return Number.POSITIVE_INFINITY;
  return (waitingRatio(positions, erlangs) * handlingTime) / (positions - erlangs);
}
