import type { Text } from "../../measures/measure-contract.ts";
import type { AssumptionValue } from "./assumption-contract.ts";
import type { LeverEffect } from "./effect-contract.ts";

export const levers = ["L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8"] as const;
export type Lever = (typeof levers)[number];

/** From the customer's view: does the option give (time, certainty, a person, money), take, or neither? */
export type GiveTake = "give" | "take" | "neutral";

/** A: peer-reviewed or official … D: anecdote; I: our own inference. See domain.md. */
export type EvidenceGrade = "A" | "B" | "C" | "D" | "I";

export type OptionParamUnit =
  | "cents"
  | "ratio"
  | "minutes"
  | "count"
  | "countPerYear"
  | "months"
  | "days"
  | "date"
  | "text"
  | "boolean"
  | "choice"
  | "choices";

export type ParamValue = number | string | boolean | readonly string[];
export type OptionParams = Readonly<Record<string, ParamValue>>;

/** One decision of an option: name, unit, range and default. The name is what stands in plan files. */
export interface OptionParam {
  readonly name: string;
  readonly label: Text;
  readonly unit: OptionParamUnit;
  /** Allowed range, inclusive, for numbers. */
  readonly min?: number;
  readonly max?: number;
  /** Allowed values of `choice` and `choices`. */
  readonly values?: readonly { readonly code: string; readonly label: Text }[];
  readonly default: ParamValue;
}

/** What we do not decide but expect: an effect size with its uncertainty. */
export interface OptionAssumption {
  /** `L5a.adoptionRatio`: code of the option, a dot, a name. */
  readonly key: string;
  readonly label: Text;
  readonly unit: "ratio" | "cents" | "minutes" | "countPerYear" | "months";
  readonly min: number;
  readonly max: number;
  readonly value: AssumptionValue;
  readonly grade: EvidenceGrade;
}

/** One option of a lever (domain.md §2.1), declarative: forms, checks, simulation and documentation derive from it. */
export interface LeverOption {
  /** `L3a`. */
  readonly code: string;
  readonly lever: Lever;
  readonly name: Text;
  /** One sentence: what we would do. */
  readonly description: Text;
  readonly params: readonly OptionParam[];
  readonly assumptions: readonly OptionAssumption[];
  /** Depends on the decision, e.g. a channel bonus gives while a phone fee takes. */
  giveTake(params: OptionParams): GiveTake;
  /** What the customer gets or loses, in a sentence for the ledger. */
  readonly customerView: Text;
  /** What it does, with numbers taken from the params and keys of assumptions. */
  effects(params: OptionParams): readonly LeverEffect[];
  /** Codes of measures it acts on, e.g. `costToServe`. */
  readonly measures: readonly string[];
  readonly evidence: { readonly grade: EvidenceGrade; readonly text: Text };
}
