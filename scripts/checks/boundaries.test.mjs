import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandScript, root } from "../lib/repository.mjs";
import { runNode } from "../lib/run.mjs";

/**
 * What each file of a made-up repository imports, and the rule that has to refuse it; null: allowed. A cycle is reported
 * for one of its files.
 */
const cases = [
  ["btyd/src/a.ts", 'import "@kleinod/engine/units.ts";', "btyd-imports-only-below"],
  ["btyd/src/b.ts", 'import "node:fs";', "pure-packages-import-no-node"],
  ["btyd/src/c.ts", 'import "zod";', "btyd-uses-only-stdlib"],
  ["engine/src/units.ts", "export const x = 1;", null],
  ["engine/src/up.ts", 'import "@kleinod/data/store.ts";', "engine-imports-only-below"],
  ["engine/src/shared.ts", 'import "./import/parse.ts";', "engine-root-knows-no-stage"],
  ["engine/src/import/parse.ts", 'import "zod"; import "../facts/line/contract.ts";', null],
  [
    "engine/src/import/peek.ts",
    'import "../measures/sales/contract.ts";',
    "stage-import-knows-no-later-stage",
  ],
  ["engine/src/import/deep.ts", 'import "../facts/line/store.ts";', "stage-import-knows-no-later-stage"],
  ["engine/src/import/disk.ts", 'import "node:fs/promises";', "pure-packages-import-no-node"],
  ["engine/src/import/disk.test.ts", 'import "node:fs"; import "@kleinod/testkit/seed.ts";', null],
  ["engine/src/import/kinds/one.ts", 'import "../dialect/two.ts";', null],
  ["engine/src/import/dialect/two.ts", "export const x = 1;", null],
  ["engine/src/facts/line/contract.ts", "export const x = 1;", null],
  ["engine/src/facts/line/store.ts", 'import "./contract.ts"; import "../../units.ts";', null],
  ["engine/src/measures/sales/contract.ts", 'import "../../facts/line/contract.ts";', null],
  ["engine/src/measures/sales/sql.ts", 'import "../rhythm/contract.ts"; import "../shared.ts";', null],
  ["engine/src/measures/sales/steal.ts", 'import "../rhythm/sql.ts";', "measures-siblings-are-strangers"],
  [
    "engine/src/measures/sales/how.ts",
    'import "../../facts/line/store.ts";',
    "stage-measures-reads-contracts-only",
  ],
  ["engine/src/measures/sales/client.ts", 'import "kysely";', "database-clients-only-in-data"],
  ["engine/src/measures/rhythm/contract.ts", "export const x = 1;", null],
  ["engine/src/measures/rhythm/sql.ts", 'import "@kleinod/btyd/d.ts";', null],
  ["engine/src/measures/shared.ts", "export const x = 1;", null],
  [
    "engine/src/measures/loop-a.ts",
    'import { b } from "./loop-b.ts"; export const a = () => b;',
    "no-runtime-cycle",
  ],
  ["engine/src/measures/loop-b.ts", 'import { a } from "./loop-a.ts"; export const b = () => a;', null],
  ["engine/src/measures/type-a.ts", 'import type { B } from "./type-b.ts"; export type A = B[];', null],
  ["engine/src/measures/type-b.ts", 'import { A } from "./type-a.ts"; export type B = A | 1;', null],
  ["btyd/src/d.ts", "export const x = 1;", null],
  ["data/src/store.ts", 'import "kysely"; import "node:fs"; import "@kleinod/engine/units.ts";', null],
  ["data/src/up.ts", 'import "@kleinod/server/routes.ts";', "data-imports-only-below"],
  ["data/src/seed.ts", 'import "@kleinod/testkit/seed.ts";', "testkit-only-from-tests-and-cli"],
  ["server/src/routes.ts", 'import "@kleinod/data/store.ts"; export type Routes = 1;', null],
  [
    "server/src/query.ts",
    'import type { Kysely } from "kysely"; export type Q = Kysely;',
    "database-clients-only-in-data",
  ],
  ["server/src/up.ts", 'import "@kleinod/cli/main.ts";', "server-imports-only-below"],
  ["cli/src/main.ts", 'import "@kleinod/server/routes.ts"; import "@kleinod/testkit/seed.ts";', null],
  ["cli/src/web.ts", 'import "@kleinod/web/page.tsx";', "cli-imports-only-below"],
  [
    "web/src/page.tsx",
    'import type { Routes } from "@kleinod/server/routes.ts"; import "@kleinod/engine/units.ts"; export type R = Routes;',
    null,
  ],
  ["web/src/run.ts", 'import "@kleinod/server/routes.ts";', "web-takes-only-types-from-server"],
  ["web/src/data.ts", 'import "@kleinod/data/store.ts";', "web-imports-only-engine"],
  ["web/src/disk.ts", 'import "node:fs";', "web-runs-in-the-browser"],
  ["testkit/src/seed.ts", 'import "@kleinod/data/store.ts";', null],
  ["testkit/src/up.ts", 'import "@kleinod/cli/main.ts";', "testkit-imports-only-below"],
  ["data/src/undeclared.ts", 'import "leftpad";', "declared-in-package-json"],
];

const libraries = ["zod", "kysely", "leftpad"];

function write(folder, file, text) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function makeRepository(folder) {
  const declared = { zod: "1.0.0", kysely: "1.0.0" };
  write(folder, "package.json", JSON.stringify({ name: "made-up", dependencies: declared }));
  for (const name of libraries) {
    write(
      folder,
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: "1.0.0", main: "index.js" }),
    );
    write(folder, `node_modules/${name}/index.js`, "");
  }
  const packages = new Set(cases.map(([file]) => file.split("/")[0]));
  mkdirSync(join(folder, "node_modules", "@kleinod"));
  for (const name of packages) {
    const dependencies = Object.fromEntries([...packages].map((other) => [`@kleinod/${other}`, "0.1.0"]));
    const manifest = {
      name: `@kleinod/${name}`,
      version: "0.1.0",
      exports: { "./*": "./src/*" },
      dependencies,
    };
    write(folder, `packages/${name}/package.json`, JSON.stringify(manifest));
    symlinkSync(join(folder, "packages", name), join(folder, "node_modules", "@kleinod", name), "junction");
  }
  for (const [file, text] of cases) write(folder, `packages/${file}`, text);
}

describe("boundaries", () => {
  let folder;
  let violations;
  let rules;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "kleinod-boundaries-"));
    makeRepository(folder);
    const { output } = await runNode(
      [
        commandScript("dependency-cruiser", "depcruise"),
        "--config",
        join(root, ".dependency-cruiser.cjs"),
        "--output-type",
        "json",
        "packages",
      ],
      { cwd: folder, capture: true },
    );
    const { summary } = JSON.parse(output);
    violations = summary.violations;
    rules = summary.ruleSetUsed.forbidden;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(cases)("%s: %s", (file, _text, rule) => {
    const found = violations
      .filter(({ from }) => from === `packages/${file}`)
      .map((violation) => violation.rule.name);
    expect(found).toEqual(rule === null ? [] : expect.arrayContaining([rule]));
  });

  it("says for each rule what to do instead", () => {
    for (const { name, comment } of rules) expect(comment, name).toMatch(/\. \S|; \S/);
  });
});
