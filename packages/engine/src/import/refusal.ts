import type { LocalizedText } from "./kinds/contract.ts";

/**
 * Why something that a person asked for is not done: returned, never thrown. The message is one or two sentences that
 * name the thing, its value, what is allowed and where; `code` is stable and is what programs look at.
 */
export interface Refusal {
  readonly code: string;
  readonly message: LocalizedText;
}
