import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import type { PlanAnswer, PlanComparison, PlanHead } from "@kleinod/engine/programme/plans/plans-contract.ts";
import type { Command } from "commander";
import { action, asCommand, type CommonOptions, type Session, show, withClient } from "../command.ts";
import { measureFirst } from "../measures/report-command.ts";
import { addPlanCheck } from "./plan-check.ts";
import { keptPlanOrUsage, readPlanFile } from "./plan-option.ts";
import { addPlanStates } from "./plan-states.ts";
import { comparisonText, planListText, planText } from "./plan-text.ts";

interface SaveOptions extends CommonOptions {
  readonly plan: string;
  readonly as?: string;
  readonly reason?: string;
}

interface CopyOptions extends CommonOptions {
  readonly name: string;
  readonly reason?: string;
}

export function addPlan(program: Command, session: Session): void {
  const plan = asCommand(
    program
      .command("plan")
      .description("Put levers together, keep plans, compare them, decide which one holds"),
    "kleinod plan template > plan.json",
  );
  const command = (name: string, description: string, example: string) =>
    asCommand(plan.command(name).description(description), example);

  command("template", "A valid plan file to begin with", "kleinod plan template > plan.json").action(
    action<CommonOptions>(session, async (options, _args, io) => {
      const file = await withClient(options, io, async (client) => {
        await measureFirst(client);
        return client.call<LeverPlan>("GET", "/programme/plans/template");
      });
      show(options, io, file, () => JSON.stringify(file, null, 2));
      return 0;
    }),
  );

  command("list", "Every plan with its state", "kleinod plan list --json").action(
    action<CommonOptions>(session, async (options, _args, io) => {
      const list = await withClient(options, io, (client) =>
        client.call<{ plans: PlanHead[] }>("GET", "/programme/plans"),
      );
      show(options, io, list, () => planListText(list.plans, io));
      return 0;
    }),
  );

  command("show", "What a plan says", "kleinod plan show 7.2")
    .argument("<plan>", "number of a kept plan, with .version where it is not the one that counts")
    .action(
      action<CommonOptions>(session, async (options, [text], io) => {
        const { planId, version } = keptPlanOrUsage(text);
        const found = await withClient(options, io, (client) =>
          client.call<PlanAnswer>("GET", `/programme/plans/${planId}`, { query: { version } }),
        );
        show(options, io, found, () => planText(found, io));
        return 0;
      }),
    );

  command("save", "Keep a plan file as a draft", 'kleinod plan save --plan plan.json --reason "first try"')
    .requiredOption("--plan <file>", "plan file (JSON)")
    .option("--as <plan>", "number of the plan that gets another version; default: a new plan")
    .option("--reason <text>", "why")
    .action(
      action<SaveOptions>(session, async (options, _args, io) => {
        const body = { plan: await readPlanFile(options.plan), reason: options.reason };
        const path =
          options.as === undefined
            ? "/programme/plans"
            : `/programme/plans/${keptPlanOrUsage(options.as).planId}/versions`;
        const saved = await withClient(options, io, (client) =>
          client.call<PlanAnswer>("POST", path, { body }),
        );
        show(options, io, saved, () => planText(saved, io));
        return 0;
      }),
    );

  command("copy", "A new plan that says the same", 'kleinod plan copy 7 --name "Without surcharge"')
    .argument("<plan>", "number of a kept plan, 7 or 7.2")
    .requiredOption("--name <text>", "name of the copy")
    .option("--reason <text>", "why")
    .action(
      action<CopyOptions>(session, async (options, [text], io) => {
        const { planId, version } = keptPlanOrUsage(text);
        const body = { name: options.name, version, reason: options.reason };
        const copied = await withClient(options, io, (client) =>
          client.call<PlanAnswer>("POST", `/programme/plans/${planId}/copy`, { body }),
        );
        show(options, io, copied, () => planText(copied, io));
        return 0;
      }),
    );

  command("compare", "What is another in the second plan", "kleinod plan compare 7.1 7.2")
    .argument("<a>", "number of a kept plan, 7 or 7.2")
    .argument("<b>", "number of a kept plan, 7 or 7.2")
    .action(
      action<CommonOptions>(session, async (options, [a, b], io) => {
        for (const name of [a, b]) keptPlanOrUsage(name);
        const compared = await withClient(options, io, (client) =>
          client.call<PlanComparison>("GET", "/programme/plans/compare", {
            query: { a: String(a), b: String(b) },
          }),
        );
        show(options, io, compared, () => comparisonText(compared, io));
        return 0;
      }),
    );

  addPlanCheck(plan, session);
  addPlanStates(plan, session);
}
