import type { EventRelation } from "../facts/events/contract.ts";
import type { FactRelation } from "../facts/relations.ts";
import type { Text } from "../text.ts";
import type { ColumnMeasure } from "./contracts/customer-column.ts";
import type { ParameterCode } from "./settings-contract.ts";

export type { Text };

/** One figure that a measure hands on: a column of the customer table. */
export interface MeasureOutput {
  /** Code of the column in `customerColumns`. */
  readonly code: string;
  readonly unit: string;
  readonly period: string;
  /** When the figure is null, and why; "never" where it always has a value. */
  readonly nullRule: Text;
  readonly formula: string;
}

/** What a measure is: the answer to "what am I made of?" derives from it. */
export interface MeasureContract {
  readonly code: ColumnMeasure;
  /** The question in one sentence. */
  readonly question: Text;
  /** Relations of the fact store behind it, directly or through an earlier measure. */
  readonly inputs: readonly (FactRelation | EventRelation)[];
  readonly outputs: readonly MeasureOutput[];
  /** Where the formulas come from: a publication (the same in both languages), or words about our own reckoning. */
  readonly source: string | Text;
  readonly limits: readonly Text[];
  /** Parameters that change the result. */
  readonly parameters: readonly ParameterCode[];
}
