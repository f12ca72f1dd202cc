import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the repository, whatever the current folder is. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The lowest Node version that Kleinod runs on; package.json `engines` says the same. */
const lowestNode = [20, 19];

/**
 * Says in one sentence why this Node is too old, or null when it is not.
 * @param {string} version as in `process.versions.node`, e.g. "20.19.4"
 */
export function nodeTooOld(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const enough = major > lowestNode[0] || (major === lowestNode[0] && minor >= lowestNode[1]);
  if (enough) return null;
  return `Kleinod needs Node.js ${lowestNode.join(".")} or newer; this is ${version}. Install a current version from https://nodejs.org and try again.`;
}

/** Ends the process with a sentence when Node is too old. Call it first. */
export function requireNode() {
  const refusal = nodeTooOld(process.versions.node);
  if (refusal === null) return;
  console.error(refusal);
  process.exit(1);
}

/** @param {string} file absolute path */
export function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

/**
 * Folder of an installed package, seen from a workspace: npm puts it there on a version conflict, else at the root.
 * Looked up by hand because `require.resolve` needs the package to export its package.json.
 * @param {string} name package name
 * @param {string} [workspace] e.g. "packages/web"
 */
export function packageFolder(name, workspace = ".") {
  const places = [join(root, workspace, "node_modules", name), join(root, "node_modules", name)];
  const found = places.find((place) => existsSync(join(place, "package.json")));
  if (found === undefined) throw new Error(`The package ${name} is not installed. Run "npm ci" in ${root}.`);
  return found;
}

/**
 * Script of a package's command, to be run with `node`: works without a shell and so on Windows too.
 * @param {string} name package name
 * @param {string} [command] command name where it differs from the package's
 * @param {string} [workspace]
 */
export function commandScript(name, command = name, workspace = ".") {
  const folder = packageFolder(name, workspace);
  const { bin } = readJson(join(folder, "package.json"));
  const script = typeof bin === "string" ? bin : bin?.[command];
  if (script === undefined) throw new Error(`The package ${name} has no command "${command}".`);
  return join(folder, script);
}
