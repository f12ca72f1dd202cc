import type { Lever } from "@kleinod/engine/programme/contracts/option-contract.ts";
import { leverOf } from "../parts/lever-names.ts";

/** Levers that a finding or a rule speaks of, in their order, each once. */
export function leversOf(options: readonly string[]): readonly Lever[] {
  const known = options.map(leverOf).filter((lever): lever is Lever => lever !== null);
  return [...new Set(known)].sort();
}

/** All pairs of levers among these options; a single lever is paired with itself. */
export function leverPairsOf(options: readonly string[]): readonly (readonly [Lever, Lever])[] {
  const found = leversOf(options);
  const [only] = found;
  if (found.length === 1 && only !== undefined) return [[only, only]];
  return found.flatMap((first, index) => found.slice(index + 1).map((second) => [first, second] as const));
}

export const isBetween = (
  { options }: { readonly options: readonly string[] },
  [first, second]: readonly [Lever, Lever],
): boolean => leverPairsOf(options).some(([a, b]) => a === first && b === second);
