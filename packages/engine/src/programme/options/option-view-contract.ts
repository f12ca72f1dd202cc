import { z } from "zod";
import { assumptionValueSchema } from "../contracts/assumption-contract.ts";

const text = z.object({ de: z.string(), en: z.string() });
const grade = z.enum(["A", "B", "C", "D", "I"]);

/** A lever option as it goes over HTTP, with the expectations that hold in the company. */
export const optionViewSchema = z.object({
  code: z.string(),
  lever: z.string(),
  name: text,
  description: text,
  params: z.array(
    z.object({
      name: z.string(),
      label: text,
      unit: z.string(),
      min: z.number().optional(),
      max: z.number().optional(),
      values: z.array(z.object({ code: z.string(), label: text })).optional(),
      default: z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]),
    }),
  ),
  assumptions: z.array(
    z.object({
      key: z.string(),
      label: text,
      unit: z.string(),
      min: z.number(),
      max: z.number(),
      grade,
      /** What holds: the company's own where it has one, else the shipped. */
      value: assumptionValueSchema,
      shipped: assumptionValueSchema,
      isOwn: z.boolean(),
    }),
  ),
  /** With the usual decisions. */
  giveTake: z.enum(["give", "take", "neutral"]),
  customerView: text,
  /** With the usual decisions; numbers, or `{assumption: key}` for what is drawn. */
  effects: z.array(z.record(z.string(), z.unknown())),
  measures: z.array(z.string()),
  evidence: z.object({ grade, text }),
});
export type OptionView = z.infer<typeof optionViewSchema>;

export const optionListSchema = z.object({ options: z.array(optionViewSchema) });
