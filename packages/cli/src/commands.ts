import type { Command } from "commander";
import type { Session } from "./command.ts";
import { addBackup } from "./commands/backup.ts";
import { addBench } from "./commands/bench.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addInit } from "./commands/init.ts";
import { addRestore } from "./commands/restore.ts";
import { addStart } from "./commands/start.ts";
import { addImport } from "./import/import.ts";
import { addExport } from "./measures/export.ts";
import { addMeasure } from "./measures/measure.ts";
import { addReport } from "./measures/report.ts";
import { addOptimise } from "./programme/optimise.ts";
import { addPlan } from "./programme/plan.ts";
import { addSimulate } from "./programme/simulate.ts";
import { addParameters } from "./segments/parameters.ts";
import { addSegments } from "./segments/segments.ts";

/** All commands, in the order of the line. */
export const commands: readonly ((program: Command, session: Session) => void)[] = [
  addInit,
  addImport,
  addMeasure,
  addReport,
  addExport,
  addParameters,
  addSegments,
  addPlan,
  addSimulate,
  addOptimise,
  addStart,
  addDoctor,
  addBackup,
  addRestore,
  addBench,
];
