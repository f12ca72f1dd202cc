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
    for (const [path, entry] of Object.entries(packages)) {
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
