import type { Triangle, TriangleCustomers } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { action, type Session, show, withClient } from "../command.ts";
import { wholeNumber } from "../commands/init.ts";
import {
  asOfQuery,
  givenQuery,
  measureFirst,
  type ReportCommand,
  type ReportOptions,
} from "./report-command.ts";
import { triangleCustomersText, triangleText } from "./triangle-text.ts";

interface TriangleOptions extends ReportOptions {
  readonly customers?: boolean;
  readonly caseType?: string;
  readonly limit?: number;
  readonly offset?: number;
}

/** `kleinod report triangle`; with `--customers` or `--case-type` the customers behind it. */
export function addTriangleReport(reportCommand: ReportCommand, session: Session): void {
  reportCommand(
    "triangle",
    "Small value, varied need, high effort by case type: which corner to shrink, and who can do it",
    "kleinod report triangle --json",
  )
    .option("--customers", "list the customers in the triangle instead")
    .option("--case-type <code>", "list the customers of this case type instead")
    .option("--limit <number>", "customers (default 100)", wholeNumber)
    .option("--offset <number>", "customers to pass over", wholeNumber)
    .action(
      action<TriangleOptions>(session, async (options, _args, io) => {
        const { caseType, limit, offset } = options;
        if (options.customers !== true && caseType === undefined) {
          const document = await ask<Triangle>(options, "/reports/triangle", asOfQuery(options));
          show(options, io, document, () => triangleText(document, io));
          return 0;
        }
        const query = { ...givenQuery({ caseType, limit, offset }), ...asOfQuery(options) };
        const list = await ask<TriangleCustomers>(options, "/reports/triangle/customers", query);
        show(options, io, list, () => triangleCustomersText(list, io));
        return 0;

        function ask<Document>(
          asked: TriangleOptions,
          path: string,
          values: Record<string, string | number>,
        ): Promise<Document> {
          return withClient(asked, io, async (client) => {
            await measureFirst(client, asked.asOf);
            return client.call<Document>("GET", path, { query: values });
          });
        }
      }),
    );
}
