import { resolve } from "node:path";
import { restore } from "@kleinod/data/workspace/restore.ts";
import type { Command } from "commander";
import { action, asCommand, type CommonOptions, type Session, show } from "../command.ts";

export function addRestore(program: Command, session: Session): void {
  asCommand(
    program
      .command("restore")
      .description("Bring a backup back into a data directory that no server holds")
      .argument("<file>", "file that kleinod backup wrote"),
    "kleinod restore kleinod-backup.tar --dir .kleinod/company",
  ).action(
    action<CommonOptions>(session, async (options, args, io) => {
      const directory = resolve(options.dir);
      const result = await restore(directory, resolve(String(args[0])), {
        onProgress: (progress) => io.progress.update({ ...progress, secondsLeft: null }),
      });
      show(options, io, result, () =>
        io.text({ de: `Wiederhergestellt in ${directory}.`, en: `Restored to ${directory}.` }),
      );
      return 0;
    }),
  );
}
