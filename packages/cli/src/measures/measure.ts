import { measureSettings } from "@kleinod/data/measures/measure-settings.ts";
import type { MeasureResult } from "@kleinod/data/workspace/measure.ts";
import type { ParameterValue } from "@kleinod/engine/segments/parameters.ts";
import type { Command } from "commander";
import { action, asCommand, type CommonOptions, type Session, show, withClient } from "../command.ts";
import { day } from "../commands/init.ts";
import { formatCount } from "../output/language.ts";
import { tableText } from "../output/table.ts";
import { pipelineSql, pipelineSqlText } from "./pipeline-sql.ts";

interface MeasureOptions extends CommonOptions {
  readonly asOf?: string;
  readonly printSql?: boolean;
}

export function addMeasure(program: Command, session: Session): void {
  asCommand(
    program
      .command("measure")
      .description("Compute all measures; only what depends on a changed fact or parameter runs again")
      .option("--as-of <day>", "last day that counts, yyyy-mm-dd (default: the latest document)", day)
      .option("--print-sql", "print the SQL of every step instead of running it"),
    "kleinod measure --as-of 2025-12-31",
  ).action(
    action<MeasureOptions>(session, async (options, _args, io) => {
      const { asOf } = options;
      if (options.printSql) {
        const steps = await withClient(options, io, async (client) => {
          const { parameters } = await client.call<{ parameters: ParameterValue[] }>("GET", "/parameters");
          const status = await client.call<{ asOf: string | null }>("GET", "/status");
          const known = asOf ?? status.asOf ?? new Date().toISOString().slice(0, 10);
          return pipelineSql(measureSettings(known, parameters));
        });
        show(options, io, { steps }, () => pipelineSqlText(steps));
        return 0;
      }
      const body = asOf === undefined ? {} : { asOf };
      const result = await withClient(options, io, (client) =>
        client.runJob<MeasureResult>("POST", "/measure", { body }),
      );
      const { ok: _ok, ...document } = result;
      show(options, io, document, () =>
        [
          io.text({ de: `Gemessen per ${result.asOf}.`, en: `Measured as of ${result.asOf}.` }),
          tableText(
            [
              { title: io.text({ de: "Schritt", en: "Step" }), value: (step) => step.step },
              {
                title: io.text({ de: "Zeilen", en: "Rows" }),
                value: (step) => formatCount(step.rows, io.language),
                align: "right",
              },
              {
                title: io.text({ de: "Sekunden", en: "Seconds" }),
                value: (step) =>
                  step.reused ? io.text({ de: "galt noch", en: "still held" }) : step.seconds.toFixed(2),
                align: "right",
              },
            ],
            result.steps,
          ),
        ].join("\n"),
      );
      return 0;
    }),
  );
}
