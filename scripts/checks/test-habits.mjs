import ts from "typescript";
import { isCode, isTest, listFiles } from "../lib/files.mjs";
import { dottedName, eachNode, lineOf, parse } from "../lib/source-text.mjs";

const onlyCall = /^(it|test|describe|suite|bench)(\.\w+)*\.only$/;
const mockCall = /^(vi|vitest|jest)\.(mock|doMock|hoisted)$/;

export const testHabits = {
  title: "tests",
  guards: "Every test runs (no .only), and our own code is used for real (no vi.mock).",
  run(folder) {
    const problems = [];
    for (const file of listFiles(folder)) {
      if (!isTest(file) || !isCode(file)) continue;
      const source = parse(folder, file);
      eachNode(source, (node) => {
        if (!ts.isCallExpression(node)) return;
        const name = dottedName(node.expression) ?? "";
        const line = lineOf(source, node);
        if (onlyCall.test(name)) problems.push({ file, line, message: `${name} leaves out all other tests` });
        if (mockCall.test(name)) {
          problems.push({
            file,
            line,
            message: `${name} replaces our own code; use a fake at the true edge`,
          });
        }
      });
    }
    return { problems };
  },
};
