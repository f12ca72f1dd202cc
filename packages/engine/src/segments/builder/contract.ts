import { z } from "zod";
import { conditionOperators } from "./operators-contract.ts";

const scalar = z.union([z.string().max(200), z.number(), z.boolean()]);

/** One comparison: a column of the customer table, an operator and its value (cents for money, 0.05 for 5 %). */
export const conditionSchema = z.object({
  column: z.string().max(60),
  op: z.enum(conditionOperators),
  value: z.union([scalar, z.array(scalar).min(1).max(500)]).optional(),
});
export type SegmentCondition = z.infer<typeof conditionSchema>;

/** Conditions of which all or any must hold. */
export const conditionGroupSchema = z.object({
  match: z.enum(["all", "any"]),
  conditions: z.array(conditionSchema).min(1).max(20),
});
export type ConditionGroup = z.infer<typeof conditionGroupSchema>;

/** What makes a customer belong: conditions and, one level deep, groups of them. */
export const segmentDefinitionSchema = z.object({
  match: z.enum(["all", "any"]),
  conditions: z
    .array(z.union([conditionGroupSchema, conditionSchema]))
    .min(1)
    .max(20),
});
export type SegmentDefinition = z.infer<typeof segmentDefinitionSchema>;

/** Where in a definition something does not resolve, and why: the definition then refuses to run. */
export const definitionProblemSchema = z.object({
  /** `conditions.1`, or `conditions.1.conditions.0` inside a group. */
  place: z.string(),
  code: z.enum(["columnUnknown", "columnNotAllowed", "operatorNotAllowed", "valueNotAllowed"]),
  message: z.object({ de: z.string(), en: z.string() }),
});
export type DefinitionProblem = z.infer<typeof definitionProblemSchema>;

/** What a person enters to keep a segment; each save is a new draft version. */
export const segmentInputSchema = z.object({
  /** Left out: made from the name. */
  code: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, "expected small letters, digits and hyphens")
    .optional(),
  name: z.string().trim().min(1).max(80),
  definition: segmentDefinitionSchema,
  /** What we do differently for these customers. */
  action: z.string().trim().max(500).default(""),
  owner: z.string().trim().max(80).default(""),
  /** Segments of one segmentation exclude each other: the first that fits by position wins. Null: stands alone. */
  segmentation: z.string().trim().min(1).max(40).nullable().default(null),
  position: z.number().int().min(0).max(1000).default(0),
  reason: z.string().trim().max(1000).optional(),
});
export type SegmentInput = z.infer<typeof segmentInputSchema>;

const count = z.number().int();
const money = z.number().int().nullable();

/** Customers and what they bring and cost in 12 months; null is unclear. */
export const segmentFiguresSchema = z.object({
  customers: count,
  /** Customers of whom the definition cannot be told because a figure is unknown; they are not members. */
  unknownCustomers: count,
  salesCents: money,
  /** Contribution after avoidable cost to serve; null until cost to serve is measured. */
  avoidableContributionCents: money,
  /** Our human minutes; null until cost to serve is measured. */
  minutes: z.number().nullable(),
  /** Members whose figure was unknown and is missing in the sums above. */
  withoutSales: count,
  withoutContribution: count,
});
export type SegmentFigures = z.infer<typeof segmentFiguresSchema>;

/** A condition and whether it holds for one customer; null: unknown. */
export const conditionReasonSchema = z.object({
  place: z.string(),
  column: z.string(),
  op: z.enum(conditionOperators),
  holds: z.boolean().nullable(),
  /** The customer's own value. */
  value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  text: z.object({ de: z.string(), en: z.string() }),
});
export type ConditionReason = z.infer<typeof conditionReasonSchema>;

/** What a definition would mean, before anybody activates it. */
export const segmentPreviewSchema = z.object({
  asOf: z.string(),
  currency: z.string().nullable(),
  /** All customers of the base. */
  total: count,
  figures: segmentFiguresSchema,
  /** Share of customers whose membership can be told. */
  assignableRatio: z.number().nullable(),
  /** Against the active version of the same code; null where there is none. */
  moves: z
    .object({
      againstVersion: count,
      movedIn: count,
      movedOut: count,
      /** At most 20, those who buy most first. */
      sample: z.array(
        z.object({
          customerId: count,
          name: z.string(),
          direction: z.enum(["in", "out"]),
          salesCents: money,
          /** Conditions that decide it: of the new version for those who come, of both for those who leave. */
          reasons: z.array(conditionReasonSchema),
        }),
      ),
    })
    .nullable(),
  /** Members as an example, those who buy most first; at most 10. */
  members: z.array(z.object({ customerId: count, name: z.string(), salesCents: money })),
});
export type SegmentPreview = z.infer<typeof segmentPreviewSchema>;

/** POST /api/segments/preview. */
export const previewRequestSchema = z.object({
  definition: segmentDefinitionSchema,
  /** Compares with the active version of this segment, and takes its segmentation into account. */
  code: z.string().optional(),
});
