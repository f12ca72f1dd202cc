/** `npm run check`: lint, types, boundaries and our own checks. Ends with 1 when one of them fails. */
import { installIfNeeded } from "./lib/install.mjs";
import { requireNode } from "./lib/repository.mjs";

requireNode();
await installIfNeeded();
// Only now, because the steps need installed packages.
const { runCheckSteps } = await import("./lib/check-steps.mjs");
const { passed, failed } = await runCheckSteps();
console.log(`${passed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
