import type { PriceReplay } from "@kleinod/engine/programme/price-replay/report-contract.ts";
import { action, type Session, show, withClient } from "../command.ts";
import {
  asOfQuery,
  measureFirst,
  type ReportCommand,
  type ReportOptions,
} from "../measures/report-command.ts";
import { namedPlan, planOptionHelp } from "./plan-option.ts";
import { priceReplayText } from "./price-replay-text.ts";

interface PriceReplayOptions extends ReportOptions {
  readonly plan: string;
}

/** `kleinod report price-replay` */
export function addPriceReplayReport(reportCommand: ReportCommand, session: Session): void {
  reportCommand(
    "price-replay",
    "Price levers of a plan on the actual orders: who would have paid, put together, moved, left",
    "kleinod report price-replay --plan plan.json --json",
  )
    .requiredOption("--plan <plan>", planOptionHelp)
    .action(
      action<PriceReplayOptions>(session, async (options, _args, io) => {
        const plan = await namedPlan(options.plan);
        const document = await withClient(options, io, async (client) => {
          await measureFirst(client, options.asOf);
          return client.call<PriceReplay>("POST", "/programme/price-replay", {
            body: { ...plan, ...asOfQuery(options) },
          });
        });
        show(options, io, document, () => priceReplayText(document, io));
        return 0;
      }),
    );
}
