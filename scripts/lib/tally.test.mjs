import { expect, it } from "vitest";
import { summaryLine, tallyOf } from "./tally.mjs";

const file = (name, status, assertionResults, message = "") => ({
  name: `repo/${name}`,
  status,
  assertionResults,
  message,
});
const test = (fullName, status) => ({ fullName, status });

it("counts tests, and files that broke outside a test", () => {
  const report = {
    testResults: [
      file("a.test.ts", "passed", [
        test("adds", "passed"),
        test("needs data", "skipped"),
        test("later", "todo"),
      ]),
      file("b.test.ts", "failed", [test("subtracts", "failed"), test("divides", "passed")]),
      file("c.test.ts", "failed", [], "\nCannot find module\n  at x"),
      file("d.test.ts", "failed", [test("hook", "skipped")], "afterAll broke"),
    ],
  };
  const tally = tallyOf(report, { code: 1, root: "repo" });
  expect(tally).toEqual({
    passed: 2,
    failed: ["b.test.ts: subtracts", "c.test.ts: Cannot find module", "d.test.ts: afterAll broke"],
    skipped: 3,
  });
  expect(summaryLine(tally)).toBe("2 passed, 3 failed, 3 skipped");
});

it("believes the exit code when every test passed", () => {
  const report = { testResults: [file("a.test.ts", "passed", [test("adds", "passed")])] };
  expect(tallyOf(report, { code: 0, root: "repo" }).failed).toEqual([]);
  expect(tallyOf(report, { code: 1, root: "repo" }).failed).toEqual(["vitest ended with 1 outside any test"]);
  expect(summaryLine(tallyOf(report, { code: 0, root: "repo" }))).toBe("1 passed, 0 failed");
});
