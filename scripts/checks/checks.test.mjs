import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileNames } from "./file-names.mjs";
import { fileSize } from "./file-size.mjs";
import { forbiddenWords } from "./forbidden-words.mjs";
import { links } from "./links.mjs";
import { lockFile } from "./lock-file.mjs";
import { machinePaths } from "./machine-paths.mjs";
import { purity } from "./purity.mjs";
import { testHabits } from "./test-habits.mjs";

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kleinod-checks-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file, ...lines) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), lines.join("\n"));
}

/** Places that a check complains about, as "file:line" or "file". */
function places(check) {
  return check.run(folder).problems.map(({ file, line }) => (line === undefined ? file : `${file}:${line}`));
}

describe("purity", () => {
  it("finds clock, chance, process and network in engine and btyd", () => {
    write(
      "packages/engine/src/impure.ts",
      "const a = Date.now();",
      "const b = new Date();",
      "const c = Math.random();",
      "const d = process.env.HOME;",
      "const e = fetch('x');",
    );
    write("packages/btyd/src/impure.ts", "console.log(1);");
    expect(places(purity)).toEqual([
      "packages/btyd/src/impure.ts:1",
      ...[1, 2, 3, 4, 5].map((line) => `packages/engine/src/impure.ts:${line}`),
    ]);
  });

  it("lets comments, given moments, other packages and tests be", () => {
    write(
      "packages/engine/src/pure.ts",
      "// never Date.now()",
      "const a = new Date(0), b = 'Math.random()';",
    );
    write("packages/engine/src/pure.test.ts", "Date.now();");
    write("packages/data/src/clock.ts", "Date.now();");
    expect(places(purity)).toEqual([]);
  });
});

describe("file size", () => {
  const codeLines = (count) => Array.from({ length: count }, (_, index) => `f(${index});`);

  it("counts code lines: 300 is fine, 301 warns, 501 fails; a test only fails", () => {
    write("packages/a/src/fine.ts", "/*", "comment", "*/", "", "// more", ...codeLines(300));
    write("packages/a/src/long.ts", ...codeLines(301));
    write("packages/a/src/long.test.ts", ...codeLines(301));
    write("packages/a/src/too-long.ts", ...codeLines(501));
    write("packages/a/src/too-long.test.ts", ...codeLines(501));
    expect(places(fileSize)).toEqual(["packages/a/src/too-long.test.ts", "packages/a/src/too-long.ts"]);
    expect(fileSize.run(folder).warnings.map(({ file }) => file)).toEqual(["packages/a/src/long.ts"]);
  });
});

describe("file names", () => {
  it("wants kebab-case for files and folders", () => {
    write("packages/a/src/call-list.test.ts");
    write("packages/a/src/CallList.tsx");
    write("packages/a/src/call_list/sql.ts");
    write("README.md");
    expect(places(fileNames)).toEqual(["packages/a/src/CallList.tsx", "packages/a/src/call_list/sql.ts"]);
  });
});

describe("words", () => {
  it("finds them in whatever people can see", () => {
    write("packages/web/src/label.ts", "const a = {", "  de: 'Unrentable Kunden',", "};");
    write("packages/web/src/page.tsx", "const a = <p>", "tail-end</p>;");
    write("packages/server/src/mail.ts", `const a = (n) => \`$${"{n}"} D-Kunden\`;`);
    write("packages/web/src/de.json", '{ "a": "Karteileiche" }');
    expect(places(forbiddenWords)).toEqual([
      "packages/server/src/mail.ts:1",
      "packages/web/src/de.json:1",
      "packages/web/src/label.ts:2",
      "packages/web/src/page.tsx:2",
    ]);
  });

  it("lets comments, tests and harmless relatives be", () => {
    write("packages/web/src/fine.ts", "// no Kleinvieh", "const a = 'Fire protection, B2B-Kunde, Firefox';");
    write("packages/web/src/fine.test.ts", "const a = 'Kleinvieh';");
    expect(places(forbiddenWords)).toEqual([]);
  });
});

describe("tests", () => {
  it("finds tests that shut out others and mocks of our own code", () => {
    write("packages/a/src/a.test.ts", "it.only('x', f);", "vi.mock('./b.ts');", "describe.only('y', f);");
    write("packages/a/src/b.test.ts", "it('says it.only(1) and vi.mock(2)', f);", "vi.fn();");
    expect(places(testHabits)).toEqual([1, 2, 3].map((line) => `packages/a/src/a.test.ts:${line}`));
  });
});

describe("lock file", () => {
  it("finds a registry and lets links to workspaces be", () => {
    const packages = { "node_modules/@kleinod/engine": { resolved: "packages/engine", link: true } };
    write("package-lock.json", JSON.stringify({ packages }));
    expect(places(lockFile)).toEqual([]);
    const fromMirror = { ...packages, "node_modules/a": { resolved: "https://mirror.example/a.tgz" } };
    write("package-lock.json", JSON.stringify({ packages: fromMirror }));
    expect(places(lockFile)).toEqual(["package-lock.json"]);
  });

  it("finds what another system would lack", () => {
    const optionalDependencies = { "a-linux": "1.0.0", "a-windows": "1.0.0" };
    const packages = {
      "node_modules/a": { version: "1.0.0", optionalDependencies },
      "node_modules/a-linux": {},
    };
    write("package-lock.json", JSON.stringify({ packages }));
    expect(lockFile.run(folder).problems).toMatchObject([{ message: expect.stringContaining("a-windows") }]);
  });
});

describe("machine paths", () => {
  it("finds folders of somebody's machine", () => {
    const paths = [
      ["", "home", "ann", "data"].join("/"),
      ["", "Users", "ann", "x"].join("/"),
      ["", "tmp", "x.csv"].join("/"),
      ["C:", "Users", "ann"].join("\\"),
    ];
    write("docs/a.md", ...paths, "https://example.com/home/page/", "src/tmp/x", "/api/users/1");
    expect(places(machinePaths)).toEqual([1, 2, 3, 4].map((line) => `docs/a.md:${line}`));
  });
});

describe("links", () => {
  it("finds relative links and pictures that lead nowhere", () => {
    write("docs/pictures/a.png");
    write(
      "docs/a.md",
      "[ok](../README.md#top) ![ok](pictures/a.png) [web](https://example.com) [here](#x)",
      "[gone](gone.md)",
      "![gone](pictures/b.png)",
      "`[code](gone.md)`",
      "```",
      "[code](gone.md)",
      "```",
      '<img alt="" src="pictures/c.png">',
    );
    write("README.md", "[ok]: docs/a.md", "[gone]: docs/b.md");
    expect(places(links)).toEqual(["README.md:2", "docs/a.md:2", "docs/a.md:3", "docs/a.md:8"]);
  });
});
