import type { PotentialReport } from "@kleinod/engine/measures/potential/report-contract.ts";
import { action, type Session, show, withClient } from "../command.ts";
import { potentialText } from "./potential-text.ts";
import { measureFirst, type ReportCommand } from "./report-command.ts";
import { type NeedOptions, needQueryOf, withNeedOptions } from "./report-needs.ts";

/** `kleinod report potential` */
export function addPotentialReport(reportCommand: ReportCommand, session: Session): void {
  withNeedOptions(
    reportCommand(
      "potential",
      "Potential corrected for past contact, share of wallet and need gaps",
      "kleinod report potential --json",
    ),
  ).action(
    action<NeedOptions>(session, async (options, _args, io) => {
      const document = await withClient(options, io, async (client) => {
        await measureFirst(client, options.asOf);
        return client.call<PotentialReport>("GET", "/reports/potential", { query: needQueryOf(options) });
      });
      show(options, io, document, () => potentialText(document, io));
      return 0;
    }),
  );
}
