import { z } from "zod";
import { segmentDefinitionSchema } from "../../segments/builder/contract.ts";
import { ruleKinds } from "../contracts/finding-contract.ts";
import { type FactCode, factCodes, statableFacts } from "./facts-contract.ts";

export const ruleOperators = ["lt", "le", "gt", "ge", "eq", "ne"] as const;
export type RuleOperator = (typeof ruleOperators)[number];

/**
 * What a comparison asks for: a value; a number of the rule by its name, so that people can move it; or what the plan decides
 * in another option of the segment.
 */
const limitSchema = z.union([
  z.number(),
  z.boolean(),
  z.string().max(80),
  z.object({ number: z.string().max(40) }).strict(),
  z.object({ option: z.string().max(20), param: z.string().max(60) }).strict(),
]);
export type RuleLimit = z.infer<typeof limitSchema>;
const dayLimitSchema = z.union([
  z.number().int().min(0).max(3_650),
  z.object({ number: z.string().max(40) }).strict(),
]);

/** Which assignments of a plan are meant: those that meet all that is said. */
export const selectorSchema = z
  .object({
    /** Codes of options; left out: all. */
    options: z.array(z.string().max(20)).min(1).max(40).optional(),
    /** Codes of options that are not meant. */
    except: z.array(z.string().max(20)).min(1).max(40).optional(),
    /** From the customer's view, with the decided params. */
    giveTake: z.enum(["give", "take", "neutral"]).optional(),
    /** Kind of one of its effects, e.g. `addCapacity`. */
    effect: z.string().max(40).optional(),
    /** With or without a day of review. */
    review: z.boolean().optional(),
    /** Acts on a measure, so that its effect can be seen. */
    measured: z.boolean().optional(),
    params: z
      .array(z.object({ name: z.string().max(60), op: z.enum(ruleOperators), value: limitSchema }).strict())
      .max(10)
      .optional(),
  })
  .strict();
export type AssignmentSelector = z.infer<typeof selectorSchema>;

/** One selector, or several of which any may fit. */
const selectorsSchema = z.union([selectorSchema, z.array(selectorSchema).min(1).max(10)]);

const hasSchema = z.object({ has: selectorsSchema }).strict();
const missingBeforeSchema = z
  .object({
    /** Some assignment of `each` has none of `needs` that is live at least so many days before it. */
    missingBefore: z.object({ each: selectorsSchema, needs: selectorsSchema, days: dayLimitSchema }).strict(),
  })
  .strict();
const factConditionSchema = z
  .object({
    fact: z.enum(factCodes as [FactCode, ...FactCode[]]),
    op: z.enum(ruleOperators),
    value: limitSchema,
  })
  .strict();
const segmentShareSchema = z
  .object({
    /** Share of the segment's customers who meet conditions of the segment builder. */
    segmentShare: z
      .object({ of: segmentDefinitionSchema, op: z.enum(ruleOperators), value: limitSchema })
      .strict(),
  })
  .strict();

export type RuleCondition =
  | { readonly all: readonly RuleCondition[] }
  | { readonly any: readonly RuleCondition[] }
  | { readonly not: RuleCondition }
  | z.infer<typeof hasSchema>
  | z.infer<typeof missingBeforeSchema>
  | z.infer<typeof factConditionSchema>
  | z.infer<typeof segmentShareSchema>;

/** Declarative, so that a rule is content: stored, edited and shown like any other. True means that the rule speaks. */
export const ruleConditionSchema: z.ZodType<RuleCondition> = z.lazy(() =>
  z.union([
    z.object({ all: z.array(ruleConditionSchema).min(1).max(20) }).strict(),
    z.object({ any: z.array(ruleConditionSchema).min(1).max(20) }).strict(),
    z.object({ not: ruleConditionSchema }).strict(),
    hasSchema,
    missingBeforeSchema,
    factConditionSchema,
    segmentShareSchema,
  ]),
);

/** How bad it is when a rule speaks; `unclear` comes from missing inputs alone. */
export const firingSeverities = ["block", "warn", "info"] as const;

const textSchema = z.object({ de: z.string().trim().min(1).max(500), en: z.string().trim().min(1).max(500) });

/** A threshold of a rule that people can move. */
export const ruleNumberSchema = z.object({
  value: z.number(),
  unit: z.enum(["days", "ratio", "count", "cents", "minutes"]),
  min: z.number(),
  max: z.number(),
  label: textSchema,
});
export type RuleNumber = z.infer<typeof ruleNumberSchema>;

export const coherenceRuleSchema = z.object({
  /** `CR02`; a rule of the company's own has a code of its own. */
  code: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,29}$/, "expected letters, digits and hyphens, at most 30"),
  version: z.number().int().min(1),
  kind: z.enum(ruleKinds),
  severity: z.enum(firingSeverities),
  condition: ruleConditionSchema,
  /** Thresholds by name; `{days}` in the sentence stands for the number of that name. */
  numbers: z.record(z.string().max(40), ruleNumberSchema).default({}),
  sentence: textSchema,
  cure: textSchema.nullable().default(null),
  /** A publication, or words; a company's own rule may have it in its own language only. */
  source: z.union([z.string().max(300), textSchema]),
});
export type CoherenceRule = z.infer<typeof coherenceRuleSchema>;

/** What a company changes of a shipped rule. */
export const ruleOverrideSchema = z
  .object({
    /** Counted up with every change, so that a finding says which wording it came from. */
    version: z.number().int().min(2),
    enabled: z.boolean().optional(),
    severity: z.enum(firingSeverities).optional(),
    numbers: z.record(z.string().max(40), z.number()).optional(),
    sentence: textSchema.optional(),
    cure: textSchema.optional(),
  })
  .strict();
export type RuleOverride = z.infer<typeof ruleOverrideSchema>;

/** Value of the parameter `programme.rules`: what a company changes, adds and states. */
export const rulesParameterSchema = z
  .object({
    overrides: z.record(z.string().max(30), ruleOverrideSchema).default({}),
    own: z.array(coherenceRuleSchema).max(100).default([]),
    /** What no file says; null or left out: unknown. */
    statements: z
      .partialRecord(
        z.enum(statableFacts as [FactCode, ...FactCode[]]),
        z.union([z.number(), z.boolean()]).nullable(),
      )
      .default({}),
  })
  .strict();
export type RulesParameter = z.infer<typeof rulesParameterSchema>;

export const defaultRulesParameter: RulesParameter = { overrides: {}, own: [], statements: {} };
