import type { SegmentsReport } from "@kleinod/engine/segments/overlays/report-contract.ts";
import { action, type Session, show, withClient } from "../command.ts";
import {
  asOfQuery,
  measureFirst,
  type ReportCommand,
  type ReportOptions,
} from "../measures/report-command.ts";
import { segmentsText } from "./segments-text.ts";

/** `kleinod report segments` */
export function addSegmentsReport(reportCommand: ReportCommand, session: Session): void {
  reportCommand(
    "segments",
    "Size backbone and segments with stability and money, and what sets customers apart",
    "kleinod report segments --json",
  ).action(
    action<ReportOptions>(session, async (options, _args, io) => {
      const document = await withClient(options, io, async (client) => {
        await measureFirst(client, options.asOf);
        return client.call<SegmentsReport>("GET", "/reports/segments", { query: asOfQuery(options) });
      });
      show(options, io, document, () => segmentsText(document, io));
      return 0;
    }),
  );
}
