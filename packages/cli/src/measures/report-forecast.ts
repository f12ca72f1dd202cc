import type { Forecast } from "@kleinod/engine/measures/expectation/report-contract.ts";
import { action, type Session, show, withClient } from "../command.ts";
import { forecastText } from "./forecast-text.ts";
import { asOfQuery, measureFirst, type ReportCommand, type ReportOptions } from "./report-command.ts";

/** `kleinod report forecast` */
export function addForecastReport(reportCommand: ReportCommand, session: Session): void {
  reportCommand(
    "forecast",
    "How well expectations forecast the last months, which model is behind them, and the next 12 months",
    "kleinod report forecast --json",
  ).action(
    action<ReportOptions>(session, async (options, _args, io) => {
      const document = await withClient(options, io, async (client) => {
        await measureFirst(client, options.asOf);
        return client.call<Forecast>("GET", "/reports/forecast", { query: asOfQuery(options) });
      });
      show(options, io, document, () => forecastText(document, io));
      return 0;
    }),
  );
}
