import type { PlanCheck } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import type { Command } from "commander";
import { action, asCommand, type CommonOptions, type Session, show, withClient } from "../command.ts";
import { measureFirst } from "../measures/report-command.ts";
import { planCheckText } from "./plan-check-text.ts";
import { namedPlan, planOptionHelp } from "./plan-option.ts";

interface CheckOptions extends CommonOptions {
  readonly plan: string;
}

/** `plan check`: ends with 1 when findings block the plan. */
export function addPlanCheck(plan: Command, session: Session): void {
  asCommand(
    plan
      .command("check")
      .description("What contradicts what, what the plan takes and gives, and whether it can be activated"),
    "kleinod plan check --plan plan.json --json",
  )
    .requiredOption("--plan <file>", planOptionHelp)
    .action(
      action<CheckOptions>(session, async (options, _args, io) => {
        const body = await namedPlan(options.plan);
        const check = await withClient(options, io, async (client) => {
          await measureFirst(client);
          return client.call<PlanCheck>("POST", "/programme/check", { body });
        });
        show(options, io, check, () => planCheckText(check, io));
        return check.canActivate ? 0 : 1;
      }),
    );
}
