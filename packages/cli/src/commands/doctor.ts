import { resolve } from "node:path";
import { doctor } from "@kleinod/data/workspace/doctor.ts";
import type { Command } from "commander";
import { action, asCommand, type CommonOptions, type Session, show } from "../command.ts";

export function addDoctor(program: Command, session: Session): void {
  asCommand(
    program.command("doctor").description("Check this machine and the data directory; changes nothing"),
    "kleinod doctor",
  ).action(
    action<CommonOptions>(session, async (options, _args, io) => {
      const checks = await doctor(resolve(options.dir));
      show(options, io, { checks }, () =>
        checks
          .flatMap(({ ok, message, cure }) => [
            `${ok ? "ok   " : "wrong"}  ${io.text(message)}`,
            ...(cure === null ? [] : [`       ${io.text(cure)}`]),
          ])
          .join("\n"),
      );
      return checks.every((check) => check.ok) ? 0 : 1;
    }),
  );
}
