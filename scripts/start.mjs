/**
 * `npm start`: from a fresh clone to a served page, with nothing but Node and npm.
 * Installs if needed and builds the web app if stale, showing on the address itself what is being prepared; then runs
 * the server in its place. Arguments go on to the server. Plain Node without packages, because none may be there yet.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { buildWeb, webIsStale } from "./lib/build-web.mjs";
import { install, installReason } from "./lib/install.mjs";
import { servePreparingPage } from "./lib/preparing-page.mjs";
import { packageFolder, readJson, requireNode, root } from "./lib/repository.mjs";
import { endSignals, signalExitCode } from "./lib/run.mjs";

const defaultPort = 4400;

/** The port that the server will use, or null when the server only prints its help or will refuse the value. */
function portFrom(args) {
  const { values } = parseArgs({
    args,
    strict: false,
    options: { port: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) return null;
  const port = values.port === undefined ? defaultPort : Number(values.port);
  return Number.isInteger(port) && port > 0 && port < 65536 ? port : null;
}

async function prepare(port) {
  const reason = installReason();
  const stale = webIsStale();
  if (reason === null && !stale) return;
  const steps = [...(reason === null ? [] : ["install"]), ...(stale ? ["build"] : []), "start"];
  const page = port === null ? null : await servePreparingPage(port, steps);
  if (page?.port) console.log(`http://127.0.0.1:${page.port} shows what is being prepared.`);
  try {
    if (reason !== null) {
      console.log(`Installing the packages: ${reason}.`);
      page?.begin("install");
      await install();
    }
    if (stale) {
      console.log("Building the web app.");
      page?.begin("build");
      await buildWeb();
    }
    page?.begin("start");
  } finally {
    await page?.close();
  }
}

/** Runs the server until it ends and ends with its exit code. */
function serve(args) {
  const tsx = packageFolder("tsx");
  const loader = pathToFileURL(join(tsx, readJson(join(tsx, "package.json")).exports["."]));
  const main = join(root, "packages", "server", "src", "main.ts");
  const child = spawn(process.execPath, ["--import", loader.href, main, ...args], {
    cwd: root,
    stdio: "inherit",
  });
  for (const signal of endSignals) {
    process.on(signal, () => {
      // In a terminal Ctrl-C reaches the server directly; a second one would cut short its orderly end.
      if (signal === "SIGINT" && process.stdin.isTTY) return;
      child.kill(signal);
    });
  }
  child.once("error", (error) => {
    console.error(`The server could not be started: ${error.message}`);
    process.exit(1);
  });
  child.once("exit", (code, signal) => process.exit(code ?? signalExitCode(signal)));
}

requireNode();
const args = process.argv.slice(2);
try {
  await prepare(portFrom(args));
  serve(args);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
