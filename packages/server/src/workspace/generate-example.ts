import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Cancelled, type RunContext } from "@kleinod/data/import/progress.ts";

/**
 * Writes the export files of the example company with the command that a person would use, in a process of its own:
 * the pages stay quick while it computes, and the server needs no part of the generator.
 * @throws Cancelled
 */
export async function generateExample(out: string, asOf: string, run: RunContext): Promise<void> {
  const command = fileURLToPath(new URL("../../../cli/bin/kleinod.mjs", import.meta.url));
  const args = [command, "init", "--example", "alpfix", "--as-of", asOf, "--out", out, "--json"];
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
    const stop = () => child.kill();
    run.signal?.addEventListener("abort", stop);
    let said = "";
    child.stderr.on("data", (chunk) => {
      said = `${said}${String(chunk)}`.slice(-1000);
      const rows = /([\d,]+) rows/.exec(said.split("\n").at(-2) ?? "")?.[1];
      if (rows === undefined) return;
      const done = Number(rows.replaceAll(",", ""));
      run.onProgress?.({ step: "generate", done, total: null, rowsPerSecond: null });
    });
    child.once("error", reject);
    child.once("close", (code) => {
      run.signal?.removeEventListener("abort", stop);
      if (run.signal?.aborted) reject(new Cancelled());
      else if (code === 0) resolve();
      else reject(new Error(`The example's files could not be written (exit code ${code}). ${said.trim()}`));
    });
  });
}
