import type { EffortReport } from "@kleinod/engine/programme/effort/effort-contract.ts";
import type { Command } from "commander";
import { action, asCommand, type CommonOptions, type Session, show, withClient } from "../command.ts";
import { formatMoney } from "../output/language.ts";
import { readPlanFile } from "./plan-option.ts";

interface EffortOptions extends CommonOptions {
  readonly input: string;
}

/** `kleinod optimise effort` */
export function addEffort(optimise: Command, session: Session): void {
  asCommand(
    optimise
      .command("effort")
      .description("Share minutes of talks among segments by what people expect each to make of them")
      .requiredOption(
        "--input <file>",
        "JSON: {totalMinutes?, segments: [{segment, todayMinutes, salesCents, marginRatio, points: [{effort, response}]}]}; 1 is today",
      ),
    "kleinod optimise effort --input effort.json --json",
  ).action(
    action<EffortOptions>(session, async (options, _args, io) => {
      const body = await readPlanFile(options.input);
      const report = await withClient(options, io, (client) =>
        client.call<EffortReport>("POST", "/programme/effort", { body }),
      );
      const money = (cents: number) => formatMoney(cents, null, io.language);
      show(options, io, report, () =>
        [
          ...report.segments.map(({ sentence }) => io.text(sentence)),
          io.text({
            de: `Zusammen ${money(report.changeCents)} mehr im Jahr (mehr als ${money(report.boundCents)} geht nicht); eine weitere Stunde brächte ${money(report.centsPerHour)}.`,
            en: `Together ${money(report.changeCents)} more a year (more than ${money(report.boundCents)} is impossible); one more hour would bring ${money(report.centsPerHour)}.`,
          }),
        ].join("\n"),
      );
      return 0;
    }),
  );
}
