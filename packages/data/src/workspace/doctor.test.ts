import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decide } from "../facts/unit-decisions.ts";
import {
  addFacts,
  monthlyBuyers,
  type TestWorkspace,
  testWorkspace,
} from "../segments/testing/test-workspace.ts";
import { checkWorkspace, doctor } from "./doctor.ts";
import { measure } from "./measure.ts";

let test: TestWorkspace;
beforeAll(async () => {
  test = await testWorkspace("2026-01-31");
});
afterAll(() => test.remove());

const failing = async () =>
  (await checkWorkspace(test.workspace)).filter((check) => !check.ok).map(({ code }) => code);
const run = (sql: string) => test.workspace.write((connection) => connection.run(sql));

describe("doctor", () => {
  it("finds a new directory in order", async () => {
    expect(await failing()).toEqual([]);
    await addFacts(test.workspace, 1, { lines: monthlyBuyers(2, 10_000) });
    expect(await failing()).toEqual(["snapshotValid"]);
    await measure(test.workspace);
    expect(await failing()).toEqual([]);
  });

  it.each([
    [
      "linesCounted",
      "UPDATE content SET lines = 7 WHERE content_id = 3",
      "UPDATE content SET lines = 1 WHERE content_id = 3",
    ],
    ["hiddenContents", "INSERT INTO content_hidden VALUES (3)", "DELETE FROM content_hidden"],
    [
      "accountsResolve",
      "UPDATE sale_line SET account_id = 99 WHERE account_id = 1",
      "UPDATE sale_line SET account_id = 1 WHERE account_id = 99",
    ],
    [
      "contentsExist",
      "UPDATE document SET content_id = 999 WHERE document_id = 3",
      "UPDATE document SET content_id = 3 WHERE document_id = 3",
    ],
  ])("notices %s", async (code, harm, mend) => {
    await run(harm);
    expect(await failing()).toContain(code);
    await run(mend);
    expect(await failing()).toEqual([]);
  });

  it("folds documents of several imports again and notices another outcome", async () => {
    await run("INSERT INTO batch SELECT 2, * EXCLUDE (batch_no) FROM batch WHERE batch_no = 1");
    await run("INSERT INTO document_version VALUES (1, 2, 1)");
    expect(await failing()).toEqual([]);
    await run("UPDATE document SET content_id = NULL WHERE document_id = 1");
    expect(await failing()).toEqual(expect.arrayContaining(["foldRepeats", "hiddenContents"]));
    await run("UPDATE document SET content_id = 1 WHERE document_id = 1");
    expect(await failing()).toEqual([]);
  });

  it("notices facts that do not follow the decisions, and copies them again", async () => {
    await decide(test.workspace, { type: "merge", accounts: [1, 2], author: "ana" });
    await measure(test.workspace);
    await run("UPDATE mirror_state SET version = 0 WHERE part = 'units'");
    expect(await failing()).toEqual(["mirrorEqual"]);
    expect(await failing()).toEqual([]);
  });

  it("opens a closed directory, and names what does not open", async () => {
    await test.workspace.close();
    const checks = await doctor(test.directory);
    expect(checks.filter((check) => !check.ok)).toEqual([]);
    expect(checks.map(({ code }) => code)).toEqual([
      "nodeVersion",
      "directoryWritable",
      "diskSpace",
      "factsOpen",
      "contentsExist",
      "linesCounted",
      "accountsResolve",
      "hiddenContents",
      "foldRepeats",
      "recordsOpen",
      "mirrorEqual",
      "snapshotValid",
      "activePlan",
      "registersRead",
    ]);
    expect(await doctor(join(test.directory, "none"))).toHaveLength(3);
    const broken = join(test.directory, "broken");
    await mkdir(broken);
    await writeFile(join(broken, "facts.duckdb"), "this is no database, only some text of the same name");
    expect((await doctor(broken)).at(-1)).toMatchObject({ code: "factsOpen", ok: false });
    await test.reopen();
  });
});
