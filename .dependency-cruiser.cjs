/**
 * The dependency rules of ARCHITECTURE.md as lint. Each comment says what to do instead of the import it refuses.
 * Paths are relative to the repository. Our packages are resolved through their links, so `@kleinod/engine/x.ts` and a
 * relative path are judged alike.
 */
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const stagesFile = readFileSync(join(__dirname, "packages/engine/src/stages.ts"), "utf8");
const list = /export const stages = \[([^\]]+)\]/.exec(stagesFile)?.[1];
if (list === undefined)
  throw new Error("packages/engine/src/stages.ts has no list `export const stages = [...]`.");
const stages = [...list.matchAll(/"([a-z-]+)"/g)].map((match) => match[1]);

const tests = "\\.test\\.[cm]?tsx?$|^packages/[^/]+/test/";
/**
 * Files that say what a stage hands on, not how it is made: named contract.ts (also sale-line-contract.ts, contracts/…),
 * or one of those that are named for what they state.
 */
const namedContracts = [
  "import/kind-codes.ts",
  "import/result.ts",
  "import/history.ts",
  "facts/relations.ts",
  "measures/customer-columns.ts",
  "measures/reports.ts",
  "segments/parameters.ts",
];
const contractNames = ["/contracts?/[^/]+\\.ts$", "[/.-]contracts?\\.ts$"];
const contractFiles = [...contractNames, ...namedContracts.map((file) => `^packages/engine/src/${file}$`)];
/** Producing facts is the job of import, so it alone may look one stage ahead. */
const factContracts = [
  ...contractNames.map((pattern) => `^packages/engine/src/facts.*${pattern}`),
  ...contractFiles.filter((pattern) => pattern.startsWith("^packages/engine/src/facts/")),
];
const anyOf = (names) => `(${names.join("|")})`;
const src = (name) => `^packages/${name}/`;

/** What a package may import of ours, besides itself. testkit and web have rules of their own. */
const allowed = {
  btyd: [],
  engine: ["btyd"],
  data: ["engine", "btyd"],
  server: ["data", "engine", "btyd"],
  cli: ["server", "data", "engine", "btyd"],
  testkit: ["server", "data", "engine", "btyd"],
};

const packageRules = Object.entries(allowed).map(([name, below]) => ({
  name: `${name}-imports-only-below`,
  comment: `btyd ← engine ← data ← server ← cli. ${name} may import ${below.join(", ") || "none of our packages"}. Move the shared thing down, or let the package above pass it in as an argument.`,
  severity: "error",
  from: { path: src(name) },
  to: { path: "^packages/", pathNot: src(anyOf([name, ...below, "testkit"])) },
}));

const stageRules = stages.flatMap((stage, index) => {
  const from = { path: `^packages/engine/src/${stage}/`, pathNot: tests };
  const earlier = stages.slice(0, index);
  const later = stages.slice(index + 1);
  const rules = [];
  if (later.length > 0) {
    rules.push({
      name: `stage-${stage}-knows-no-later-stage`,
      comment: `The line runs ${stages.join(" → ")}. Results come back as facts, never as imports. Move the shared thing to packages/engine/src or take it as an argument.`,
      severity: "error",
      from,
      to: {
        path: `^packages/engine/src/${anyOf(later)}/`,
        ...(stage === "import" ? { pathNot: factContracts } : {}),
      },
    });
  }
  if (earlier.length > 0) {
    rules.push({
      name: `stage-${stage}-reads-contracts-only`,
      comment:
        "Of an earlier stage only contract files may be imported: they say what a fact or measure is, not how it is made. Add what you need to the contract, or move it to packages/engine/src.",
      severity: "error",
      from,
      to: { path: `^packages/engine/src/${anyOf(earlier)}/`, pathNot: contractFiles },
    });
  }
  if (stage !== "import") {
    rules.push({
      name: `${stage}-siblings-are-strangers`,
      comment: `Folders in packages/engine/src/${stage} stand side by side and know of each other only the contract. Move what two of them need to packages/engine/src/${stage}/ or packages/engine/src.`,
      severity: "error",
      from: { path: `^packages/engine/src/${stage}/([^/]+)/`, pathNot: tests },
      to: {
        path: `^packages/engine/src/${stage}/[^/]+/`,
        pathNot: [`^packages/engine/src/${stage}/$1/`, ...contractFiles],
      },
    });
  }
  return rules;
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...packageRules,
    {
      name: "web-imports-only-engine",
      comment:
        "The web app sees the engine's types and labels and talks to the server over HTTP. Ask through the API client; the server's route types come in with `import type`.",
      severity: "error",
      from: { path: src("web"), pathNot: tests },
      to: { path: "^packages/", pathNot: src(anyOf(["web", "engine", "server"])) },
    },
    {
      name: "web-takes-only-types-from-server",
      comment:
        "Code of the server must not get into the browser. Write `import type`, or move the thing to the engine.",
      severity: "error",
      from: { path: src("web"), pathNot: tests },
      to: { path: src("server"), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "testkit-only-from-tests-and-cli",
      comment:
        "testkit makes reference companies and harnesses for tests; only the cli may use it besides (kleinod init, start). Move what the product needs to the engine or data.",
      severity: "error",
      from: { path: "^packages/", pathNot: [tests, src(anyOf(["testkit", "cli"]))] },
      to: { path: src("testkit") },
    },
    ...stageRules,
    {
      name: "engine-root-knows-no-stage",
      comment:
        "Files directly in packages/engine/src are shared by all stages and know none of them. Move the file into the stage that it belongs to.",
      severity: "error",
      from: { path: "^packages/engine/src/[^/]+\\.ts$", pathNot: tests },
      to: { path: `^packages/engine/src/${anyOf(stages)}/` },
    },
    {
      name: "database-clients-only-in-data",
      comment:
        "Only packages/data opens a database. In the engine write an SQL builder (sql.ts); elsewhere use a store of packages/data.",
      severity: "error",
      from: { path: "^packages/", pathNot: src("data") },
      to: { path: "(^|node_modules/)(@duckdb|@electric-sql|pg|pg-boss|kysely)(/|$)" },
    },
    {
      name: "pure-packages-import-no-node",
      comment:
        "engine and btyd are pure: no file, network, clock, random or process. Take time, seed and content as arguments.",
      severity: "error",
      from: { path: "^packages/(engine|btyd)/src/", pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "engine-uses-only-zod",
      comment:
        "The engine's only outside library is zod. Do what needs another one in packages/data or packages/server, and pass the result in.",
      severity: "error",
      from: { path: src("engine"), pathNot: tests },
      to: { path: "(^|/)node_modules/", pathNot: "node_modules/zod/" },
    },
    {
      name: "btyd-uses-only-stdlib",
      comment: "btyd is published on its own: numbers in, numbers out. Its only outside library is @stdlib.",
      severity: "error",
      from: { path: "^packages/btyd/src/", pathNot: tests },
      to: { path: "(^|/)node_modules/", pathNot: "node_modules/@stdlib/" },
    },
    {
      name: "web-runs-in-the-browser",
      comment: "Node's modules do not exist in the browser. Let the server do it.",
      severity: "error",
      from: { path: "^packages/web/src/", pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-runtime-cycle",
      comment:
        "These files need each other at run time. Move what both need to a third file; a cycle of `import type` alone is fine.",
      severity: "error",
      from: { path: "^packages/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "declared-in-package-json",
      comment:
        "The package's package.json does not name this dependency; it works by accident. Add it there.",
      severity: "error",
      from: { path: "^packages/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    tsPreCompilationDeps: "specify",
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".d.ts"],
    },
  },
};
