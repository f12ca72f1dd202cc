import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isTest, listFiles } from "../lib/files.mjs";
import { countCodeLines } from "../lib/source-text.mjs";

const warnAbove = 300;
const failAbove = 500;

/** Files that may be longer, each with the reason. The list may only shrink. */
const exceptions = new Map([]);

export const fileSize = {
  title: "file size",
  guards: `One concept, one file: more than ${warnAbove} code lines warns, more than ${failAbove} fails.`,
  run(folder) {
    const problems = [];
    const warnings = [];
    for (const file of listFiles(folder)) {
      if (!/\.tsx?$/.test(file) || exceptions.has(file)) continue;
      const lines = countCodeLines(readFileSync(join(folder, file), "utf8"));
      const message = `${lines} code lines; aim for fewer than 200 and split by concept`;
      if (lines > failAbove) problems.push({ file, message });
      else if (lines > warnAbove && !isTest(file)) warnings.push({ file, message });
    }
    return { problems, warnings };
  },
};
