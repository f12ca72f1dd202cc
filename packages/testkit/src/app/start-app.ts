import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ApiCaller } from "./api-caller.ts";

const main = fileURLToPath(new URL("../../../server/src/main.ts", import.meta.url));
const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
/** The first start on a busy machine prepares two databases. */
const patienceMs = 60_000;

export interface StartAppOptions {
  /** Data directory to copy the company from, e.g. of `fillCompany`; default: a company without data. */
  readonly company?: string;
}

export interface RunningApp {
  /** `http://127.0.0.1:…` */
  readonly address: string;
  readonly companyDirectory: string;
  /** The API with the owner's token, for preparing what a test starts from. */
  readonly api: ApiCaller;
  /** Ends the server in order; what it stored stays until `discard`. */
  stop(): Promise<void>;
  /** Ends the server and deletes its directories. */
  discard(): Promise<void>;
}

/**
 * Starts the real server the way `npm start` does, in a process of its own, on a free port of this machine and with
 * data directories of its own in the temporary folder.
 * @throws Error with the server's own words when it does not start
 */
export async function startApp(options: StartAppOptions = {}): Promise<RunningApp> {
  const folder = await mkdtemp(join(tmpdir(), "kleinod-app-"));
  const companyDirectory = join(folder, "company");
  if (options.company !== undefined) await cp(options.company, companyDirectory, { recursive: true });
  const server = spawn(
    process.execPath,
    [
      "--import",
      loader,
      main,
      "--port=0",
      `--dir=${companyDirectory}`,
      `--example-dir=${join(folder, "example")}`,
      "--no-example",
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const stop = () => endOf(server);
  const discard = async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const address = await announcedAddress(server);
    const lock = JSON.parse(await readFile(join(companyDirectory, "lock.json"), "utf8")) as { token: string };
    return { address, companyDirectory, api: new ApiCaller(address, lock.token), stop, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

/** The address that the server prints once it answers. */
function announcedAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const give = (problem: string) => reject(new Error(`The server did not start: ${problem}\n${said}`));
    const late = setTimeout(() => give(`no address after ${patienceMs / 1000} s`), patienceMs);
    const listen = (chunk: unknown) => {
      said += String(chunk);
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", (chunk) => {
      said += String(chunk);
    });
    server.once("exit", (code) => {
      clearTimeout(late);
      give(`it ended with code ${code}`);
    });
  });
}

function endOf(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once("exit", () => resolve());
    server.kill("SIGTERM");
  });
}
