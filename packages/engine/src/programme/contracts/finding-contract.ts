import { z } from "zod";

export const ruleKinds = [
  "requires",
  "contradicts",
  "reinforces",
  "dilutes",
  "order",
  "law",
  "balance",
] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** `unclear`: an input is missing, so nobody can say; it is never a pass. */
export const severities = ["block", "warn", "info", "unclear"] as const;
export type Severity = (typeof severities)[number];

const text = z.object({ de: z.string(), en: z.string() });

/** What a rule says of a plan in a segment, with its reason. */
export const findingSchema = z.object({
  /** `CR02`, or the code of a rule of the company's own. */
  rule: z.string(),
  ruleVersion: z.number().int(),
  kind: z.enum(ruleKinds),
  severity: z.enum(severities),
  segment: z.string(),
  sentence: text,
  /** The facts of this plan behind the sentence: options, dates, numbers. */
  because: text,
  /** What would settle it. */
  cure: text.nullable(),
  /** Options concerned. */
  options: z.array(z.string()),
  /** Facts that decided, with the value that the rule compares with; value null: unknown. */
  figures: z.array(
    z.object({
      code: z.string(),
      label: text,
      unit: z.enum(["ratio", "count", "cents", "boolean"]),
      value: z.union([z.number(), z.boolean()]).nullable(),
    }),
  ),
  source: text,
  /** A person who knows better, until the review date; the finding stays visible but no longer blocks. */
  overruling: z
    .object({ id: z.number().int(), reason: z.string(), approver: z.string(), reviewOn: z.string() })
    .nullable(),
});
export type CoherenceFinding = z.infer<typeof findingSchema>;

/** One line of the give/take ledger, per customer of the segment and year, as the customer sees it. */
export const ledgerLineSchema = z.object({
  segment: z.string(),
  option: z.string(),
  kind: z.enum(["give", "take", "neutral"]),
  liveFrom: z.string(),
  /** Minutes of the customer won (+) or asked (−); null: unknown. */
  minutesPerYear: z.number().nullable(),
  /** Money won (+) or lost (−) by the customer, cents; null: unknown. */
  moneyCentsPerYear: z.number().int().nullable(),
  /** minutes × owner hour + money. */
  valueCentsPerYear: z.number().int().nullable(),
  sentence: text,
});
export type LedgerLine = z.infer<typeof ledgerLineSchema>;

/** An option on the time axis of a segment, with the day before which a rule does not want it. */
export const timelineEntrySchema = z.object({
  segment: z.string(),
  option: z.string(),
  kind: z.enum(["give", "take", "neutral"]),
  liveFrom: z.string(),
  reviewOn: z.string().nullable(),
  earliest: z.object({ day: z.string(), rule: z.string(), because: text }).nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/** `kleinod plan check --plan FILE --json`. */
export const planCheckSchema = z.object({
  findings: z.array(findingSchema),
  canActivate: z.boolean(),
  ledger: z.array(ledgerLineSchema),
  /** Balance per segment (K19); null: a line is unknown. */
  balances: z.array(
    z.object({
      segment: z.string(),
      customers: z.number().int(),
      givesCents: z.number().int().nullable(),
      takesCents: z.number().int().nullable(),
      balanceCents: z.number().int().nullable(),
      /** Sum of the lines whose value is known, and the options whose value is not. */
      knownBalanceCents: z.number().int(),
      unknownOptions: z.array(z.string()),
    }),
  ),
  /** By day, then segment. */
  timeline: z.array(timelineEntrySchema),
  /** Number of rules that were asked; what no rule speaks of is not judged. */
  rules: z.number().int(),
});
export type PlanCheck = z.infer<typeof planCheckSchema>;
