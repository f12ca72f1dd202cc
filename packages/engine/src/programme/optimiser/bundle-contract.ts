import type { Text } from "../../measures/measure-contract.ts";
import type { FixedChoice } from "./report-contract.ts";

/** A coherent set of options for the customers of a unit, with what it does in a steady year. */
export interface BundleValue {
  /** Code of the unit's segment. */
  readonly segment: string;
  /** Codes of options in the order of the registry; empty: as today. */
  readonly options: readonly string[];
  /** Expected change of the yearly result against today, before `fixedCostKeys`; integer cents. */
  readonly contributionCents: number;
  /** The same for the options one by one, summed; integer cents. */
  readonly sumOfSinglesCents: number;
  /** Minutes per year by role that the unit's customers need. */
  readonly roleMinutes: readonly number[];
  /** Cost of the programme per year without `fixedCostKeys`; integer cents. */
  readonly budgetCents: number;
  /** Unsolicited contacts per customer and year. */
  readonly contactPressure: number;
  /** Gives minus takes per customer and year as the customer sees it (K19), cents. */
  readonly giveTakeCents: number;
  /** Options whose fixed cost and positions come once, in however many segments they stand. */
  readonly fixedCostKeys: readonly string[];
}

/** What an option costs and adds once, as soon as one segment uses it. */
export interface FixedCost {
  /** Per year; integer cents. */
  readonly cents: number;
  /** Minutes per year by role that it adds to capacity. */
  readonly addedMinutes: readonly number[];
}

/** Customers that get one bundle: those of a segment that belong to no unit within it. */
export interface ProgrammeUnit {
  readonly segment: string;
  readonly name: string;
  readonly customers: number;
  /** Index of the unit around it: whatever is decided there holds here too; null: nothing is around it. */
  readonly parent: number | null;
  /** The first one is `as today` unless a fixed choice forbids it. */
  readonly bundles: readonly BundleValue[];
}

export interface RoleLimit {
  readonly role: string;
  readonly label: Text;
  /** Minutes per year for small customers; null: nobody knows, so it does not limit. */
  readonly limitMinutes: number | null;
  /** One more position. */
  readonly blockMinutes: number;
}

/** Everything the mixed-integer programme needs, as numbers. */
export interface BundleProblem {
  readonly units: readonly ProgrammeUnit[];
  /** In the order of `BundleValue.roleMinutes`. */
  readonly roles: readonly RoleLimit[];
  /** By key of `fixedCostKeys`. */
  readonly fixedCosts: ReadonlyMap<string, FixedCost>;
  readonly budgetCents: number | null;
  readonly contactPressureMax: number | null;
  readonly giveTakeMinCents: number;
  readonly fixed: readonly FixedChoice[];
}

/** The bundle of every unit, as its index in `ProgrammeUnit.bundles`. */
export type BundleChoice = readonly number[];
