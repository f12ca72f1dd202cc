import type { OptionParams } from "../contracts/option-contract.ts";

/** An option with the decisions that it would have in a segment; the optimiser chooses options, not their numbers. */
export interface OptionCandidate {
  readonly option: string;
  readonly params: OptionParams;
  readonly from: string;
  readonly review: string | null;
}

/** Candidates of a unit by code of the option. */
export type UnitCandidates = ReadonlyMap<string, OptionCandidate>;
