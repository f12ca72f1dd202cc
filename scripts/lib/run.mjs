import { spawn } from "node:child_process";
import { constants } from "node:os";
import { root } from "./repository.mjs";

/** Signals that ask a program to end. */
export const endSignals = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Exit code by which shells tell that a signal ended a program. @param {string} signal e.g. "SIGTERM" */
export function signalExitCode(signal) {
  return 128 + (constants.signals[signal] ?? 0);
}

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
    // Whoever ends us ends what we started: an install that goes on alone would disturb the next one.
    const end = (signal) => {
      child.kill(signal);
      process.exit(signalExitCode(signal));
    };
    for (const signal of endSignals) process.on(signal, end);
    const forget = () => {
      for (const signal of endSignals) process.off(signal, end);
    };
    child.once("error", (error) => {
      forget();
      reject(error);
    });
    child.once("close", (code, signal) => {
      forget();
      resolve({ code: code ?? signalExitCode(signal), output: Buffer.concat(parts).toString("utf8") });
    });
  });
}
