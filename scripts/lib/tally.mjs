import { relative } from "node:path";

/** @typedef {{ passed: number, failed: string[], skipped: number }} Tally failed: what failed, by name */

/** @returns {Tally} */
export function emptyTally() {
  return { passed: 0, failed: [], skipped: 0 };
}

/** Adds one tally to a total. @param {Tally} total @param {Tally} tally */
export function add(total, tally) {
  total.passed += tally.passed;
  total.failed.push(...tally.failed);
  total.skipped += tally.skipped;
}

/** The tally of several runs together. @param {Tally[]} tallies @returns {Tally} */
export function sumOf(tallies) {
  const total = emptyTally();
  for (const tally of tallies) add(total, tally);
  return total;
}

/**
 * Counts a vitest JSON report. What broke outside a test counts too: a file that could not be loaded, a failing hook,
 * an error that nobody waited for.
 * @param {object} report as written by vitest's json reporter
 * @param {{ code: number, root: string }} run exit code of vitest; folder that file names are shown relative to
 * @returns {Tally}
 */
export function tallyOf(report, { code, root }) {
  const tally = emptyTally();
  for (const file of report.testResults) {
    const name = relative(root, file.name).replaceAll("\\", "/");
    const failedBefore = tally.failed.length;
    for (const test of file.assertionResults) {
      if (test.status === "passed") tally.passed += 1;
      else if (test.status === "failed") tally.failed.push(`${name}: ${test.fullName}`);
      else tally.skipped += 1;
    }
    if (file.status === "failed" && tally.failed.length === failedBefore) {
      tally.failed.push(`${name}: ${firstLine(file.message) || "the file could not be run"}`);
    }
  }
  if (code !== 0 && tally.failed.length === 0)
    tally.failed.push(`vitest ended with ${code} outside any test`);
  return tally;
}

const firstLine = (text) => (text ?? "").trim().split("\n")[0];

/** The line that CI reads. @param {Tally} tally */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed.length} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
