/** Measured minutes take the place of assumed ones in the cost model. */
import type { CostActivity } from "../../measures/cost-to-serve/model-contract.ts";

export interface MeasuredActivity {
  readonly activity: string | null;
  readonly timed: number;
  readonly meanMinutes: number | null;
  readonly lowMinutes: number | null;
  readonly highMinutes: number | null;
}

export interface AdoptedChange {
  readonly activity: string;
  readonly label: { readonly de: string; readonly en: string };
  readonly before: string;
  readonly after: string;
  readonly timed: number;
  readonly meanMinutes: number;
  readonly lowMinutes: number;
  readonly highMinutes: number;
}

const tenth = (minutes: number) => Math.round(minutes * 10) / 10;

/**
 * The base minutes of an activity (the constant of its time equation) become the measured mean, to a tenth of a minute; terms
 * with drivers stay. The activity is no assumption any more, evidence grade B, and as uncertain as the sample is.
 */
export function adoptMinutes(
  activities: readonly CostActivity[],
  measured: readonly MeasuredActivity[],
): { value: CostActivity[]; changes: AdoptedChange[]; reason: string } {
  const changes: AdoptedChange[] = [];
  const value = activities.map((activity): CostActivity => {
    const found = measured.find((candidate) => candidate.activity === activity.code);
    if (found === undefined || found.meanMinutes === null || found.meanMinutes <= 0) return activity;
    const { meanMinutes: mean, timed } = found;
    const low = found.lowMinutes ?? mean;
    const high = found.highMinutes ?? mean;
    const equation = withBase(activity.equation, tenth(mean));
    changes.push({
      activity: activity.code,
      label: activity.label,
      before: activity.equation,
      after: equation,
      timed,
      meanMinutes: mean,
      lowMinutes: low,
      highMinutes: high,
    });
    return {
      ...activity,
      equation,
      grade: "B",
      isAssumption: false,
      uncertaintyRatio: Math.min(2, Math.round(((high - low) / 2 / mean) * 1000) / 1000),
    };
  });
  const parts = changes.map(
    ({ activity, timed, meanMinutes, lowMinutes, highMinutes }) =>
      `${activity}: n = ${timed}, ${tenth(meanMinutes)} min (80 %: ${tenth(lowMinutes)}–${tenth(highMinutes)})`,
  );
  return { value, changes, reason: `Zeitaufnahme / time sampling – ${parts.join("; ")}` };
}

/** The equation with another constant in front; other terms as they stand. */
export function withBase(equation: string, minutes: number): string {
  const terms = equation
    .split("+")
    .map((term) => term.trim())
    .filter((term) => term !== "" && !/^\d+([.,]\d+)?$/.test(term));
  return [String(minutes), ...terms].join(" + ");
}
