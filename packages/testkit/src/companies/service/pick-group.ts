import type { Random } from "../../random.ts";
import { countBits } from "../truth/triangle.ts";

/** One of the groups of a need mask, each as likely; −1 when there is none. */
export function pickGroup(mask: number, random: Random): number {
  let skip = random.below(Math.max(1, countBits(mask)));
  for (let group = 0, rest = mask; rest > 0; group++, rest >>= 1) if (rest & 1 && skip-- === 0) return group;
  return -1;
}
