import { resolve } from "node:path";
import type { Progress } from "@kleinod/data/import/progress.ts";
import { restore } from "@kleinod/data/workspace/restore.ts";
import type { Command } from "commander";
import { action, asCommand, type CommonOptions, type Session, show } from "../command.ts";
import { Declined } from "../declined.ts";

interface RestoreOptions extends CommonOptions {
  readonly force?: boolean;
}

export function addRestore(program: Command, session: Session): void {
  asCommand(
    program
      .command("restore")
      .description("Bring a backup back into a data directory that no server holds")
      .argument("<file>", "file that kleinod backup wrote")
      .option("--force", "also where data are; they are moved aside, not deleted"),
    "kleinod restore kleinod-backup.tar.gz --dir .kleinod/company",
  ).action(
    action<RestoreOptions>(session, async (options, args, io) => {
      const directory = resolve(options.dir);
      const run = {
        onProgress: (progress: Progress) => io.progress.update({ ...progress, secondsLeft: null }),
      };
      const file = resolve(String(args[0]));
      const result = await restore(directory, file, run, { force: options.force === true });
      if (!result.ok) throw new Declined(result);
      const { ok: _ok, ...document } = result;
      show(options, io, document, () =>
        io.text({ de: `Wiederhergestellt in ${directory}.`, en: `Restored to ${directory}.` }),
      );
      return 0;
    }),
  );
}
