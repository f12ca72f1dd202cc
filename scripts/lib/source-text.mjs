import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/**
 * Parses a TypeScript file, so that checks see code and not comments.
 * @param {string} folder the repository
 * @param {string} file relative path
 * @returns {ts.SourceFile}
 */
export function parse(folder, file) {
  return ts.createSourceFile(file, readFileSync(join(folder, file), "utf8"), ts.ScriptTarget.Latest, false);
}

/** Calls `visit` for every node below. @param {ts.Node} node @param {(node: ts.Node) => void} visit */
export function eachNode(node, visit) {
  visit(node);
  ts.forEachChild(node, (child) => eachNode(child, visit));
}

/** One-based line of a node. @param {ts.SourceFile} source @param {ts.Node} node */
export function lineOf(source, node) {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

/** The dotted name of an expression such as `Math.random`, or null for anything else. @param {ts.Node} node */
export function dottedName(node) {
  if (ts.isIdentifier(node)) return node.text;
  if (!ts.isPropertyAccessExpression(node)) return null;
  const left = dottedName(node.expression);
  return left === null ? null : `${left}.${node.name.text}`;
}

/**
 * Number of lines that hold code: neither blank nor comment.
 * @param {string} text
 */
export function countCodeLines(text) {
  let inComment = false;
  let count = 0;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (inComment) {
      inComment = !line.includes("*/");
    } else if (line.startsWith("/*")) {
      inComment = !line.includes("*/");
    } else if (line !== "" && !line.startsWith("//")) {
      count += 1;
    }
  }
  return count;
}
