import {
  type CustomerFilter,
  type CustomerPage,
  type Overview,
  type QuietReport,
  type Whale,
  whaleBases,
} from "@kleinod/engine/measures/reports.ts";
import { type Command, Option } from "commander";
import { action, asCommand, type Session, show, withClient } from "../command.ts";
import { wholeNumber } from "../commands/init.ts";
import { addCatalogueReport } from "../programme/report-catalogue.ts";
import { addDeviationsReport } from "../programme/report-deviations.ts";
import { addDoublingReport } from "../programme/report-doubling.ts";
import { addPriceReplayReport } from "../programme/report-price-replay.ts";
import { addReviewReport } from "../programme/report-review.ts";
import { addResponsibilityReport } from "../segments/report-responsibility.ts";
import { addSegmentsReport } from "../segments/report-segments.ts";
import { customersText } from "./customers-text.ts";
import { collectFilter, filterHelp } from "./filter-option.ts";
import { overviewText } from "./overview-text.ts";
import { quietText } from "./quiet-text.ts";
import { asOfQuery, measureFirst, type ReportOptions, reportCommandOf } from "./report-command.ts";
import { addContractsReport } from "./report-contracts.ts";
import { addCostToServeReport } from "./report-cost-to-serve.ts";
import { addEconomicsReport } from "./report-economics.ts";
import { addForecastReport } from "./report-forecast.ts";
import { addNeedsReport } from "./report-needs.ts";
import { addPotentialReport } from "./report-potential.ts";
import { addTriangleReport } from "./report-triangle.ts";
import { whaleText } from "./whale-text.ts";

interface WhaleOptions extends ReportOptions {
  readonly basis?: string;
}
interface QuietOptions extends ReportOptions {
  readonly limit?: number;
  readonly offset?: number;
  readonly states?: string;
  readonly sizes?: string;
  readonly search?: string;
}
export interface CustomersOptions extends ReportOptions {
  readonly filter?: CustomerFilter[];
  readonly search?: string;
  readonly sort?: string;
  readonly columns?: string;
  readonly limit?: number;
  readonly offset?: number;
}

export function addReport(program: Command, session: Session): void {
  const report = asCommand(
    program.command("report").description("Overview, customers, concentration, and who went quiet"),
    "kleinod report overview --json",
  );
  const reportCommand = reportCommandOf(report);

  reportCommand(
    "overview",
    "The small-customer business at a glance",
    "kleinod report overview --json",
  ).action(
    action<ReportOptions>(session, async (options, _args, io) => {
      const document = await withClient(options, io, async (client) => {
        await measureFirst(client, options.asOf);
        return client.call<Overview>("GET", "/reports/overview", { query: asOfQuery(options) });
      });
      show(options, io, document, () => overviewText(document, io));
      return 0;
    }),
  );

  reportCommand("whale", "The concentration curve over all customers", "kleinod report whale --json")
    .addOption(new Option("--basis <basis>", "what is cumulated").choices(whaleBases))
    .action(
      action<WhaleOptions>(session, async (options, _args, io) => {
        const document = await withClient(options, io, async (client) => {
          await measureFirst(client, options.asOf);
          const { basis } = options;
          const query = { ...asOfQuery(options), ...(basis === undefined ? {} : { basis }) };
          return client.call<Whale>("GET", "/reports/whale", { query });
        });
        show(options, io, document, () => whaleText(document, io));
        return 0;
      }),
    );

  reportCommand(
    "quiet",
    "The call list: quiet beyond their own rhythm",
    "kleinod report quiet --sizes small --limit 20",
  )
    .option("--limit <number>", "rows (default 100)", wholeNumber)
    .option("--offset <number>", "rows to pass over", wholeNumber)
    .option("--states <list>", "rhythm states with commas between (default dormant)")
    .option("--sizes <list>", "size classes with commas between (default all)")
    .option("--search <text>", "part of name, number or place")
    .action(
      action<QuietOptions>(session, async (options, _args, io) => {
        const { limit, offset, states, sizes, search } = options;
        const query = Object.fromEntries(
          Object.entries({ limit, offset, states, sizes, search }).filter(([, value]) => value !== undefined),
        );
        const document = await withClient(options, io, async (client) => {
          await measureFirst(client, options.asOf);
          return client.call<QuietReport>("GET", "/reports/quiet", {
            query: { ...query, ...asOfQuery(options) },
          });
        });
        show(options, io, document, () => quietText(document, io));
        return 0;
      }),
    );

  withCustomerOptions(
    reportCommand(
      "customers",
      "The customer table, filtered and sorted",
      "kleinod report customers --filter 'rhythmState=dormant' --filter 'salesLast12Cents>=100000'",
    ),
  )
    .option("--limit <number>", "rows, at most 1000 (default 100)", wholeNumber)
    .option("--offset <number>", "rows to pass over", wholeNumber)
    .action(
      action<CustomersOptions>(session, async (options, _args, io) => {
        const document = await withClient(options, io, async (client) => {
          await measureFirst(client, options.asOf);
          return client.call<CustomerPage>("POST", "/customers/query", {
            query: asOfQuery(options),
            body: customerQuery(options),
          });
        });
        show(options, io, document, () => customersText(document, io));
        return 0;
      }),
    );

  addCostToServeReport(reportCommand, session);
  addEconomicsReport(reportCommand, session);
  addNeedsReport(reportCommand, session);
  addPotentialReport(reportCommand, session);
  addTriangleReport(reportCommand, session);
  addForecastReport(reportCommand, session);
  addContractsReport(reportCommand, session);
  addSegmentsReport(reportCommand, session);
  addResponsibilityReport(reportCommand, session);
  addDoublingReport(reportCommand, session);
  addCatalogueReport(reportCommand, session);
  addDeviationsReport(reportCommand, session);
  addPriceReplayReport(reportCommand, session);
  addReviewReport(report, session);
}

/** The options that choose customers, shared by `report customers` and `export customers`. */
export function withCustomerOptions(command: Command): Command {
  return command
    .option("--filter <condition>", filterHelp, collectFilter)
    .option("--search <text>", "part of name, number, place, phone or mail")
    .option("--sort <column>", "column code, with - in front for descending")
    .option("--columns <list>", "column codes with commas between (default: those of the web page)");
}

export function customerQuery({ filter, search, sort, columns, limit, offset }: CustomersOptions) {
  return {
    ...(filter === undefined ? {} : { filters: filter }),
    ...(search === undefined ? {} : { search }),
    ...(sort === undefined ? {} : { sort }),
    ...(columns === undefined ? {} : { columns: columns.split(",").map((code) => code.trim()) }),
    ...(limit === undefined ? {} : { limit }),
    ...(offset === undefined ? {} : { offset }),
  };
}
