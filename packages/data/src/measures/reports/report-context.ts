import type { ParameterValue } from "@kleinod/engine/segments/parameters.ts";

/** What every report needs to know besides the database. */
export interface ReportContext {
  /** Of the snapshot: last day that counts. */
  readonly asOf: string;
  /** Company currency; null while no file named one. */
  readonly currency: string | null;
  /** Wide table that `runPipeline` wrote for asOf. */
  readonly snapshotTable: string;
  /** Size line that holds; null without any sales. */
  readonly sizeLineCents: number | null;
  readonly sizeLineIsProposal: boolean;
  /** Values in force with their versions. */
  readonly parameters: readonly ParameterValue[];
  /** Notes of people, by customer id. */
  readonly notes?: ReadonlyMap<number, string>;
  /** Wide table before the last import; absent: state changes cannot be told. */
  readonly previousSnapshotTable?: string;
  /** Problems of imports that nobody has dealt with; absent counts as none. */
  readonly openProblems?: number;
}
