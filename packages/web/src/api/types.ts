import type { Job } from "@kleinod/engine/import/history.ts";
import type { BatchResult, ImportKindCode, ImportOptions } from "@kleinod/engine/import/result.ts";
import type { CustomerQuery } from "@kleinod/engine/measures/reports.ts";
import type { ParameterValue } from "@kleinod/engine/segments/parameters.ts";

/** The answers of routes whose shape is not a contract of the engine. */
export type Space = "company" | "example";

export interface TwoLanguageLabel {
  de: string;
  en: string;
}

export interface Status {
  version: string;
  space: Space;
  directory: string;
  hasData: boolean;
  exampleReady: boolean;
  asOf: string | null;
  currency: string | null;
  dataTier: string | null;
  factsVersion: number | string;
  batches: number;
  lines: number;
  customers: number;
  sizeLineAsked: boolean;
  measured: boolean;
  jobs: Job[];
  localOnly: boolean;
  address: string;
}

export interface Upload {
  ref: string;
  file: string;
  bytes: number;
}

export interface ImportFile {
  ref: string;
  as?: ImportKindCode;
  mapping?: Record<string, string[]>;
}

export interface ImportRequest {
  files: ImportFile[];
  options: Partial<ImportOptions>;
}

export type BatchList = { batches: Omit<BatchResult, "problems">[] };

export interface SavedView {
  id: string;
  name: string;
  page: "customers";
  query: CustomerQuery;
}

export interface Parameter extends ParameterValue {
  label: TwoLanguageLabel;
  description: TwoLanguageLabel;
  unit: string;
}

/** Of all customers; negative are small ones whose contribution at that cost is below zero. */
export interface CostConsequence {
  fullCents: number;
  avoidableCents: number;
  negativeFull: number;
  negativeAvoidable: number;
}

export interface ParameterDiff {
  affected: number;
  cost: { before: CostConsequence; after: CostConsequence };
  before: Record<string, number>;
  after: Record<string, number>;
  sizeClassChanges: { total: number; sample: { customer: string; before: string; after: string }[] };
}

export interface SizeLineProposal {
  proposalCents: number;
  stepsCents: number[];
  currency: string | null;
}

export interface SizeLineCount {
  small: number;
  large: number;
  smallSalesShare: number | null;
  largeSalesShare: number | null;
}

export interface Quality {
  fields: { field: string; known: number; total: number }[];
  openProblems: { batchId: string; file: string; rule: string; count: number }[];
  unconverted: { lines: number; currencies: string[] };
  duplicates: { pairs: number; open: number; lastRun: string | null };
  withoutCustomer: { lines: number; salesCents: number | null };
  tier: string | null;
  nextTier: { tier: string; needs: TwoLanguageLabel; brings: TwoLanguageLabel } | null;
}

export interface DuplicateSide {
  accountId: number;
  accountKey: string;
  name: string | null;
  street: string | null;
  postcode: string | null;
  city: string | null;
  phone: string | null;
  email: string | null;
  vatId: string | null;
  salesLast12Cents: number | null;
}

export interface DuplicatePair {
  a: DuplicateSide;
  b: DuplicateSide;
  probability: number;
  evidence: { field: string; a: string | null; b: string | null; level: string; weightBits: number }[];
  decision: { id: string | number; type: "merge" | "reject" | "split"; by: string | null; at: string } | null;
}

export type DuplicateState = "open" | "merged" | "rejected";

export interface DuplicatePage {
  total: number;
  pairs: DuplicatePair[];
}

export interface SearchHit {
  customerId: number;
  name: string;
  accountKey: string;
  city: string | null;
}
