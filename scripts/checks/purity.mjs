import ts from "typescript";
import { isTest, listFiles } from "../lib/files.mjs";
import { dottedName, eachNode, lineOf, parse } from "../lib/source-text.mjs";

/** Names that must not be read, each with what to do instead. Imports are guarded by the boundaries. */
const banned = new Map([
  ["Date.now", "take the time as an argument"],
  ["performance.now", "take the time as an argument"],
  ["Math.random", "take a seed or a generator as an argument"],
  ["crypto.randomUUID", "take the id or a seed as an argument"],
  ["crypto.getRandomValues", "take a seed or a generator as an argument"],
]);

const bannedObjects = new Map([
  ["process", "take what you need as an argument"],
  ["console", "return what there is to say"],
]);

const bannedCalls = new Map([
  ["fetch", "let packages/server or packages/data fetch, and take the answer as an argument"],
  ["setTimeout", "leave waiting to the caller"],
  ["setInterval", "leave waiting to the caller"],
]);

/** What is impure about a node and its cure, or null. */
function impurity(node) {
  if (ts.isPropertyAccessExpression(node)) {
    const name = dottedName(node);
    if (banned.has(name)) return [name, banned.get(name)];
    if (!ts.isIdentifier(node.expression)) return null;
    const object = node.expression.text;
    return bannedObjects.has(object) ? [`${object}.`, bannedObjects.get(object)] : null;
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const name = node.expression.text;
    if (name === "Date") return ["Date()", "take the time as an argument"];
    return bannedCalls.has(name) ? [`${name}(`, bannedCalls.get(name)] : null;
  }
  const now = ts.isNewExpression(node) && dottedName(node.expression) === "Date" && !node.arguments?.length;
  return now ? ["new Date()", "take the time as an argument"] : null;
}

export const purity = {
  title: "purity",
  guards:
    "engine and btyd know no clock, chance, process or network: the same input always gives the same output.",
  run(folder) {
    const problems = [];
    for (const file of listFiles(folder)) {
      if (!/^packages\/(engine|btyd)\/src\/.*\.tsx?$/.test(file) || isTest(file)) continue;
      const source = parse(folder, file);
      eachNode(source, (node) => {
        const found = impurity(node);
        if (found !== null) {
          problems.push({
            file,
            line: lineOf(source, node),
            message: `${found[0]} is not pure; ${found[1]}`,
          });
        }
      });
    }
    return { problems };
  },
};
