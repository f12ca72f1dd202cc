import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readJson, root } from "./repository.mjs";
import { runCommand, runNode } from "./run.mjs";

/**
 * Why the packages have to be installed, or null when they are all there in the right version.
 *
 * npm writes node_modules/.package-lock.json as the last step of an install, so that file is the stamp: it is missing
 * after an interrupted install, and it names what is really there, however it was installed. Optional packages are
 * not compared, because npm leaves out those made for other systems.
 * @param {string} [folder] the repository
 */
export function installReason(folder = root) {
  const stamp = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(stamp)) return "the packages are not installed yet";
  const wanted = readJson(join(folder, "package-lock.json")).packages;
  const installed = readJson(stamp).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes("node_modules/") || entry.optional || entry.devOptional) continue;
    const have = installed[path];
    if (have === undefined) return `${path} is missing`;
    if (have.version !== entry.version)
      return `${path} is ${have.version}, package-lock.json says ${entry.version}`;
  }
  return null;
}

/** npm as a script for this Node, because Windows' npm.cmd starts only through a shell; null when not found. */
function npmScript() {
  const beside = dirname(process.execPath);
  const places = [
    process.env.npm_execpath,
    join(beside, "node_modules", "npm", "bin", "npm-cli.js"),
    join(beside, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
  ];
  return places.find((place) => place?.endsWith("npm-cli.js") && existsSync(place)) ?? null;
}

/**
 * Runs `npm ci`, with the development packages whatever NODE_ENV says: tsx runs the sources.
 * @returns {Promise<void>} throws with npm's exit code when it fails; npm itself has said why
 */
export async function install() {
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const script = npmScript();
  const { code } =
    script === null
      ? await runCommand("npm", args, { shell: process.platform === "win32" })
      : await runNode([script, ...args]);
  if (code !== 0) throw new Error(`"npm ci" failed with exit code ${code}; its message is above.`);
}

/** Installs when needed and says why. */
export async function installIfNeeded() {
  const reason = installReason();
  if (reason === null) return;
  console.error(`Installing the packages: ${reason}.`);
  await install();
}
