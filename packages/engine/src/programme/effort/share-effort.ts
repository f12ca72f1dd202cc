import { countText } from "../../figure-text.ts";
import type { Text } from "../../measures/measure-contract.ts";
import { roundHalfAway } from "../../units.ts";
import { type Adbudg, adbudgResponse, fitAdbudg } from "./adbudg.ts";
import { allocateEffort } from "./allocate-effort.ts";
import type { EffortLevel } from "./concave-envelope.ts";
import type { EffortReport, EffortRequest } from "./effort-contract.ts";

type Segment = EffortRequest["segments"][number];

export interface DeclinedEffort {
  readonly code: "effortPointsTooFew" | "effortTooLittle";
  readonly message: Text;
}

/** Levels between least and most effort of a segment. */
const levels = 400;

/**
 * Divides minutes of talks among segments so that contribution is largest: a curve through what people expect of each, then
 * step by step to whom the next minutes bring most. Source: decision calculus, Little 1970; CALLPLAN, Lodish 1971.
 */
export function shareEffort({ segments, totalMinutes }: EffortRequest): EffortReport | DeclinedEffort {
  const few = segments.find(({ points }) => new Set(points.map(({ effort }) => effort)).size < 4);
  if (few !== undefined)
    return {
      code: "effortPointsTooFew",
      message: {
        de: `«${few.segment}» nennt weniger als vier verschiedene Aufwände; eine Kurve braucht vier.`,
        en: `"${few.segment}" names fewer than four different efforts; a curve needs four.`,
      },
    };
  const total = totalMinutes ?? segments.reduce((sum, { todayMinutes }) => sum + todayMinutes, 0);
  const fits = segments.map(({ points }) => fitAdbudg(points));
  const found = allocateEffort(
    segments.map((segment, index) => levelsOf(segment, fits[index]!)),
    total,
  );
  if (found === null) {
    const least = segments.reduce((sum, { leastMinutes = 0 }) => sum + leastMinutes, 0);
    return {
      code: "effortTooLittle",
      message: {
        de: `Die Segmente sollen mindestens ${countText(least).de} Minuten erhalten; zu verteilen sind ${countText(total).de}.`,
        en: `Segments are to get at least ${countText(least).en} minutes; there are ${countText(total).en} to share.`,
      },
    };
  }
  const today = segments.map((segment, index) => contributionOf(segment, fits[index]!, segment.todayMinutes));
  const todayCents = today.reduce((sum, value) => sum + value, 0);
  const rows = segments.map((segment, index) => {
    const { a, b, c, d, squaredError } = fits[index]!;
    const bestMinutes = found.efforts[index]!;
    return {
      segment: segment.segment,
      todayMinutes: segment.todayMinutes,
      bestMinutes,
      changeCents: roundHalfAway(contributionOf(segment, fits[index]!, bestMinutes) - today[index]!),
      curve: { a, b, c, d },
      fitError: Math.sqrt(squaredError / segment.points.length),
      sentence: sentenceOf(segment, bestMinutes),
    };
  });
  return {
    totalMinutes: total,
    segments: rows,
    changeCents: rows.reduce((sum, { changeCents }) => sum + changeCents, 0),
    boundCents: Math.ceil(found.bound - todayCents),
    centsPerHour: roundHalfAway(60 * found.marginalValue),
  };
}

function contributionOf(
  { salesCents, marginRatio, todayMinutes }: Segment,
  curve: Adbudg,
  minutes: number,
): number {
  return salesCents * marginRatio * adbudgResponse(curve, minutes / todayMinutes);
}

/** Up to the largest effort that anybody said something about: beyond it the curve is a guess. */
function levelsOf(segment: Segment, curve: Adbudg): EffortLevel[] {
  const known = Math.max(...segment.points.map(({ effort }) => effort)) * segment.todayMinutes;
  const least = segment.leastMinutes ?? 0;
  const most = Math.max(least, Math.min(segment.mostMinutes ?? known, known));
  return Array.from({ length: levels + 1 }, (_, step) => {
    const effort = least + ((most - least) * step) / levels;
    return { effort, value: contributionOf(segment, curve, effort) };
  });
}

function sentenceOf({ segment, todayMinutes }: Segment, minutes: number): Text {
  const [now, best] = [countText(todayMinutes / 60), countText(minutes / 60)];
  if (Math.abs(minutes - todayMinutes) < 0.02 * todayMinutes)
    return { de: `${segment}: ${now.de} Stunden wie heute.`, en: `${segment}: ${now.en} hours as today.` };
  return {
    de: `${segment}: ${best.de} statt ${now.de} Stunden im Jahr.`,
    en: `${segment}: ${best.en} instead of ${now.en} hours a year.`,
  };
}
