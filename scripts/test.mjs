/**
 * `npm test`: everything that CI runs. Installs if needed; then checks, unit, integration and scenario tests, and the
 * browser tests against a built web app. Later suites run even if an earlier one fails. The last line counts.
 * `npm test -- --only=checks|tests|browser` runs one suite.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildWeb, webIsStale } from "./lib/build-web.mjs";
import { installIfNeeded } from "./lib/install.mjs";
import { commandScript, readJson, requireNode, root } from "./lib/repository.mjs";
import { runNode } from "./lib/run.mjs";
import { add, emptyTally, summaryLine, sumOf, tallyOf } from "./lib/tally.mjs";

/** The check steps, each counted as one test. */
async function checks() {
  const { runCheckSteps } = await import("./lib/check-steps.mjs");
  const { passed, failed } = await runCheckSteps();
  return { passed: passed.length, failed: failed.map((title) => `check: ${title}`), skipped: 0 };
}

/** One vitest run, counted from its JSON report; shown as it goes, or as a whole when it has ended. */
async function vitest(config, { shard = "1/1", capture = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "kleinod-test-"));
  const report = join(folder, "report.json");
  try {
    const { code, output } = await runNode(
      [
        commandScript("vitest"),
        "run",
        `--config=${config}`,
        `--shard=${shard}`,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ],
      { capture },
    );
    if (capture) process.stdout.write(output);
    return tallyOf(readJson(report), { code, root });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tests in a browser mostly wait for pages: two runs, each with a server and a company of its own, share two cores well. */
async function browserHalves() {
  const config = "vitest.browser.config.ts";
  const halves = await Promise.all([
    vitest(config, { shard: "1/2" }),
    vitest(config, { shard: "2/2", capture: true }),
  ]);
  return sumOf(halves);
}

async function browser() {
  if (webIsStale()) {
    console.log("Building the web app.");
    await buildWeb();
  }
  return browserHalves();
}

const suites = { checks, tests: () => vitest("vitest.config.ts"), browser };

requireNode();
const { values } = parseArgs({ options: { only: { type: "string" } } });
if (values.only !== undefined && !(values.only in suites)) {
  console.error(`--only is "${values.only}"; it can be ${Object.keys(suites).join(", ")}.`);
  process.exit(2);
}
await installIfNeeded();
const total = emptyTally();
for (const [name, run] of Object.entries(suites)) {
  if (values.only !== undefined && values.only !== name) continue;
  console.log(`\n== ${name}`);
  // A suite that cannot even start counts as one failure, and the next one runs all the same.
  const tally = await run().catch((error) => {
    console.error(error.message);
    return { passed: 0, failed: [`${name}: could not run`], skipped: 0 };
  });
  add(total, tally);
}
console.log("");
if (total.failed.length > 0)
  console.log(`Failed:\n${total.failed.map((name) => `  ✗ ${name}`).join("\n")}\n`);
console.log(summaryLine(total));
process.exitCode = total.failed.length > 0 || total.passed === 0 ? 1 : 0;
