import type { Text } from "../../measures/measure-contract.ts";
import type { NestedSegment } from "./nest-segments.ts";
import type { FixedChoice } from "./report-contract.ts";

export interface DeclinedChoice {
  readonly code: "fixedSegmentUnknown" | "fixedOptionUnknown" | "fixedChoicesContradict";
  readonly message: Text;
}

/**
 * Says why fixed choices cannot be meant, before anything is solved: an unknown name, or the same option wanted in and out of
 * a segment or of one around it, where it holds too. Null: they can.
 */
export function checkFixedChoices(
  fixed: readonly FixedChoice[],
  nested: readonly NestedSegment[],
  options: ReadonlySet<string>,
): DeclinedChoice | null {
  const indexOf = new Map(nested.map(({ code }, index) => [code, index]));
  for (const { segment, option } of fixed) {
    if (!indexOf.has(segment)) {
      const known = nested.map(({ code }) => code).join(", ");
      return {
        code: "fixedSegmentUnknown",
        message: {
          de: `Die feste Wahl nennt das Segment «${segment}»; zur Wahl stehen ${known}.`,
          en: `The fixed choice names the segment "${segment}"; there are ${known}.`,
        },
      };
    }
    if (!options.has(option))
      return {
        code: "fixedOptionUnknown",
        message: {
          de: `Die feste Wahl nennt die Option «${option}», die es nicht gibt oder die nicht zur Wahl steht.`,
          en: `The fixed choice names the option "${option}", which does not exist or is not up for choice.`,
        },
      };
  }
  for (const wanted of fixed.filter(({ must }) => must === "in")) {
    for (const banned of fixed.filter(({ must, option }) => must === "out" && option === wanted.option)) {
      if (!isWithin(indexOf.get(banned.segment)!, indexOf.get(wanted.segment)!, nested)) continue;
      const same = banned.segment === wanted.segment;
      return {
        code: "fixedChoicesContradict",
        message: {
          de: same
            ? `«${wanted.option}» soll in «${wanted.segment}» zugleich dabei und nicht dabei sein.`
            : `«${wanted.option}» soll in «${wanted.segment}» dabei sein, also auch in «${banned.segment}» darin; dort darf es nicht.`,
          en: same
            ? `"${wanted.option}" is to be in and out of "${wanted.segment}" at once.`
            : `"${wanted.option}" is to be in "${wanted.segment}", hence in "${banned.segment}" within it; there it must not be.`,
        },
      };
    }
  }
  return null;
}

/** Options that a segment has to have, those of the ones around it included. */
export function alwaysIn(
  fixed: readonly FixedChoice[],
  nested: readonly NestedSegment[],
  index: number,
): string[] {
  const wanted = fixed.filter(
    ({ must, segment }) =>
      must === "in" &&
      isWithin(
        index,
        nested.findIndex(({ code }) => code === segment),
        nested,
      ),
  );
  return [...new Set(wanted.map(({ option }) => option))];
}

/** Whether a segment is another one or lies within it. */
function isWithin(inner: number, outer: number, nested: readonly NestedSegment[]): boolean {
  for (let at: number | null = inner; at !== null; at = nested[at]?.parent ?? null)
    if (at === outer) return true;
  return false;
}
