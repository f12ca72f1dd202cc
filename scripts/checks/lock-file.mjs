import { readFileSync } from "node:fs";
import { join } from "node:path";

export const lockFile = {
  title: "lock file",
  guards:
    "package-lock.json names exact versions and no registry, so that it installs behind any company's mirror.",
  run(folder) {
    const file = "package-lock.json";
    const { packages } = JSON.parse(readFileSync(join(folder, file), "utf8"));
    const problems = [];
    const names = new Set(Object.keys(packages).map((path) => path.split("node_modules/").at(-1)));
    for (const [path, entry] of Object.entries(packages)) {
      for (const name of Object.keys(entry.optionalDependencies ?? {})) {
        // npm leaves out what it could not find; then "npm ci" refuses the file, or another system lacks its binary.
        if (!names.has(name)) {
          const message = `${path} needs ${name} on some system, which is left out; take a version that has all`;
          problems.push({ file, message });
        }
      }
      // Links to our own workspaces have a relative `resolved`, and that is right.
      if (entry.resolved !== undefined && /^[a-z+]+:/i.test(entry.resolved)) {
        problems.push({
          file,
          message: `${path} has the address ${entry.resolved}; .npmrc omits it on npm install`,
        });
      }
    }
    return { problems };
  },
};
