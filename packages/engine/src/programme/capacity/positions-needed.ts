import { invalid } from "../../units.ts";
import { averageWait, serviceLevel, waitingRatio } from "./erlang-c.ts";

/** What is promised to callers, and what people stand. All times in one unit. */
export interface ServicePromise {
  /** Calls that arrive within `interval`. */
  readonly calls: number;
  readonly interval: number;
  readonly handlingTime: number;
  /** Share of calls, below 1, that is answered within so much time. */
  readonly levelRatio: number;
  readonly within: number;
  /** Most of their time that people spend in calls, 0…1. */
  readonly mostOccupancyRatio: number;
  /** Share of paid time that is not spent at the telephone (breaks, training, absence), 0…1. */
  readonly shrinkageRatio: number;
}

export interface PositionsNeeded {
  /** People at the telephone, and positions paid for that. */
  readonly atWork: number;
  readonly positions: number;
  readonly serviceLevelRatio: number;
  readonly occupancyRatio: number;
  readonly waitingRatio: number;
  /** Average speed of answer, in the unit of the times. */
  readonly averageWait: number;
}

/** Fewest people that keep the promise (Erlang C), and the positions behind them: ⌈people ÷ (1 − shrinkage)⌉. */
export function positionsNeeded(promise: ServicePromise): PositionsNeeded {
  check(promise);
  const { calls, interval, handlingTime, levelRatio, within, mostOccupancyRatio, shrinkageRatio } = promise;
  const erlangs = (calls / interval) * handlingTime;
  let atWork = erlangs === 0 ? 0 : Math.floor(erlangs) + 1;
  const queue = (positions: number) => ({ positions, erlangs, handlingTime });
  while (
    atWork > 0 &&
    (serviceLevel(queue(atWork), within) < levelRatio || erlangs / atWork > mostOccupancyRatio)
  ) {
    atWork++;
  }
  return {
    atWork,
    positions: Math.ceil(atWork / (1 - shrinkageRatio)),
    serviceLevelRatio: serviceLevel(queue(atWork), within),
    occupancyRatio: atWork === 0 ? 0 : erlangs / atWork,
    waitingRatio: waitingRatio(atWork, erlangs),
    averageWait: averageWait(queue(atWork)),
  };
}

function check(promise: ServicePromise): void {
  const within = (name: keyof ServicePromise, fits: boolean, expected: string) => {
    if (!fits) throw invalid(name, promise[name], expected, "positions for a service level");
  };
  within("calls", promise.calls >= 0 && Number.isFinite(promise.calls), "a finite number ≥ 0");
  within("interval", promise.interval > 0, "a number > 0");
  within("handlingTime", promise.handlingTime > 0, "a number > 0");
  within("levelRatio", promise.levelRatio >= 0 && promise.levelRatio < 1, "0 ≤ ratio < 1");
  within("within", promise.within >= 0, "a number ≥ 0");
  within(
    "mostOccupancyRatio",
    promise.mostOccupancyRatio > 0 && promise.mostOccupancyRatio <= 1,
    "0 < ratio ≤ 1",
  );
  within("shrinkageRatio", promise.shrinkageRatio >= 0 && promise.shrinkageRatio < 1, "0 ≤ ratio < 1");
}
