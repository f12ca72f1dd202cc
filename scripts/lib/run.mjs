import { spawn } from "node:child_process";
import { root } from "./repository.mjs";

/**
 * Runs a script with this Node and waits for it. Never through a shell, so arguments need no quoting anywhere.
 * @param {string[]} args what follows `node`
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, capture?: boolean }} [options]
 *   capture: collect stdout and stderr (interleaved as they come) instead of showing them
 * @returns {Promise<{ code: number, output: string }>} code is 128 + n when a signal ended it
 */
export function runNode(args, options = {}) {
  return runCommand(process.execPath, args, options);
}

/**
 * The same for any executable.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, capture?: boolean, shell?: boolean }} [options]
 */
export function runCommand(command, args, { cwd = root, env = {}, capture = false, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: capture ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
      shell,
    });
    const parts = [];
    child.stdout?.on("data", (part) => parts.push(part));
    child.stderr?.on("data", (part) => parts.push(part));
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code: code ?? 128 + 15, output: Buffer.concat(parts).toString("utf8") });
    });
  });
}
