import type { Text } from "../../measures/measure-contract.ts";

/** How segments and options are called in sentences. */
export interface PlanNames {
  readonly segment: (code: string) => Text;
  readonly option: (code: string) => Text;
  readonly currency: string | null;
}
