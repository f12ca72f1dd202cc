import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getNotes, setNote } from "../facts/notes.ts";
import { decide } from "../facts/unit-decisions.ts";
import { Cancelled } from "../import/progress.ts";
import { listParameters, setParameter } from "../segments/parameters.ts";
import {
  addFacts,
  monthlyBuyers,
  type TestWorkspace,
  testWorkspace,
} from "../segments/testing/test-workspace.ts";
import { backup } from "./backup.ts";
import { readArchive, writeArchive } from "./backup-archive.ts";
import { measure } from "./measure.ts";
import { openWorkspace } from "./open-workspace.ts";
import { restore } from "./restore.ts";

let test: TestWorkspace;
let folder: string;
let file: string;
beforeAll(async () => {
  test = await testWorkspace("2026-01-31");
  folder = await mkdtemp(join(tmpdir(), "kleinod-backup-"));
  file = join(folder, "sunday.tar.gz");
  await addFacts(test.workspace, 1, { lines: monthlyBuyers(3, 10_000) });
  await setParameter(test.workspace, "size.lineCents", 250_000, { author: "ana", reason: "board" });
  await setNote(test.workspace, 1, 'Zeile 1\nZeile 2: "gross"', "ana");
  await decide(test.workspace, { type: "merge", accounts: [2, 3], author: "ana" });
  await measure(test.workspace);
});
afterAll(async () => {
  await test.remove();
  await rm(folder, { recursive: true, force: true });
});

describe("backup and restore", () => {
  it("puts both stores into one file, and overwrites none", async () => {
    expect(await backup(test.workspace, file)).toMatchObject({
      ok: true,
      path: file,
      counts: {
        batches: 1,
        accounts: 3,
        documents: 36,
        lines: 36,
        records: { parameter_version: 1, unit_decision: 1 },
      },
    });
    expect(await backup(test.workspace, file)).toMatchObject({ ok: false, code: "fileExists" });
    expect(await readdir(folder)).toEqual(["sunday.tar.gz"]);
    const names: string[] = [];
    for await (const entry of readArchive(file)) {
      names.push(entry.name);
      for await (const _ of entry.bytes);
    }
    expect(names).toEqual(["manifest.json", "facts.duckdb", "records.jsonl"]);
  });

  it("brings everything back into a new directory: measured, merged, noted, and ready for more", async () => {
    const directory = join(folder, "restored");
    expect(await restore(directory, file)).toMatchObject({ ok: true, movedAside: null });
    const workspace = await openWorkspace({ directory, today: () => "2026-01-31" });
    try {
      const again = await measure(workspace);
      expect(again.ok && again.steps.every((step) => step.reused)).toBe(true);
      expect(again).toEqual({ ...(await measure(test.workspace)), steps: expect.anything() });
      expect(await getNotes(workspace)).toEqual(await getNotes(test.workspace));
      expect(await listParameters(workspace)).toEqual(await listParameters(test.workspace));
      const next = await decide(workspace, { type: "split", accounts: [2], author: "ben" });
      expect(next).toMatchObject({ ok: true, id: "2" });
    } finally {
      await workspace.close();
    }
  });

  it("touches a directory with data only when told, and keeps what was there", async () => {
    const directory = join(folder, "restored");
    expect(await restore(directory, file)).toMatchObject({ ok: false, code: "directoryNotEmpty" });
    const result = await restore(directory, file, {}, { force: true });
    expect(result).toMatchObject({ ok: true, movedAside: `${directory}.before-restore` });
    expect(await readdir(`${directory}.before-restore`)).toContain("facts.duckdb");
  });

  it.each([
    ["a text", async () => Buffer.from("customer,sales\n1,2\n")],
    ["a cut file", async () => (await readFile(file)).subarray(0, 20_000)],
    ["a damaged file", async () => damaged(await readFile(file))],
    ["another archive", () => otherArchive()],
  ])("refuses %s and changes nothing", async (_, bytes) => {
    const wrong = join(folder, "wrong.tar.gz");
    await writeFile(wrong, await bytes());
    const directory = join(folder, "untouched");
    expect(await restore(directory, wrong)).toMatchObject({ ok: false, code: "notABackup" });
    expect((await readdir(folder)).filter((name) => name.startsWith("untouched"))).toEqual([]);
  });

  it("leaves no file when it is cancelled", async () => {
    const abort = new AbortController();
    const run = { signal: abort.signal, onProgress: () => abort.abort() };
    await expect(backup(test.workspace, join(folder, "cancelled.tar.gz"), run)).rejects.toThrow(Cancelled);
    expect((await readdir(folder)).filter((name) => name.includes("cancelled"))).toEqual([]);
    expect((await measure(test.workspace)).ok).toBe(true);
  });
});

function damaged(bytes: Buffer): Buffer {
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
  return bytes;
}

async function otherArchive(): Promise<Buffer> {
  const path = join(folder, "other.txt");
  await writeFile(path, "hello");
  const archive = join(folder, "other.tar.gz");
  await writeArchive(archive, [{ name: "../../evil.txt", path }]);
  return readFile(archive);
}
