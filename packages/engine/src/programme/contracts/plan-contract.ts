import { z } from "zod";
import { assumptionValueSchema } from "./assumption-contract.ts";

const plainDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "expected yyyy-mm-dd");

/** Code of the segment that holds every small customer. */
export const allSmall = "small";

/** An option with its decisions for a segment from a day. */
export const assignmentSchema = z.object({
  /** Code of a lever option, `L3a`. */
  option: z.string().max(20),
  /** `small`, or the code of an active segment; it always means the small customers of it. */
  segment: z.string().max(40),
  from: plainDate,
  params: z.record(
    z.string().max(60),
    z.union([z.number(), z.boolean(), z.string().max(500), z.array(z.string().max(100)).max(50)]),
  ),
  /** When it is looked at again; takes need one (CR30). */
  review: plainDate.optional(),
});
export type PlanAssignment = z.infer<typeof assignmentSchema>;

/** The plan file: what `kleinod plan template` prints and every command takes with `--plan`. */
export const planSchema = z.object({
  name: z.string().trim().min(1).max(120),
  /** Id of the snapshot it was made on; `latest`: the newest. */
  snapshot: z.string().max(80),
  assignments: z.array(assignmentSchema).max(200),
  /** Replaces shipped expectations, by key (`L5a.adoptionRatio`). */
  assumptions: z.record(z.string().max(80), assumptionValueSchema).optional(),
});
export type LeverPlan = z.infer<typeof planSchema>;
