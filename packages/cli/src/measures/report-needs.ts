import type { NeedGapsReport, NeedsReport } from "@kleinod/engine/measures/need/report-contract.ts";
import type { Command } from "commander";
import { action, type Session, show, withClient } from "../command.ts";
import { wholeNumber } from "../commands/init.ts";
import { needGapsText, needsText } from "./needs-text.ts";
import {
  asOfQuery,
  givenQuery,
  measureFirst,
  type ReportCommand,
  type ReportOptions,
} from "./report-command.ts";

/** What narrows the lists of needs, gaps and potentials. */
export interface NeedOptions extends ReportOptions {
  readonly limit?: number;
  readonly offset?: number;
  readonly sizes?: string;
  readonly branch?: string;
  readonly region?: string;
  readonly field?: string;
  readonly search?: string;
}

export function withNeedOptions(command: Command): Command {
  return command
    .option("--limit <number>", "rows (default: all)", wholeNumber)
    .option("--offset <number>", "rows to pass over", wholeNumber)
    .option("--sizes <list>", "size classes with commas between (default all)")
    .option("--branch <name>", "one branch")
    .option("--region <name>", "one region")
    .option("--field <name>", "one need field")
    .option("--search <text>", "part of name, number or place");
}

/** A program that reads the document wants everybody. */
const everybody = 1_000_000;

export function needQueryOf(options: NeedOptions): Record<string, string | number> {
  const { limit = everybody, offset, sizes, branch, region, field, search } = options;
  return { ...givenQuery({ limit, offset, sizes, branch, region, field, search }), ...asOfQuery(options) };
}

/** `kleinod report needs` and `kleinod report need-gaps` */
export function addNeedsReport(reportCommand: ReportCommand, session: Session): void {
  withNeedOptions(
    reportCommand(
      "needs",
      "Need profiles, recommended support, and whether it follows need or size",
      "kleinod report needs --sizes small --limit 20",
    ),
  ).action(
    action<NeedOptions>(session, async (options, _args, io) => {
      const document = await withClient(options, io, async (client) => {
        await measureFirst(client, options.asOf);
        return client.call<NeedsReport>("GET", "/reports/needs", { query: needQueryOf(options) });
      });
      show(options, io, document, () => needsText(document, io));
      return 0;
    }),
  );

  withNeedOptions(
    reportCommand(
      "need-gaps",
      "The call list: what comparable firms buy and this one does not",
      "kleinod report need-gaps --branch Schreinerei --limit 20",
    ),
  ).action(
    action<NeedOptions>(session, async (options, _args, io) => {
      const document = await withClient(options, io, async (client) => {
        await measureFirst(client, options.asOf);
        return client.call<NeedGapsReport>("GET", "/reports/need-gaps", { query: needQueryOf(options) });
      });
      show(options, io, document, () => needGapsText(document, io));
      return 0;
    }),
  );
}
