import type { Economics } from "@kleinod/engine/measures/economics/report-contract.ts";
import { whaleBases } from "@kleinod/engine/measures/reports.ts";
import { Option } from "commander";
import { action, type Session, show, withClient } from "../command.ts";
import { economicsText } from "./economics-text.ts";
import {
  asOfQuery,
  givenQuery,
  measureFirst,
  type ReportCommand,
  type ReportOptions,
} from "./report-command.ts";

interface EconomicsOptions extends ReportOptions {
  readonly basis?: string;
}

/** `kleinod report economics` */
export function addEconomicsReport(reportCommand: ReportCommand, session: Session): void {
  reportCommand(
    "economics",
    "The curve over all customers, lowest contributions of every size, small orders, break-even, scale",
    "kleinod report economics --basis avoidable",
  )
    .addOption(
      new Option("--basis <basis>", "what the curve cumulates (default avoidable)").choices(whaleBases),
    )
    .action(
      action<EconomicsOptions>(session, async (options, _args, io) => {
        const query = { ...givenQuery({ basis: options.basis }), ...asOfQuery(options) };
        const document = await withClient(options, io, async (client) => {
          await measureFirst(client, options.asOf);
          return client.call<Economics>("GET", "/reports/economics", { query });
        });
        show(options, io, document, () => economicsText(document, io));
        return 0;
      }),
    );
}
