import { expect, it } from "vitest";
import { checkSteps, runCheckSteps } from "./check-steps.mjs";

const step = (title, run) => ({ title, guards: "a promise", run });

it("runs every step, also after one that fails or breaks, and names them in order", async () => {
  const said = [];
  const result = await runCheckSteps(
    [
      step("slow", () => new Promise((resolve) => setTimeout(resolve, 20, { ok: true, output: "" }))),
      step("failing", async () => ({ ok: false, output: "a.ts:1 is wrong" })),
      step("broken", async () => JSON.parse("{")),
      step("last", async () => ({ ok: true, output: "" })),
    ],
    (line) => said.push(line),
  );
  expect(result).toEqual({ passed: ["slow", "last"], failed: ["failing", "broken"] });
  expect(said.slice(0, 3)).toEqual(["✓ slow", "✗ failing: a promise", "    a.ts:1 is wrong"]);
});

it("says of every step what it guards", () => {
  for (const { title, guards } of checkSteps) expect(guards, title).toMatch(/\.$|\)\.?$/);
});
