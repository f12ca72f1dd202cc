import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { listFiles } from "../lib/files.mjs";

const inlineLink = /!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)/g;
const linkDefinition = /^\s*\[[^\]]+\]:\s*(\S+)/;
const imageTag = /<(?:img|source)[^>]+src(?:set)?="([^"]+)"/g;
const elsewhere = /^([a-z][a-z0-9+.-]*:|#|\/\/)/i;

function targets(line) {
  const definition = linkDefinition.exec(line)?.[1];
  const found = [...line.matchAll(inlineLink), ...line.matchAll(imageTag)].map((match) => match[1]);
  return definition === undefined ? found : [...found, definition];
}

export const links = {
  title: "links",
  guards: "Every relative link and picture in a Markdown file leads to a file that exists.",
  run(folder) {
    const problems = [];
    for (const file of listFiles(folder)) {
      if (!file.endsWith(".md")) continue;
      let inCode = false;
      readFileSync(join(folder, file), "utf8")
        .split("\n")
        .forEach((raw, index) => {
          if (/^\s*(```|~~~)/.test(raw)) inCode = !inCode;
          if (inCode) return;
          for (const target of targets(raw.replace(/`[^`]*`/g, ""))) {
            if (elsewhere.test(target)) continue;
            const path = decodeURIComponent(target.split("#")[0]);
            if (path === "" || existsSync(join(folder, dirname(file), path))) continue;
            problems.push({ file, line: index + 1, message: `links to ${target}, which does not exist` });
          }
        });
    }
    return { problems };
  },
};
