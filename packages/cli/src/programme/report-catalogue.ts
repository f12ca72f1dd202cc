import type { CatalogueReport } from "@kleinod/engine/programme/offers/catalogue-contract.ts";
import { action, type Session, show, withClient } from "../command.ts";
import { measureFirst, type ReportCommand, type ReportOptions } from "../measures/report-command.ts";
import { catalogueText } from "./catalogue-text.ts";

/** `kleinod report catalogue` */
export function addCatalogueReport(reportCommand: ReportCommand, session: Session): void {
  reportCommand(
    "catalogue",
    "Service elements by use, value and cost; lean offers; practices that moved elsewhere",
    "kleinod report catalogue --json",
  ).action(
    action<ReportOptions>(session, async (options, _args, io) => {
      const document = await withClient(options, io, async (client) => {
        await measureFirst(client, options.asOf);
        return client.call<CatalogueReport>("GET", "/reports/catalogue");
      });
      show(options, io, document, () => catalogueText(document, io));
      return 0;
    }),
  );
}
