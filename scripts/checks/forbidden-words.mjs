import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { isTest, listFiles } from "../lib/files.mjs";
import { eachNode, lineOf, parse } from "../lib/source-text.mjs";

/** Content, not code: `word` for people, `pattern` (case-insensitive) for the check, `instead` what to write. */
const words = JSON.parse(readFileSync(new URL("./forbidden-words.json", import.meta.url), "utf8")).map(
  (entry) => ({
    ...entry,
    pattern: new RegExp(entry.pattern, "iu"),
  }),
);

/** Everything in a file that a person could get to see, with its line. */
function shownTexts(folder, file) {
  if (!/\.tsx?$/.test(file)) {
    const lines = readFileSync(join(folder, file), "utf8").split("\n");
    return lines.map((text, index) => ({ text, line: index + 1 }));
  }
  const source = parse(folder, file);
  const texts = [];
  eachNode(source, (node) => {
    const shown = ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node);
    if (shown) texts.push({ text: node.text, line: lineOf(source, node) });
  });
  return texts;
}

export const forbiddenWords = {
  title: "words",
  guards:
    "No label, template or export speaks of customers without respect (the list is forbidden-words.json).",
  run(folder) {
    const problems = [];
    for (const file of listFiles(folder)) {
      if (!/^packages\/[^/]+\/src\/.*\.(tsx?|json|html|md|txt|csv)$/.test(file) || isTest(file)) continue;
      for (const { text, line } of shownTexts(folder, file)) {
        for (const { word, pattern, instead } of words) {
          if (pattern.test(text))
            problems.push({ file, line, message: `shows "${word}"; write "${instead}"` });
        }
      }
    }
    return { problems };
  },
};
