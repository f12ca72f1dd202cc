import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import { action, type Session, show, withClient } from "../command.ts";
import { wholeNumber } from "../commands/init.ts";
import {
  asOfQuery,
  givenQuery,
  measureFirst,
  type ReportCommand,
  type ReportOptions,
} from "../measures/report-command.ts";
import { responsibilityText } from "./responsibility-text.ts";

interface ResponsibilityOptions extends ReportOptions {
  readonly limit?: number;
}

/** Gaps that a document lists unless asked otherwise: all of them, in any base but the largest. */
const usualLimit = 100_000;

/** `kleinod report responsibility` */
export function addResponsibilityReport(reportCommand: ReportCommand, session: Session): void {
  reportCommand(
    "responsibility",
    "Customers without a responsible, promises kept per category, where specialists' time leaks to",
    "kleinod report responsibility --json",
  )
    .option("--limit <number>", `gaps that are listed (default ${usualLimit})`, wholeNumber)
    .action(
      action<ResponsibilityOptions>(session, async (options, _args, io) => {
        const query = { ...givenQuery({ limit: options.limit ?? usualLimit }), ...asOfQuery(options) };
        const document = await withClient(options, io, async (client) => {
          await measureFirst(client, options.asOf);
          return client.call<ResponsibilityReport>("GET", "/reports/responsibility", { query });
        });
        show(options, io, document, () => responsibilityText(document, io));
        return 0;
      }),
    );
}
