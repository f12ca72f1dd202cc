import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, open, readdir, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listInputs } from "../src/import/files/list-inputs.ts";
import { type PrepareOptions, prepareFile } from "../src/import/files/prepare-file.ts";

/**
 * Every kind of bad file that the import must survive, as far as reading goes: it is refused in a clear sentence in both
 * languages, or read with its good rows. What the rules then reject row by row is tested with the import itself.
 */
const fixtures = join(import.meta.dirname, "../../../fixtures/import/bad");

let folder: string;
let workDir: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-bad-"));
  workDir = join(folder, "work");
  await mkdir(workDir);
});
afterEach(() => rm(folder, { recursive: true }));

async function refusalOf(path: string, options: Partial<PrepareOptions> = {}) {
  const result = await prepareFile(path, { workDir, ...options });
  expect(await readdir(workDir)).toEqual([]);
  if (result.ok) throw new Error(`${path} was not refused`);
  return result.refusal;
}

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe("fixtures", () => {
  const refused: Record<string, string> = {
    "archive.zip": "archive",
    "binary.csv": "binaryFile",
    "blank.csv": "emptyFile",
    "cut-off.csv.gz": "gzipDamaged",
    "cut-off.parquet": "parquetDamaged",
    "cut-off.xlsx": "sheetDamaged",
    "document.pdf": "pdf",
    "duplicate-key-header.csv": "duplicateKeyHeader",
    "empty.csv": "emptyFile",
    "empty.xlsx": "emptyFile",
    "entities.xlsx": "sheetUnsafe",
    "header-only.csv": "headerOnly",
    "list.json": "markup",
    "old-excel.xls": "oldExcel",
    "open-document.ods": "openDocument",
    "path-outside.xlsx": "sheetUnsafe",
    "picture.png": "image",
    "web-page.xls": "markup",
    "zero-byte.csv": "binaryFile",
  };
  /** Read with a warning of this code, or with none: rows are then judged one by one. */
  const read: Record<string, string | null> = {
    "dates-1900-2100.csv": null,
    "duplicate-header.csv": "duplicateHeader",
    "formulas.csv": null,
    "half-line.csv": "raggedRows",
    "missing-key-column.csv": null,
    "mixed-encodings.csv": "mixedEncodings",
    "mixed-newlines.csv": "mixedNewlines",
    "nan-infinity.csv": null,
    "stray-quotes.csv": "strayQuotes",
    "unclosed-quote.csv": null,
    "wrong-column-count.csv": "raggedRows",
  };

  it("are all accounted for, here and in the README", async () => {
    const names = (await readdir(fixtures)).sort();
    expect(names).toEqual([...Object.keys(refused), ...Object.keys(read)].sort());
    const readme = await readFile(join(fixtures, "../../README.md"), "utf8");
    const good = await readdir(join(fixtures, "../good"));
    expect([...names, ...good].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it.each(Object.entries(refused))("%s is refused as %s", async (name, code) => {
    const { message, ...refusal } = await refusalOf(join(fixtures, name));
    expect(refusal.code).toBe(code);
    for (const sentence of [message.de, message.en]) expect(sentence).toContain(name);
    expect(message.de).not.toContain("ß");
  });

  it.each(Object.entries(read))("%s is read, with warning %s", async (name, code) => {
    const result = await prepareFile(join(fixtures, name), { workDir });
    expect(result).toMatchObject({ ok: true, prepared: { format: "csv", name } });
    if (!result.ok) return;
    expect(result.prepared.warnings.map((warning) => warning.code)).toEqual(code === null ? [] : [code]);
  });
});

describe("places", () => {
  it("a symbolic link is refused, also when it is handed over directly", async () => {
    const target = await write("real.csv", "a;b\n1;2\n");
    const link = join(folder, "link.csv");
    await symlink(target, link);
    expect((await refusalOf(link)).code).toBe("symlink");
    expect((await listInputs([link])).refusals[0]?.refusal.code).toBe("symlink");
  });

  it("a path outside of the folder is refused", async () => {
    await write("secret.csv", "a;b\n1;2\n");
    const { files, refusals } = await listInputs([join(workDir, "..", "secret.csv")], { within: workDir });
    expect(files).toEqual([]);
    expect(refusals[0]?.refusal.code).toBe("pathOutside");
  });

  it("a folder, a missing file and a pipe that nobody writes to are refused at once", async () => {
    expect((await refusalOf(folder)).code).toBe("notAFile");
    expect((await refusalOf(join(folder, "none.csv"))).code).toBe("notFound");
    if (process.platform === "win32") return;
    const pipe = join(folder, "pipe.csv");
    execFileSync("mkfifo", [pipe]);
    expect((await refusalOf(pipe)).code).toBe("notAFile");
  });
});

describe("sizes", () => {
  const head = "nr;kunde;betrag\n";
  const filler = "4711;Muster AG;12,50\n".repeat(30_000);

  /** A line of x that goes on to the end of a file of 2 GB; the disk holds only its beginning. */
  async function endlessLine(start: string): Promise<string> {
    const path = await write("endless.csv", start + "x".repeat(4_000_000));
    await truncate(path, 2_000_000_000);
    return path;
  }

  it("a line of 2 GB is refused after a few MB, by line and byte", async () => {
    for (const start of [head, head + filler]) {
      let read = 0;
      const onProgress = (bytes: number) => {
        read = bytes;
      };
      const refusal = await refusalOf(await endlessLine(start), { onProgress });
      expect(refusal.code).toBe("giganticLine");
      expect(read).toBeLessThan(8_000_000);
      // A header and 30,000 lines come before it.
      if (start.length > head.length)
        expect(refusal.message.en).toContain(`line 30002 (from byte ${start.length})`);
    }
  });

  it("a quote that opens far down and swallows the rest is refused by its line", async () => {
    const path = await write("open.csv", `${head}${filler}1;"offen;1\n${filler.repeat(3)}`);
    const refusal = await refusalOf(path);
    expect(refusal.code).toBe("quoteUnclosed");
    expect(refusal.message.de).toContain("Zeile 30002");
  });

  it("a zero byte far down is refused by its line", async () => {
    const refusal = await refusalOf(await write("zero.csv", `${head}${filler}1;\0;1\n`));
    expect(refusal.message.en).toContain("line 30002");
  });

  it("a packed file that grows out of proportion is refused, and what it wrote is removed", async () => {
    // Three million equal rows are 21 MB and pack to less than a two hundredth.
    const bomb = gzipSync(`${head}${"1;a;1\n".repeat(3_000_000)}`);
    const path = await write("bomb.csv.gz", bomb);
    const byRatio = { limits: { ratioFromBytes: 1_000_000, maxUnpackRatio: 100 } };
    expect((await refusalOf(path, byRatio)).code).toBe("zipBomb");
    expect((await refusalOf(path, { limits: { maxUnpackedBytes: 1_000_000 } })).code).toBe("zipBomb");
  });

  it("an archive in an archive is refused", async () => {
    const inner = gzipSync(`${head}1;a;1\n`);
    expect((await refusalOf(await write("twice.csv.gz", gzipSync(inner)))).code).toBe("packedTwice");
    expect((await refusalOf(await write("nothing.csv.gz", gzipSync("")))).code).toBe("emptyFile");
  });

  it("a file that is still being written is refused", async () => {
    const path = await write("growing.csv", head + filler.repeat(4));
    const handle = await open(path, "a");
    let grown: Promise<unknown> | null = null;
    const onProgress = () => {
      grown ??= handle.write("1;a;1\n");
    };
    const refusal = await refusalOf(path, { onProgress });
    await grown;
    await handle.close();
    expect(refusal.code).toBe("fileChanging");
  });
});
