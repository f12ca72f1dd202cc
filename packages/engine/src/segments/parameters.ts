import { z } from "zod";
import { costToServeParameters } from "./contracts/cost-to-serve-parameters.ts";
import { economicsParameters } from "./contracts/economics-parameters.ts";
import { firstParameters } from "./contracts/first-parameters.ts";
import { needParameters } from "./contracts/need-parameters.ts";
import type { ParameterSpec } from "./contracts/parameter-spec.ts";
import { potentialParameters } from "./contracts/potential-parameters.ts";
import { renewalParameters } from "./contracts/renewal-parameters.ts";
import { responsibilityParameters } from "./contracts/responsibility-parameters.ts";
import { segmentParameters } from "./contracts/segment-parameters.ts";
import { triangleParameters } from "./contracts/triangle-parameters.ts";

/** Parameters of the stages up to this one; `programme/parameters.ts` has all of them. */
export const segmentsParameterSpecs: readonly ParameterSpec[] = [
  ...firstParameters,
  ...costToServeParameters,
  ...renewalParameters,
  ...responsibilityParameters,
  ...segmentParameters,
  ...economicsParameters,
  ...triangleParameters,
  ...needParameters,
  ...potentialParameters,
];

export const parameterValueSchema = z.object({
  code: z.string(),
  value: z.unknown(),
  version: z.number().int(),
  isDefault: z.boolean(),
  isAssumption: z.boolean(),
  author: z.string().nullable(),
  reason: z.string().nullable(),
  validFrom: z.string().nullable(),
});
export type ParameterValue = z.infer<typeof parameterValueSchema>;
