import { type Lever, levers } from "@kleinod/engine/programme/contracts/option-contract.ts";
import { leverOption } from "@kleinod/engine/programme/lever-options.ts";

/** Lever of an option by its code; null for a code that this release does not know. */
export function leverOf(option: string): Lever | null {
  const known = leverOption(option)?.lever;
  return known ?? levers.find((lever) => option.startsWith(lever)) ?? null;
}
