import type { SimulationReport } from "@kleinod/engine/programme/simulation/report-contract.ts";
import { type Command, InvalidArgumentError, Option } from "commander";
import {
  action,
  asCommand,
  type CommonOptions,
  type Session,
  show,
  UsageError,
  withClient,
} from "../command.ts";
import { measureFirst } from "../measures/report-command.ts";
import { namedPlan, planOptionHelp } from "./plan-option.ts";
import { simulationText } from "./simulation-text.ts";

interface SimulateOptions extends CommonOptions {
  readonly plan?: string;
  readonly draws?: number;
  readonly seed?: number;
  readonly resolution?: "cells" | "customers";
}

/** `kleinod simulate` */
export function addSimulate(program: Command, session: Session): void {
  asCommand(
    program
      .command("simulate")
      .description("Five years of the small customers by quarter, as today goes on and with a plan")
      .option("--plan <plan>", planOptionHelp)
      .option("--draws <number>", "drawn worlds (default: 400 for cells, 20 for customers)", whole)
      .option("--seed <number>", "number that the worlds are drawn from (default: 1)", whole)
      .addOption(
        new Option("--resolution <rows>", "weighted cells, or every customer by itself").choices([
          "cells",
          "customers",
        ]),
      ),
    "kleinod simulate --plan plan.json --json",
  ).action(
    action<SimulateOptions>(session, async (options, _args, io) => {
      const { plan, draws, seed, resolution } = options;
      if (plan === undefined) throw new UsageError("--plan is missing; kleinod plan template prints a plan.");
      const body = {
        ...(await namedPlan(plan)),
        ...(draws === undefined ? {} : { draws }),
        ...(seed === undefined ? {} : { seed }),
        ...(resolution === undefined ? {} : { resolution }),
      };
      const report = await withClient(options, io, async (client) => {
        await measureFirst(client);
        return client.runJob<SimulationReport>("POST", "/programme/simulate", { body });
      });
      show(options, io, report, () => simulationText(report, io));
      return 0;
    }),
  );
}

function whole(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}
