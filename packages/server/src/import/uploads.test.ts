import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { safeFileName, Uploads } from "./uploads.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-uploads-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const streamOf = (...chunks: string[]) => new Blob(chunks).stream();
const nothingStays = async () => expect(await readdir(join(folder, "uploads"))).toEqual([]);

describe("uploads", () => {
  it("writes what arrives, knows it by its ref, and deletes it", async () => {
    const uploads = new Uploads();
    const upload = await uploads.receive(folder, "kunden.csv", streamOf("a;b\n", "1;2\n"), null);
    expect(upload).toMatchObject({ file: "kunden.csv", bytes: 8 });
    expect(await readFile(upload.path, "utf8")).toBe("a;b\n1;2\n");
    expect(uploads.get(upload.ref)).toEqual(upload);
    expect(await uploads.remove(upload.ref)).toBe(true);
    expect(existsSync(upload.path)).toBe(false);
    expect(await uploads.remove(upload.ref)).toBe(false);
  });

  it("takes an empty file: the import says what is wrong with it", async () => {
    const uploads = new Uploads();
    const { ref, bytes } = await uploads.receive(folder, "empty.csv", null, 0);
    expect(bytes).toBe(0);
    await uploads.remove(ref);
  });

  it("refuses what is too large, announced or not, and leaves nothing behind", async () => {
    const uploads = new Uploads({ maxBytes: 10, reserveBytes: 0 });
    const tooLarge = { code: "uploadTooLarge" };
    await expect(uploads.receive(folder, "a.csv", streamOf("x"), 11)).rejects.toMatchObject(tooLarge);
    await expect(uploads.receive(folder, "a.csv", streamOf("x".repeat(11)), null)).rejects.toMatchObject(
      tooLarge,
    );
    // A request may announce less than it sends.
    await expect(uploads.receive(folder, "a.csv", streamOf("x".repeat(11)), 5)).rejects.toMatchObject(
      tooLarge,
    );
    await nothingStays();
  });

  it("refuses when the disk would be full", async () => {
    const uploads = new Uploads({ maxBytes: 1e12, reserveBytes: 1e18 });
    await expect(uploads.receive(folder, "a.csv", streamOf("x"), 1)).rejects.toMatchObject({
      code: "diskFull",
    });
    await nothingStays();
  });
});

describe("names of uploads", () => {
  it.each([
    ["Rechnungen März.csv", "Rechnungen März.csv"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\x\\kunden.xlsx", "kunden.xlsx"],
    [".hidden", "hidden"],
    ["a\u0000b\u001b[31m.csv", "a_b_[31m.csv"],
    ["con:aux?.csv", "con_aux_.csv"],
    ["..", "file"],
    ["", "file"],
  ])("%j becomes %j", (given, expected) => {
    expect(safeFileName(given)).toBe(expected);
  });

  it("keeps the extension of a very long name", () => {
    expect(safeFileName(`${"x".repeat(500)}.parquet`)).toMatch(/^x{112}\.parquet$/);
  });
});
