import { z } from "zod";
import { factCodes } from "./facts-contract.ts";
import { coherenceRuleSchema } from "./rule-contract.ts";

const text = z.object({ de: z.string(), en: z.string() });

/** GET /api/programme/rules: what the rules page shows and edits. */
export const rulesViewSchema = z.object({
  rules: z.array(
    coherenceRuleSchema.omit({ condition: true }).extend({
      /** As in `rule-contract.ts`; declared loosely, because conditions hold conditions. */
      condition: z.record(z.string(), z.unknown()),
      cure: text.nullable(),
      /** Made by the company. */
      isOwn: z.boolean(),
      isEnabled: z.boolean(),
      /** The company changed a shipped rule. */
      isChanged: z.boolean(),
    }),
  ),
  facts: z.array(
    z.object({
      code: z.enum(factCodes as [string, ...string[]]),
      label: text,
      unit: z.enum(["ratio", "count", "cents", "boolean"]),
      /** `data`: measured; `person`: only people know; `either`: a person's word goes before the data. */
      origin: z.enum(["data", "person", "either"]),
      cure: text,
      /** What was stated; null: nothing. */
      stated: z.union([z.number(), z.boolean()]).nullable(),
    }),
  ),
});
export type RulesView = z.infer<typeof rulesViewSchema>;
