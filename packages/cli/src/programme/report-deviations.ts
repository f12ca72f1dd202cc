import type { DeviationReport } from "@kleinod/engine/programme/deviations/deviation-contract.ts";
import { action, type Session, show, withClient } from "../command.ts";
import { measureFirst, type ReportCommand, type ReportOptions } from "../measures/report-command.ts";
import { deviationsText } from "./deviations-text.ts";

/** `kleinod report deviations` */
export function addDeviationsReport(reportCommand: ReportCommand, session: Session): void {
  reportCommand(
    "deviations",
    "Deviations from offers by kind: what piles up, what standardising or closing would do, variant load",
    "kleinod report deviations --json",
  ).action(
    action<ReportOptions>(session, async (options, _args, io) => {
      const document = await withClient(options, io, async (client) => {
        await measureFirst(client, options.asOf);
        return client.call<DeviationReport>("GET", "/reports/deviations");
      });
      show(options, io, document, () => deviationsText(document, io));
      return 0;
    }),
  );
}
