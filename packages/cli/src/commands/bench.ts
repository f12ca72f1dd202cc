import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { action, asCommand, type CommonOptions, type Session, show } from "../command.ts";

interface BenchOptions extends CommonOptions {
  readonly write?: boolean;
}

export function addBench(program: Command, session: Session): void {
  asCommand(
    program
      .command("bench")
      .description("Measure the budgets on this machine")
      .argument("[names...]", "benches to run (default: all)")
      .option("--write", "also write docs/performance.md"),
    "kleinod bench import",
  ).action(
    action<BenchOptions>(session, async (options, args, io) => {
      const names = args[0] as string[];
      const code = await runBench([...names, ...(options.write ? ["--write"] : [])], options.json === true);
      if (options.json) show(options, io, { exitCode: code }, () => "");
      return code === 0 ? 0 : code === 2 ? 2 : 1;
    }),
  );
}

/** Where stdout belongs to the JSON document, the table goes to stderr. */
function runBench(args: readonly string[], tableToStderr: boolean): Promise<number> {
  const root = fileURLToPath(new URL("../../../..", import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "bench/run.ts", ...args], {
      cwd: root,
      stdio: ["ignore", tableToStderr ? 2 : "inherit", "inherit"],
    });
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
