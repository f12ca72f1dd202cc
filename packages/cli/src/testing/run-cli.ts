import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { run } from "../main.ts";

export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One command line in this process, with what it wrote. */
export async function runCli(...args: string[]): Promise<CliRun> {
  let stdout = "";
  let stderr = "";
  const exitCode = await run(args, {
    stdout: {
      write: (text) => {
        stdout += text;
      },
    },
    stderr: {
      write: (text) => {
        stderr += text;
      },
    },
  });
  return { exitCode, stdout, stderr };
}

/** The one JSON document that a command printed; anything else on stdout is an error. */
export async function jsonOf<Document = Record<string, unknown>>(...args: string[]): Promise<Document> {
  const { stdout, stderr } = await runCli(...args, "--json");
  if (stdout.trim() === "") throw new Error(`${args.join(" ")} printed nothing: ${stderr}`);
  return JSON.parse(stdout) as Document;
}

export const shim = fileURLToPath(new URL("../../bin/kleinod.mjs", import.meta.url));

/** The command as a person runs it: a process of its own, in a folder of theirs. */
export async function spawnCli(cwd: string, ...args: string[]): Promise<CliRun> {
  const child = spawn(process.execPath, [shim, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    stderr += String(chunk);
  });
  const [exitCode] = (await once(child, "close")) as [number | null];
  return { exitCode: exitCode ?? -1, stdout, stderr };
}

/** `kleinod start` in a process of its own; resolves when it serves. */
export async function spawnServer(directory: string): Promise<{ address: string; child: ChildProcess }> {
  const args = [shim, "start", "--dir", directory, "--port", "0", "--no-example", "--json"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [chunk] = (await once(child.stdout, "data")) as [Buffer];
  const { address } = JSON.parse(chunk.toString()) as { address: string };
  return { address, child };
}
