import { z } from "zod";
import type { ParameterSpec } from "./parameter-spec.ts";

/** What the pictures of economics assume besides the cost model. */
export const economicsParameters: readonly ParameterSpec[] = [
  {
    code: "economics.blockMinutes",
    schema: z.number().int().min(1_000).max(10_000_000),
    default: 90_000,
    isAssumption: true,
    unit: "minutes per year",
    label: { de: "Minuten je Kapazitätsblock", en: "Minutes per block of capacity" },
    description: {
      de: "Kapazität, die nur als Ganzes dazukommt, in der Regel eine Stelle (1500 Stunden im Jahr). Annahme, Evidenzgrad D",
      en: "Capacity that is added only as a whole, usually one position (1,500 hours a year). Assumption, evidence grade D",
    },
    affects: [],
  },
];
