import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const generated = new Set(["node_modules", "dist", ".git", ".kleinod", "coverage"]);

/**
 * Files of a folder, as relative paths with `/`, sorted; without what is installed or generated.
 * In a git checkout what git ignores is left out too, so that a person's own exports are never looked at.
 * @param {string} folder absolute path
 * @returns {string[]}
 */
export function listFiles(folder) {
  const files = existsSync(join(folder, ".git")) ? gitFiles(folder) : walk(folder, "");
  return files.filter((file) => !file.split("/").some((part) => generated.has(part))).sort();
}

function gitFiles(folder) {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const listed = execFileSync("git", args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
  // A file that is deleted but not yet committed is still listed.
  return listed.split("\0").filter((file) => file !== "" && existsSync(join(folder, file)));
}

function walk(folder, prefix) {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) return generated.has(entry.name) ? [] : walk(folder, path);
    return entry.isFile() ? [path] : [];
  });
}

/** @param {string} file relative path */
export function isTest(file) {
  return /\.test\.[cm]?[jt]sx?$|(^|\/)test\//.test(file);
}

/** TypeScript and JavaScript sources. @param {string} file relative path */
export function isCode(file) {
  return /\.[cm]?[jt]sx?$/.test(file);
}
