import type { ContractsReport } from "@kleinod/engine/measures/renewal/report-contract.ts";
import { action, type Session, show, withClient } from "../command.ts";
import { wholeNumber } from "../commands/init.ts";
import { contractsText } from "./contracts-text.ts";
import {
  asOfQuery,
  givenQuery,
  measureFirst,
  type ReportCommand,
  type ReportOptions,
} from "./report-command.ts";

interface ContractsOptions extends ReportOptions {
  readonly within?: number;
  readonly limit?: number;
  readonly offset?: number;
}

/** `kleinod report contracts` */
export function addContractsReport(reportCommand: ReportCommand, session: Session): void {
  reportCommand(
    "contracts",
    "Running contracts, how long contracts last, and the call list of those that end soon",
    "kleinod report contracts --within 90 --json",
  )
    .option("--within <days>", "list contracts whose term ends in so many days (default 90)", wholeNumber)
    .option("--limit <number>", "contracts (default 100)", wholeNumber)
    .option("--offset <number>", "contracts to pass over", wholeNumber)
    .action(
      action<ContractsOptions>(session, async (options, _args, io) => {
        const { within, limit, offset } = options;
        const query = { ...givenQuery({ withinDays: within, limit, offset }), ...asOfQuery(options) };
        const document = await withClient(options, io, async (client) => {
          await measureFirst(client, options.asOf);
          return client.call<ContractsReport>("GET", "/reports/contracts", { query });
        });
        show(options, io, document, () => contractsText(document, io));
        return 0;
      }),
    );
}
