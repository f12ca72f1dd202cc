import type { BundleValue, FixedCost } from "./bundle-contract.ts";
import type { FixedChoice } from "./report-contract.ts";

/** What a row of the programme limits, in the user's terms. */
export type RowSubject =
  | { readonly kind: "capacity"; readonly role: string }
  | { readonly kind: "budget" }
  | { readonly kind: "contactPressure"; readonly segment: string }
  | { readonly kind: "giveTake"; readonly segment: string }
  | { readonly kind: "fixed"; readonly choice: FixedChoice };

/** A limit that the user set or could change. */
export interface ProgrammeRow {
  readonly subject: RowSubject;
  /** What a bundle takes of it. */
  readonly amount: (bundle: BundleValue) => number;
  /** Index of the only unit that it speaks of; null: all of them together. */
  readonly unit: number | null;
  readonly sense: "<=" | ">=";
  readonly limit: number;
  /** What comes once takes (+) or gives (−) of it; null: nothing. */
  readonly onceAmount: ((cost: FixedCost) => number) | null;
}

/** `capacity:ROLE`, `budget`, `contactPressure:SEGMENT`, `giveTake:SEGMENT`, `fixed:SEGMENT:OPTION:in`. */
export function rowKey(subject: RowSubject): string {
  switch (subject.kind) {
    case "capacity":
      return `capacity:${subject.role}`;
    case "budget":
      return "budget";
    case "contactPressure":
    case "giveTake":
      return `${subject.kind}:${subject.segment}`;
    case "fixed":
      return `fixed:${subject.choice.segment}:${subject.choice.option}:${subject.choice.must}`;
  }
}
