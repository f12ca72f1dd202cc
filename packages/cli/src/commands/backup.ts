import { resolve } from "node:path";
import type { BackupResult } from "@kleinod/data/workspace/backup.ts";
import type { Command } from "commander";
import { action, asCommand, type CommonOptions, type Session, show, withClient } from "../command.ts";

export function addBackup(program: Command, session: Session): void {
  asCommand(
    program
      .command("backup")
      .description("Write everything of the data directory into one file")
      .argument("<file>", "file to write"),
    "kleinod backup kleinod-backup.tar.gz",
  ).action(
    action<CommonOptions>(session, async (options, args, io) => {
      const path = resolve(String(args[0]));
      const result = await withClient(options, io, (client) =>
        client.runJob<BackupResult>("POST", "/backup", { body: { path } }),
      );
      const { ok: _ok, ...document } = result;
      show(options, io, document, () =>
        io.text({ de: `Gesichert nach ${path}.`, en: `Backed up to ${path}.` }),
      );
      return 0;
    }),
  );
}
