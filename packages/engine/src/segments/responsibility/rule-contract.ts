/** Who is responsible for whom: ordered rules, the first that matches holds; exceptions of single customers go first. */
import { z } from "zod";
import { customerFilterSchema } from "../../measures/reports.ts";

export const responsibleTypes = ["person", "pool", "partner", "ownUnit"] as const;
export type ResponsibleType = (typeof responsibleTypes)[number];

export const responsibilityOrigins = ["rule", "exception", "masterData", "partner"] as const;
export type ResponsibilityOrigin = (typeof responsibilityOrigins)[number];

const code = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, "letters and digits, a letter first");
export const textSchema = z.object({ de: z.string().min(1).max(300), en: z.string().min(1).max(300) });
const name = z.string().trim().min(1).max(200);

/** A person, pool, partner or own unit by name; `category` overrides what the promises would match. */
export const assigneeSchema = z.strictObject({
  type: z.enum(responsibleTypes),
  name,
  category: code.nullable().default(null),
});
export type Assignee = z.infer<typeof assigneeSchema>;

export const responsibilityRuleSchema = z.strictObject({
  code,
  label: textSchema,
  /** All must hold; columns of the customer table except those of responsibility itself. Empty: every customer. */
  filters: z.array(customerFilterSchema).max(20).default([]),
  assign: z.union([
    assigneeSchema,
    /** From the data: no match where the data names nobody. */
    z.strictObject({
      from: z.enum(["masterDataOwner", "coveringPartner"]),
      category: code.nullable().default(null),
    }),
  ]),
});
export type ResponsibilityRule = z.infer<typeof responsibilityRuleSchema>;

/** Value of the parameter `responsibility.rules`. */
export const responsibilityRulesSchema = z
  .array(responsibilityRuleSchema)
  .max(500)
  .superRefine((rules, context) => {
    for (const [index, rule] of rules.entries()) {
      if (rules.findIndex((other) => other.code === rule.code) === index) continue;
      const message = {
        de: `Die Regel «${rule.code}» steht zweimal in der Liste.`,
        en: `The rule "${rule.code}" is in the list twice.`,
      };
      context.addIssue({ code: "custom", path: [index, "code"], message: message.en, params: message });
    }
  });

/** Holds until somebody decides: the partner who covers the end customer, else the owner of the master data. */
export const defaultRules: readonly ResponsibilityRule[] = [
  {
    code: "coveringPartner",
    label: { de: "Partner, der den Endkunden betreut", en: "Partner who covers the end customer" },
    filters: [],
    assign: { from: "coveringPartner", category: null },
  },
  {
    code: "masterDataOwner",
    label: { de: "Zuständige Person im Kundenstamm", en: "Responsible person in master data" },
    filters: [],
    assign: { from: "masterDataOwner", category: null },
  },
];

/** Customers named one by one, all that a query of the customer table finds, or one group of the gaps. */
export const targetSchema = z.union([
  z.strictObject({ customers: z.array(z.number().int()).min(1).max(100_000) }),
  z.strictObject({
    query: z.strictObject({
      search: z.string().max(200).optional(),
      filters: z.array(customerFilterSchema).max(20).default([]),
    }),
  }),
  z.strictObject({
    gapGroup: z.strictObject({ branch: z.string().nullable(), region: z.string().nullable() }),
  }),
]);
export type Target = z.infer<typeof targetSchema>;

/** `POST /api/responsibility/preview` and `/decisions`. */
export const assignmentInputSchema = z.strictObject({
  target: targetSchema,
  assign: assigneeSchema,
  reason: z.string().trim().max(1000).nullable().default(null),
});
export type AssignmentInput = z.infer<typeof assignmentInputSchema>;

/** `POST /api/responsibility/legitimate`: use of specialists that is wanted at these customers and counts as no leak. */
export const legitimateInputSchema = z.strictObject({
  target: targetSchema,
  /** Null: every specialist role. */
  role: z.string().trim().max(200).nullable().default(null),
  reason: z.string().trim().min(1).max(1000),
});
export type LegitimateInput = z.infer<typeof legitimateInputSchema>;

export const assignmentPreviewSchema = z.object({
  customers: z.number().int(),
  /** Had nobody until now. */
  gapsClosed: z.number().int(),
  /** Had somebody else. */
  moved: z.number().int(),
  unchanged: z.number().int(),
  small: z.number().int(),
  large: z.number().int(),
  salesLast12Cents: z.number().int().nullable(),
  /** At most 20 of those that change. */
  sample: z.array(
    z.object({ customerId: z.number().int(), name: z.string(), before: z.string().nullable() }),
  ),
});
export type AssignmentPreview = z.infer<typeof assignmentPreviewSchema>;

/** `POST /api/responsibility/handovers`: a customer goes to somebody by name, at a time that was agreed; never a refusal. */
export const handoverInputSchema = z.strictObject({
  customerId: z.number().int().positive(),
  /** Null: who is responsible now. */
  from: name.nullable().default(null),
  to: assigneeSchema,
  /** When the new one will be in touch: local time `yyyy-mm-ddThh:mm` or a day. */
  agreedAt: z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/, "expected yyyy-mm-dd or yyyy-mm-ddThh:mm"),
  note: z.string().trim().max(2000).default(""),
});
export type HandoverInput = z.infer<typeof handoverInputSchema>;

export const handoverSchema = z.object({
  id: z.string(),
  customerId: z.number().int().nullable(),
  customerName: z.string().nullable(),
  accountKey: z.string(),
  from: z.string().nullable(),
  to: z.object({ type: z.enum(responsibleTypes), name: z.string() }),
  agreedAt: z.string(),
  note: z.string(),
  author: z.string(),
  madeAt: z.string(),
  isUndone: z.boolean(),
});

export const decisionKinds = ["assign", "legitimate", "handover"] as const;

export const responsibilityDecisionSchema = z.object({
  id: z.string(),
  kind: z.enum(decisionKinds),
  /** Null for `legitimate`. */
  assign: z
    .object({ type: z.enum(responsibleTypes), name: z.string(), category: z.string().nullable() })
    .nullable(),
  role: z.string().nullable(),
  customers: z.number().int(),
  reason: z.string().nullable(),
  author: z.string(),
  madeAt: z.string(),
  isUndone: z.boolean(),
});
export type ResponsibilityDecision = z.infer<typeof responsibilityDecisionSchema>;
