/**
 * `npm run build -w @kleinod/btyd`: the package as it is published, in `packages/btyd/dist` or in the folder given. Plain ESM
 * JavaScript and declarations of everything that `src/index.ts` reaches, a package.json of its own, README, pictures and licence.
 * Publish with `npm publish packages/btyd/dist`.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";

const home = fileURLToPath(new URL("..", import.meta.url));
const repository = join(home, "..", "..");
/** What a published package.json takes over; the rest is of this repository. */
const PUBLISHED = [
  "name",
  "version",
  "description",
  "keywords",
  "license",
  "type",
  "sideEffects",
  "engines",
  "dependencies",
];

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  rewriteRelativeImportExtensions: true,
  declaration: true,
  strict: true,
  verbatimModuleSyntax: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  esModuleInterop: true,
  skipLibCheck: true,
  noEmitOnError: true,
  types: [],
  rootDir: join(home, "src"),
};

/** Builds into `folder`, which is emptied first. @throws Error with the compiler's messages. */
export function buildPackage(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const program = ts.createProgram([join(home, "src", "index.ts")], { ...options, outDir: folder });
  const { diagnostics } = program.emit();
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (problems.length > 0) {
    throw new Error(
      ts.formatDiagnostics(problems, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => repository,
        getNewLine: () => "\n",
      }),
    );
  }
  nameDeclaredModulesByTheirJavaScript(folder);
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(publishedManifest(), null, 2)}\n`);
  cpSync(join(home, "README.md"), join(folder, "README.md"));
  cpSync(join(home, "docs"), join(folder, "docs"), { recursive: true });
  cpSync(join(repository, "LICENSE"), join(folder, "LICENSE"));
}

function publishedManifest(): Record<string, unknown> {
  const manifest = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as Record<string, unknown>;
  return {
    ...Object.fromEntries(PUBLISHED.filter((name) => name in manifest).map((name) => [name, manifest[name]])),
    exports: { ".": { types: "./index.d.ts", default: "./index.js" } },
  };
}

/** The compiler leaves `./x.ts` in declarations, which not every tool of a reader resolves. */
function nameDeclaredModulesByTheirJavaScript(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".d.ts")) continue;
    const file = join(folder, name);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replaceAll(/((?:from |import\()"\.[^"]*)\.ts"/g, '$1.js"'));
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = resolve(process.argv[2] ?? join(home, "dist"));
  buildPackage(folder);
  console.log(`Built into ${folder}.`);
}
