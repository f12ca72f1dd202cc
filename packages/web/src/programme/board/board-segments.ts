import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import type { Segment } from "@kleinod/engine/segments/overlays/contract.ts";
import type { BoardSegment } from "./lever-board.tsx";

/** Code of the segment that holds every small customer, as plan files have it. */
export const allSmall = "small";

/**
 * Columns of the board: every small customer first, then the segments that the plan names or the address asks for. A segment
 * that is gone keeps its column, so that its options can be moved or removed.
 */
export function boardSegments(
  plan: LeverPlan,
  segments: readonly Segment[],
  asked: string | undefined,
  allSmallName: string,
): readonly BoardSegment[] {
  const named = plan.assignments.map(({ segment }) => segment);
  const wanted = new Set([...named, ...(asked ?? "").split(",")]);
  wanted.delete("");
  wanted.delete(allSmall);
  const others = [...wanted].map((code) => ({
    code,
    name: segments.find((segment) => segment.code === code)?.active?.name ?? code,
  }));
  return [{ code: allSmall, name: allSmallName }, ...others];
}

/** Active segments that have no column yet. */
export const furtherSegments = (segments: readonly Segment[], shown: readonly string[]) =>
  segments.flatMap(({ code, active }) =>
    active === null || shown.includes(code) ? [] : [{ value: code, label: active.name }],
  );
