import type { PlanningBase } from "@kleinod/engine/programme/contracts/base-contract.ts";
import type { DoublingReport } from "@kleinod/engine/programme/doubling/report-contract.ts";

/** What the base does not know, and the segments in which there is nobody to double. */
export function doublingUnclear({ unclear, segments }: PlanningBase): DoublingReport["unclear"] {
  const empty = segments.filter(({ customers }) => customers === 0);
  return [
    ...unclear,
    ...empty.map(({ code, name }) => ({
      code: "segmentEmpty",
      customers: 0,
      text: {
        de: `Im Segment «${name}» (${code}) ist heute kein Kleinkunde; es wird nicht verdoppelt.`,
        en: `No small customer is in the segment “${name}” (${code}) today; it is not doubled.`,
      },
    })),
  ];
}
