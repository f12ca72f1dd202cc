import type { SizeClass } from "../../measures/contracts/customer-states.ts";
import { quartersPerYear } from "./contract.ts";

export interface SizeFoldInput {
  /** Sales of each calendar quarter from the first one with a document to the last one that is over. */
  readonly quarterCents: readonly number[];
  /** Sales of the 12 months up to asOf; they decide while there are fewer than four quarters. */
  readonly last12Cents: number;
  readonly lineCents: number;
  readonly hysteresisRatio: number;
}

/** The class as a plain fold over quarter ends: the second spelling of sql.ts. */
export function foldSize({
  quarterCents,
  last12Cents,
  lineCents,
  hysteresisRatio,
}: SizeFoldInput): Exclude<SizeClass, "sizeUnclear"> {
  let state: "small" | "large" | null = null;
  let sideBefore = 0;
  for (let end = quartersPerYear - 1; end < quarterCents.length; end++) {
    let yearCents = 0;
    for (let back = 0; back < quartersPerYear; back++) yearCents += quarterCents[end - back]!;
    const side =
      yearCents > lineCents * (1 + hysteresisRatio)
        ? 1
        : yearCents < lineCents * (1 - hysteresisRatio)
          ? -1
          : 0;
    if (state === null) state = yearCents >= lineCents ? "large" : "small";
    else if (side === 1 && sideBefore === 1) state = "large";
    else if (side === -1 && sideBefore === -1) state = "small";
    sideBefore = side;
  }
  return state ?? (last12Cents >= lineCents ? "large" : "small");
}
