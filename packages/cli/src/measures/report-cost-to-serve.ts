import type { CostToServeReport } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import { action, type Session, show, withClient } from "../command.ts";
import { wholeNumber } from "../commands/init.ts";
import { costToServeText } from "./cost-to-serve-text.ts";
import {
  asOfQuery,
  givenQuery,
  measureFirst,
  type ReportCommand,
  type ReportOptions,
} from "./report-command.ts";

interface CostToServeOptions extends ReportOptions {
  readonly sort?: string;
  readonly search?: string;
  readonly size?: string;
  readonly limit?: number;
  readonly offset?: number;
}

/** `kleinod report cost-to-serve` */
export function addCostToServeReport(reportCommand: ReportCommand, session: Session): void {
  reportCommand(
    "cost-to-serve",
    "What serving customers costs, full and avoidable, reconciled to the cost pools",
    "kleinod report cost-to-serve --sort -fullCents --limit 20",
  )
    .option(
      "--sort <column>",
      "fullCents, avoidableCents, contributionAvoidableCents …, with - for descending",
    )
    .option("--search <text>", "part of name, number or place")
    .option("--size <class>", "small, large or sizeUnclear (default all)")
    .option("--limit <number>", "customers (default 1000)", wholeNumber)
    .option("--offset <number>", "customers to pass over", wholeNumber)
    .action(
      action<CostToServeOptions>(session, async (options, _args, io) => {
        const { sort, search, size, limit, offset } = options;
        const query = { ...givenQuery({ sort, search, size, limit, offset }), ...asOfQuery(options) };
        const document = await withClient(options, io, async (client) => {
          await measureFirst(client, options.asOf);
          return client.call<CostToServeReport>("GET", "/reports/cost-to-serve", { query });
        });
        show(options, io, document, () => costToServeText(document, io));
        return 0;
      }),
    );
}
