import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "../lib/files.mjs";

const text = /\.([cm]?[jt]sx?|json|md|html|css|ya?ml|sh|txt|toml)$|(^|\/)(run|\.npmrc|\.gitignore)$/;
/** Longer files are data, not something that a person wrote. */
const longestBytes = 2_000_000;

/** Folders that exist on one person's machine. `/tmp` counts only where something of a machine is named in it. */
const machinePath = new RegExp(
  [
    String.raw`(?<![\w.~-])/(?:home|Users)/[a-z][\w.-]*/`,
    String.raw`(?<![\w.~-])/root/[\w.]`,
    String.raw`(?<![\w.~-])/tmp/[\w.-]+`,
    String.raw`(?<![\w.~-])/work/(?:main|shared)\b`,
    String.raw`\b[A-Z]:\\Users\\\w`,
  ].join("|"),
);

export const machinePaths = {
  title: "machine paths",
  guards: "Nothing names a folder of somebody's machine: what works here works on a fresh clone.",
  run(folder) {
    const problems = [];
    for (const file of listFiles(folder)) {
      if (!text.test(file) || statSync(join(folder, file)).size > longestBytes) continue;
      const lines = readFileSync(join(folder, file), "utf8").split("\n");
      lines.forEach((line, index) => {
        const found = machinePath.exec(line)?.[0];
        if (found === undefined) return;
        problems.push({
          file,
          line: index + 1,
          message: `names ${found}; use a relative path or os.tmpdir()`,
        });
      });
    }
    return { problems };
  },
};
