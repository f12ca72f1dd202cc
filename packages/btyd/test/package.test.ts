import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPackage } from "../scripts/build.ts";
import { cdnowPictures } from "../scripts/cdnow-pictures.ts";
import { CDNOW_NEEDED, cdnowPath, hasCdnow } from "./cdnow.ts";

/**
 * The package as a stranger has it: built, in a node_modules of somebody else, with nothing of this repository but the special
 * functions it depends on.
 */
const REPOSITORY = fileURLToPath(new URL("../../..", import.meta.url));
let stranger: string;
let installed: string;

beforeAll(() => {
  stranger = mkdtempSync(join(tmpdir(), "btyd-stranger-"));
  installed = join(stranger, "node_modules", "@kleinod", "btyd");
  mkdirSync(join(stranger, "node_modules", "@kleinod"), { recursive: true });
  symlinkSync(join(REPOSITORY, "node_modules", "@stdlib"), join(stranger, "node_modules", "@stdlib"));
  buildPackage(installed);
  writeFileSync(join(stranger, "package.json"), '{ "name": "stranger", "type": "module" }');
});

afterAll(() => rmSync(stranger, { recursive: true, force: true }));

/** What a script of the stranger prints under plain Node. */
function run(name: string, script: string): string {
  writeFileSync(join(stranger, name), script);
  return execFileSync(process.execPath, [name], { cwd: stranger, encoding: "utf8" });
}

/** Messages of the compiler about a file of the stranger, declarations of the package included. */
function typeErrors(name: string, text: string, options: ts.CompilerOptions): string[] {
  const file = join(stranger, name);
  writeFileSync(file, text);
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: [],
    ...options,
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

const EXAMPLE = `
import { fitBgNbd, bgNbd, fitParetoNbd, paretoNbd, fitMbgNbd, mbgNbd, fitMbgCnbdK, fitBgCnbdK, fitNbd,
         fitBgBb, bgBb, fitGammaGamma, gammaGamma, fitShiftedBetaGeometric, shiftedBetaGeometric,
         fitBetaDiscreteWeibull, betaDiscreteWeibull, kaplanMeier, summarizeTransactions } from "@kleinod/btyd";

const frequency = [2, 1, 0, 0, 0, 7, 1, 0, 2, 0, 5, 0, 10, 1, 3, 0, 0, 4, 1, 0];
const recency = [30.43, 1.71, 0, 0, 0, 29.43, 5, 0, 35.71, 0, 24.43, 0, 34.14, 4.86, 28.29, 0, 0, 26.57, 0.43, 0];
const age = frequency.map(() => 38.86);
const history = { frequency, recency, age };
const customer = { frequency: 26, recency: 30.857143, age: 31 };
const fit = fitBgNbd(history);
const m = bgNbd({ r: .2425982, alpha: 4.4136842, a: .7929899, b: 2.4261667 });
const { alpha, a: beta } = { alpha: 0.668, a: 3.806 };
const sbg = shiftedBetaGeometric({ alpha, beta });
const summary = summarizeTransactions(
  { customer: ["x", "y", "x"], time: ["2024-01-01", "2024-01-03", "2024-01-15"], value: [10, 20, 30] },
  { end: "2024-01-29", unit: "week" },
);
const answers = {
  fits: [fit, fitParetoNbd(history), fitMbgNbd(history), fitMbgCnbdK(history), fitBgCnbdK(history), fitNbd(history),
         fitBgBb({ frequency: [1, 0, 2], recency: [3, 0, 5], opportunities: [6, 6, 6] }),
         fitGammaGamma({ frequency, meanValue: frequency.map((x, i) => 20 + i) }),
         fitShiftedBetaGeometric({ survivors: [1000, 869, 743] }),
         fitBetaDiscreteWeibull({ survivors: [1000, 869, 743, 653, 593] })].map((f) => f.model),
  keys: ["params", "logLikelihood", "standardErrors", "converged", "iterations", "warnings"].every((key) => key in fit),
  logLikelihood: m.logLikelihood(history),
  expected: m.expectedTransactions(52),
  alive: m.probabilityAlive(customer),
  conditional: m.conditionalExpectedTransactions(52, customer),
  probability: bgNbd({ r: .243, alpha: 4.414, a: .793, b: 2.426 }).transactionProbability(10, 2),
  dert: paretoNbd({ r: .5629966, alpha: 12.5590370, s: .4081095, beta: 10.5148048 })
    .discountedExpectedTransactions(.0027, { frequency: 7, recency: 35, age: 77.86 }),
  bgBb: bgBb({ alpha: 1.203528, beta: .7497260, gamma: .6567808, delta: 2.783796 })
    .logLikelihood({ frequency: [0], recency: [0], opportunities: [6], weight: [3464] }),
  mbg: mbgNbd({ r: .525, alpha: 6.183, a: .891, b: 1.614 }).expectedTransactions(52),
  survival: sbg.survival(2),
  retention: sbg.retention(1),
  lifetime: sbg.discountedExpectedResidualLifetime(2, 0.1),
  weibull: betaDiscreteWeibull({ alpha: .259, beta: 1.722, c: 1.584 }).survival(3),
  spend: gammaGamma({ p: 6.2493492, q: 3.7442563, v: 15.4443067 }).expectedMeanValue({ frequency: 3, meanValue: 35 }),
  kaplanMeier: typeof kaplanMeier,
  weeks: Array.from(summary.recency),
};
`;

describe("the built package", () => {
  it("answers the example of a stranger's plain script", () => {
    const answers = JSON.parse(run("example.js", `${EXAMPLE}\nconsole.log(JSON.stringify(answers));`));
    expect(answers).toMatchObject({
      fits: [
        "bgNbd",
        "paretoNbd",
        "mbgNbd",
        "mbgCnbdK",
        "bgCnbdK",
        "nbd",
        "bgBb",
        "gammaGamma",
        "shiftedBetaGeometric",
        "betaDiscreteWeibull",
      ],
      keys: true,
      kaplanMeier: "function",
      weeks: [2, 0],
    });
    const near = (name: string, expected: number, relative: number) =>
      expect(Math.abs(answers[name] / expected - 1), `${name}: ${answers[name]}`).toBeLessThan(relative);
    // BTYD walkthrough, BG/NBD, at parameters of seven digits
    near("expected", 1.444004, 1e-6);
    near("conditional", 25.75659, 1e-5);
    near("alive", 0.9688523, 1e-6);
    near("probability", 1.07869e-7, 1e-5);
    // BTYD, documentation of pnbd.DERT
    near("dert", 1.8641833, 1e-6);
    near("spend", 35.02177, 1e-6);
    // Fader, Hardie & Shang (2010) expect 3,454.9 of 11,104 donors to give never; here 3,464 of them.
    near("bgBb", 3464 * Math.log(3454.9 / 11_104), 3e-5);
    // B(α + 0, β + 2) / B(α, β) = β (β + 1) / ((α + β)(α + β + 1))
    near("survival", (3.806 * 4.806) / (4.474 * 5.474), 1e-12);
    // (β + t − 1) / (α + β + t − 1)
    near("retention", 3.806 / 4.474, 1e-12);
  });

  it.each([
    { name: "node", module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
    { name: "bundler", module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  ])("has types for a strict program, resolved as $name does", ({ name, ...resolution }) => {
    const typed = `${EXAMPLE}
const params: { readonly r: number; readonly alpha: number } = fit.params;
const error: number | null = fit.standardErrors.alpha;
const column: Float64Array = m.probabilityAliveEach(history);
export { answers, column, error, params };
`;
    expect(typeErrors(`${name}.ts`, typed, resolution)).toEqual([]);
  });

  it("lets a strict program find its mistakes", () => {
    const wrong = `
import { bgNbd } from "@kleinod/btyd";
bgNbd({ r: 1, alpha: 1, a: 1 });
bgNbd({ r: 1, alpha: 1, a: 1, b: 1 }).probabilityAlive({ frequency: "2", recency: 1, age: 1 });
`;
    const found = typeErrors("wrong.ts", wrong, {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
    });
    expect(found).toHaveLength(2);
    expect(found[0]).toContain("'b' is missing");
    expect(found[1]).toContain("'string' is not assignable to type 'number'");
  });

  it("holds what a published package needs and no tests", () => {
    const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    expect(manifest).toMatchObject({ name: "@kleinod/btyd", license: "Apache-2.0", type: "module" });
    expect(manifest).not.toHaveProperty("private");
    expect(Object.keys(manifest.dependencies).every((name) => name.startsWith("@stdlib/"))).toBe(true);
    const files = readdirSync(installed, { recursive: true, encoding: "utf8" });
    expect(files).toEqual(expect.arrayContaining(["README.md", "LICENSE", "index.js", "index.d.ts"]));
    expect(files.filter((file) => file.includes(".test.") || /(?<!\.d)\.ts$/.test(file))).toEqual([]);
  });

  it("names in its README only pictures that it brings along", () => {
    const readme = readFileSync(join(installed, "README.md"), "utf8");
    const pictures = [...readme.matchAll(/(?:src="|\]\()(docs\/[^")]+)/g)].map(([, file]) => file!);
    expect(pictures.length).toBeGreaterThan(0);
    for (const file of pictures) expect(readFileSync(join(installed, file), "utf8")).toContain("<svg");
  });
});

/** TypeScript blocks of the README, in order, without their types. */
function readmeBlocks(): string[] {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  return [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block]) => block!);
}

describe.skipIf(!hasCdnow)(`the README (${CDNOW_NEEDED})`, () => {
  it("prints what it says it prints, block after block as one program", () => {
    symlinkSync(cdnowPath("CDNOW_sample.txt"), join(stranger, "CDNOW_sample.txt"));
    const program = readmeBlocks().join("\n");
    const script = ts.transpile(program, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext });
    const printed = run("readme.js", script).trimEnd().split("\n");
    const stated = [...program.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text!);
    expect(stated.length).toBeGreaterThan(10);
    expect(printed).toEqual(stated);
  });

  it("is a program that a strict compiler accepts", () => {
    symlinkSync(join(REPOSITORY, "node_modules", "@types"), join(stranger, "node_modules", "@types"));
    symlinkSync(
      join(REPOSITORY, "node_modules", "undici-types"),
      join(stranger, "node_modules", "undici-types"),
    );
    const found = typeErrors("readme.ts", readmeBlocks().join("\n"), {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: ["node"],
      skipLibCheck: true,
    });
    expect(found).toEqual([]);
  });
});

it.skipIf(!hasCdnow)(`has the pictures in docs that scripts/make-pictures.ts draws (${CDNOW_NEEDED})`, () => {
  for (const [name, svg] of Object.entries(cdnowPictures())) {
    expect(readFileSync(new URL(`../docs/${name}`, import.meta.url), "utf8"), name).toBe(svg);
  }
});
