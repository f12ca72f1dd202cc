import type { z } from "zod";
import type { ColumnMeasure } from "../../measures/contracts/customer-column.ts";

/**
 * The parameters that people may change. Each has a type, a default that is marked as an assumption where nobody
 * measured it, and the stages that depend on it.
 */
export interface ParameterSpec {
  readonly code: string;
  readonly schema: z.ZodType;
  readonly default: unknown;
  /** True while the default is our assumption, not the company's own number. */
  readonly isAssumption: boolean;
  readonly unit: string;
  readonly label: { readonly de: string; readonly en: string };
  readonly description: { readonly de: string; readonly en: string };
  /** Steps of the pipeline that must run again when it changes. */
  readonly affects: readonly ColumnMeasure[];
}
