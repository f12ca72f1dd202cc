import type { PlanAnswer } from "@kleinod/engine/programme/plans/plans-contract.ts";
import type { Command } from "commander";
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
import { keptPlanOrUsage } from "./plan-option.ts";
import { planText } from "./plan-text.ts";

interface ChangeOptions extends CommonOptions {
  readonly reason?: string;
}

interface ActivateOptions extends ChangeOptions {
  readonly override?: string;
  readonly approver?: string;
  readonly reviewOn?: string;
}

/** `plan activate`, `plan end`, `plan restore`. */
export function addPlanStates(plan: Command, session: Session): void {
  asCommand(
    plan.command("activate").description("Make a draft hold; the plan that held ends"),
    "kleinod plan activate 7 --reason agreed",
  )
    .argument("<plan>", "number of a kept plan, 7 or 7.2")
    .option("--reason <text>", "why")
    .option("--override <text>", "why although findings block it; needs --approver and --review-on")
    .option("--approver <name>", "who answers for that")
    .option("--review-on <day>", "when it is looked at again, yyyy-mm-dd")
    .action(
      action<ActivateOptions>(session, async (options, [text], io) => {
        const { planId, version } = keptPlanOrUsage(text);
        const body = { version, reason: options.reason, override: overrideOf(options) };
        const active = await withClient(options, io, async (client) => {
          await measureFirst(client);
          return client.call<PlanAnswer>("POST", `/programme/plans/${planId}/activate`, { body });
        });
        show(options, io, active, () => planText(active, io));
        return 0;
      }),
    );

  for (const [event, description] of [
    ["end", "Take the active version out of force"],
    ["restore", "Take a version back that held before"],
  ] as const) {
    asCommand(plan.command(event).description(description), `kleinod plan ${event} 7`)
      .argument("<plan>", "number of a kept plan, 7 or 7.2")
      .option("--reason <text>", "why")
      .action(
        action<ChangeOptions>(session, async (options, [text], io) => {
          const { planId, version } = keptPlanOrUsage(text);
          const body = { reason: options.reason, ...(event === "restore" ? { version } : {}) };
          const changed = await withClient(options, io, (client) =>
            client.call<PlanAnswer>("POST", `/programme/plans/${planId}/${event}`, { body }),
          );
          show(options, io, changed, () => planText(changed, io));
          return 0;
        }),
      );
  }
}

function overrideOf({ override: reason, approver, reviewOn }: ActivateOptions) {
  if (reason === undefined && approver === undefined && reviewOn === undefined) return undefined;
  if (reason === undefined || approver === undefined || reviewOn === undefined)
    throw new UsageError("--override, --approver and --review-on belong together.");
  return { reason, approver, reviewOn };
}
