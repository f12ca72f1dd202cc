import { AssertionError } from "node:assert";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url)).replace(/[\\/]$/, "");

export interface GoldenOptions {
  /** Folder of the reviewed outputs. Default: `golden` of the repository. */
  readonly folder?: string;
  /** Whether a missing one fails instead of being written. Default: whether the environment says `CI=true`. */
  readonly isCi?: boolean;
}

/**
 * Compares an output with the reviewed one in `golden/`. Text is kept as `.txt`, anything else as `.json`.
 *
 * - Missing: written, to be looked at and committed; under CI it fails.
 * - Changed: fails and writes the new one beside it with `-changed` in its name. Look at the difference; if it is right,
 *   rename the new one over the old.
 * - What differs on every run (moments, ids, this machine's folders and ports) is replaced by a word before comparing.
 *
 * @param name kebab-case, folders allowed: `import/alpfix-customers`
 * @throws AssertionError when missing under CI, or changed
 */
export function expectGolden(name: string, value: unknown, options: GoldenOptions = {}): void {
  const isText = typeof value === "string";
  const base = join(options.folder ?? join(repository, "golden"), name);
  const file = `${base}.${isText ? "txt" : "json"}`;
  const changedFile = `${base}-changed.${isText ? "txt" : "json"}`;
  const actual = withoutVolatileParts(isText ? value : `${JSON.stringify(value, plainBigInt, 2)}\n`);
  if (!existsSync(file)) {
    if (options.isCi ?? process.env.CI === "true") {
      throw new AssertionError({
        message: `There is no reviewed output ${file}. Run the test once and commit it.`,
      });
    }
    write(file, actual);
    return;
  }
  // Git may have checked out with the line ends of this system.
  const expected = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  if (actual === expected) {
    rmSync(changedFile, { force: true });
    return;
  }
  write(changedFile, actual);
  throw new AssertionError({
    message: `${name} differs from its reviewed output. The new one is in ${changedFile}; if it is right, rename it to ${file}.`,
    actual,
    expected,
    operator: "strictEqual",
  });
}

/** Replaces what differs on every run and every machine. Plain dates stay: they are facts. */
export function withoutVolatileParts(text: string): string {
  return [repository, tmpdir()]
    .flatMap((folder) => [folder, folder.replaceAll("\\", "\\\\")])
    .reduce((rest, folder) => rest.replaceAll(folder, "<folder>"), text)
    .replaceAll("\r\n", "\n")
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?/g, "<moment>")
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, "<uuid>")
    .replace(/\b(127\.0\.0\.1|localhost):\d+/g, "$1:<port>");
}

function plainBigInt(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${value}n` : value;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
