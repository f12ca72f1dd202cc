import { dirname, join } from "node:path";
import { serveUntilStopped } from "@kleinod/server/serve-until-stopped.ts";
import { defaultPort } from "@kleinod/server/start-server.ts";
import type { Command } from "commander";
import { action, asCommand, type CommonOptions, type Session, show, UsageError } from "../command.ts";
import { wholeNumber } from "./init.ts";

interface StartOptions extends CommonOptions {
  readonly port?: number;
  readonly exampleDir?: string;
  /** False with --no-example. */
  readonly example: boolean;
}

export function addStart(program: Command, session: Session): void {
  asCommand(
    program
      .command("start")
      .description("Serve the web app and the API on this machine until Ctrl-C")
      .option("--port <number>", `port (default: the next free one from ${defaultPort})`, wholeNumber)
      .option("--example-dir <directory>", "directory of the example company (default: beside --dir)")
      .option("--no-example", "do not prepare the example company"),
    "kleinod start --port 5000",
  ).action(
    action<StartOptions>(session, async (options, _args, io) => {
      const { port } = options;
      if (port !== undefined && (port < 0 || port > 65_535))
        throw new UsageError(`--port is ${port}; expected a whole number from 0 to 65535.`);
      const code = await serveUntilStopped(
        {
          directory: options.dir,
          exampleDirectory: options.exampleDir ?? join(dirname(options.dir), "example"),
          prepareExample: options.example,
          portIsExact: port !== undefined,
          ...(port === undefined ? {} : { port }),
        },
        {
          started: ({ address }) =>
            show(options, io, { address, directory: options.dir, pid: process.pid }, () =>
              io.text({
                de: `Kleinod: ${address} (nur auf diesem Rechner). Daten: ${options.dir}. Beenden mit Ctrl-C.`,
                en: `Kleinod: ${address} (this machine only). Data: ${options.dir}. End with Ctrl-C.`,
              }),
            ),
          note: (text) => io.note(text),
        },
      );
      return code === 0 ? 0 : 1;
    }),
  );
}
