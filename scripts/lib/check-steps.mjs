import { join } from "node:path";
import { fileNames } from "../checks/file-names.mjs";
import { fileSize } from "../checks/file-size.mjs";
import { forbiddenWords } from "../checks/forbidden-words.mjs";
import { links } from "../checks/links.mjs";
import { lockFile } from "../checks/lock-file.mjs";
import { machinePaths } from "../checks/machine-paths.mjs";
import { purity } from "../checks/purity.mjs";
import { testHabits } from "../checks/test-habits.mjs";
import { commandScript, root } from "./repository.mjs";
import { runNode } from "./run.mjs";

/**
 * @typedef {{ ok: boolean, output: string }} Outcome
 * @typedef {{ title: string, guards: string, run: () => Promise<Outcome> }} Step
 */

/** A step that is somebody else's tool: it passes when the tool ends with 0. */
function tool(title, guards, script, args) {
  return {
    title,
    guards,
    async run() {
      const { code, output } = await runNode([script(), ...args], { capture: true });
      return { ok: code === 0, output: output.trim() };
    },
  };
}

const place = ({ file, line }) => (line === undefined ? file : `${file}:${line}`);

/** A step that is one of our own checks. */
function own({ title, guards, run }) {
  return {
    title,
    guards,
    async run() {
      const { problems, warnings = [] } = run(root);
      const lines = [
        ...problems.map((problem) => `${place(problem)} ${problem.message}`),
        ...warnings.map((warning) => `warning: ${place(warning)} ${warning.message}`),
      ];
      return { ok: problems.length === 0, output: lines.join("\n") };
    },
  };
}

const tsc = () => commandScript("typescript", "tsc");

/** Everything that `npm run check` does, the slowest first. @type {Step[]} */
export const checkSteps = [
  tool("types", "The sources are type-correct under the strictest settings.", tsc, [
    "-p",
    "tsconfig.json",
    "--noEmit",
  ]),
  tool("types of the web app", "The web app is type-correct.", tsc, [
    "-p",
    join("packages", "web", "tsconfig.json"),
    "--noEmit",
  ]),
  tool(
    "boundaries",
    "Packages and stages depend on each other in one direction (.dependency-cruiser.cjs).",
    () => commandScript("dependency-cruiser", "depcruise"),
    ["--config", ".dependency-cruiser.cjs", "--output-type", "err-long", "packages"],
  ),
  tool(
    "lint and format",
    "One style everywhere (biome.json).",
    () => commandScript("@biomejs/biome", "biome"),
    ["check", "."],
  ),
  ...[purity, fileSize, fileNames, forbiddenWords, testHabits, lockFile, machinePaths, links].map(own),
];

/**
 * Runs all steps, two at a time, and shows each as soon as it and those before it are done.
 * @param {Step[]} [steps]
 * @param {(line: string) => void} [say]
 * @returns {Promise<{ passed: string[], failed: string[] }>} titles
 */
export async function runCheckSteps(steps = checkSteps, say = console.log) {
  const outcomes = steps.map(deferred);
  let next = 0;
  const worker = async () => {
    while (next < steps.length) {
      const index = next++;
      // A check that breaks is a failed check: the others still run.
      outcomes[index].resolve(
        await steps[index].run().catch((error) => ({ ok: false, output: error.stack ?? String(error) })),
      );
    }
  };
  const workers = [worker(), worker()];
  const passed = [];
  const failed = [];
  for (const [index, step] of steps.entries()) {
    const { ok, output } = await outcomes[index].promise;
    (ok ? passed : failed).push(step.title);
    say(`${ok ? "✓" : "✗"} ${step.title}${ok ? "" : `: ${step.guards}`}`);
    if (output !== "" && (!ok || output.startsWith("warning:"))) say(indent(output));
  }
  await Promise.all(workers);
  return { passed, failed };
}

function deferred() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

const indent = (text) => text.replace(/^/gm, "    ");
