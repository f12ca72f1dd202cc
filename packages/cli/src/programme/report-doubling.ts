import type { DoublingReport } from "@kleinod/engine/programme/doubling/report-contract.ts";
import { action, type Session, show, withClient } from "../command.ts";
import {
  asOfQuery,
  measureFirst,
  type ReportCommand,
  type ReportOptions,
} from "../measures/report-command.ts";
import { doublingText } from "./doubling-text.ts";
import { namedPlan, planOptionHelp } from "./plan-option.ts";

interface DoublingOptions extends ReportOptions {
  readonly plan?: string;
}

/** `kleinod report doubling` */
export function addDoublingReport(reportCommand: ReportCommand, session: Session): void {
  reportCommand(
    "doubling",
    "Would it pay to double the small customers, today and with a plan?",
    "kleinod report doubling --plan plan.json --json",
  )
    .option("--plan <plan>", planOptionHelp)
    .action(
      action<DoublingOptions>(session, async (options, _args, io) => {
        const plan = options.plan === undefined ? {} : await namedPlan(options.plan);
        const document = await withClient(options, io, async (client) => {
          await measureFirst(client, options.asOf);
          return client.call<DoublingReport>("POST", "/reports/doubling", {
            body: { ...plan, ...asOfQuery(options) },
          });
        });
        show(options, io, document, () => doublingText(document, io));
        return 0;
      }),
    );
}
