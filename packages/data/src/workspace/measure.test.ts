import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { all, one } from "../duckdb/connect.ts";
import { Cancelled } from "../import/progress.ts";
import { setParameter } from "../segments/parameters.ts";
import {
  addFacts,
  monthlyBuyers,
  type TestWorkspace,
  testWorkspace,
} from "../segments/testing/test-workspace.ts";
import { measure } from "./measure.ts";
import { reportContext } from "./measure-context.ts";

let test: TestWorkspace;
beforeAll(async () => {
  test = await testWorkspace("2026-01-31");
});
afterAll(() => test.remove());

async function measured(asOf?: string) {
  const result = await measure(test.workspace, asOf === undefined ? {} : { asOf });
  if (!result.ok) throw new Error(result.message.en);
  return result;
}
const ran = (result: Awaited<ReturnType<typeof measured>>) =>
  result.steps.filter((step) => !step.reused).map(({ step }) => step);
const tables = () =>
  test.workspace.read(async (connection) =>
    (
      await all<{ name: string }>(
        connection,
        `SELECT table_name AS name FROM duckdb_tables() WHERE table_name LIKE 'snapshot\\_2%' ESCAPE '\\'
          AND table_name NOT IN (SELECT table_name FROM snapshot_leftover) ORDER BY 1`,
      )
    ).map(({ name }) => name),
  );

describe("measure", () => {
  it("refuses an empty store and a day that is none", async () => {
    expect(await measure(test.workspace)).toMatchObject({ ok: false, code: "noData" });
    expect(await reportContext(test.workspace)).toMatchObject({ ok: false, code: "noData" });
  });

  it("takes the latest document date that is not after today, and runs nothing twice", async () => {
    const future = { document: "F1", account: "A1", date: "2026-03-01", cents: 1 };
    await addFacts(test.workspace, 1, { lines: [...monthlyBuyers(3, 10_000), future] });
    expect(await measure(test.workspace, { asOf: "2025-13-01" })).toMatchObject({ code: "asOfInvalid" });
    const first = await measured();
    expect(first).toMatchObject({ asOf: "2025-12-15", factsVersion: 1, customers: 3 });
    expect(ran(first)).toContain("snapshot");
    const second = await measured();
    expect(second.snapshotId).toBe(first.snapshotId);
    expect(ran(second)).toEqual([]);
    expect(await tables()).toEqual([`snapshot_${first.snapshotId}`]);
  });

  it("runs only what depends on a changed parameter, and keeps one table of the day", async () => {
    const before = await measured();
    await setParameter(test.workspace, "size.lineCents", 200_000, { author: "ana" });
    const after = await measured();
    expect(after.snapshotId).not.toBe(before.snapshotId);
    expect(ran(after)).toEqual(expect.arrayContaining(["size", "snapshot"]));
    // What does not read the size line is taken as it stands.
    for (const step of ["documents", "sales", "rhythm", "costToServe", "needProfile", "potential"])
      expect(ran(after)).not.toContain(step);
    expect(await tables()).toEqual([`snapshot_${after.snapshotId}`]);
  });

  it("leaves a table that a report may still read until the next measuring", async () => {
    const isThere = (id: string) =>
      test.workspace.read((connection) =>
        one<{ n: number }>(
          connection,
          `SELECT count(*) AS n FROM duckdb_tables() WHERE table_name = 'snapshot_${id}'`,
        ),
      );
    const before = await measured();
    await setParameter(test.workspace, "size.lineCents", 210_000, { author: "ana" });
    const after = await measured();
    expect(await isThere(before.snapshotId)).toEqual({ n: 1 });
    await setParameter(test.workspace, "size.lineCents", 220_000, { author: "ana" });
    await measured();
    expect(await isThere(before.snapshotId)).toEqual({ n: 0 });
    expect(await isThere(after.snapshotId)).toEqual({ n: 1 });
  });

  it("keeps the snapshot before the last import, to tell what changed since", async () => {
    const before = await measured();
    await addFacts(test.workspace, 2, {
      lines: [{ document: "N1", account: "A9", date: "2026-01-20", cents: 5_000 }],
    });
    const context = await reportContext(test.workspace);
    expect(context).toMatchObject({
      ok: true,
      context: {
        asOf: "2026-01-20",
        isCurrent: true,
        previousSnapshotTable: `snapshot_${before.snapshotId}`,
      },
    });
    expect((await tables()).length).toBe(2);
  });

  it("answers with the newest snapshot while facts are newer, when asked so", async () => {
    const valid = await measured();
    await addFacts(test.workspace, 3, {
      lines: [{ document: "N2", account: "A9", date: "2026-01-21", cents: 5_000 }],
    });
    expect(await reportContext(test.workspace, { stale: "latest" })).toMatchObject({
      context: { asOf: "2026-01-20", snapshotId: valid.snapshotId, isCurrent: false },
    });
    expect(await reportContext(test.workspace, { asOf: "2024-12-31", stale: "latest" })).toMatchObject({
      code: "notMeasured",
    });
  });

  it("measures an earlier day beside, and brings the relations back for the other", async () => {
    const now = await measured();
    const then = await measured("2025-06-30");
    expect(await tables()).toEqual(
      [`snapshot_${then.snapshotId}`, `snapshot_${now.snapshotId}`, ...(await earlier())].sort(),
    );
    const sales = async (id: string) =>
      test.workspace.read((connection) =>
        one(connection, `SELECT sales_last12_cents FROM snapshot_${id} WHERE account_key = 'A1'`),
      );
    // 6 months of 100.–
    expect(await sales(then.snapshotId)).toEqual({ sales_last12_cents: 60_000 });
    const again = await measured();
    expect(again.snapshotId).toBe(now.snapshotId);
    expect(ran(again)).toContain("sales");
    expect(ran(again)).not.toContain("documents");
  });

  it("keeps nothing of a cancelled run", async () => {
    await addFacts(test.workspace, 4, {
      lines: [{ document: "N3", account: "A9", date: "2026-01-22", cents: 5_000 }],
    });
    const before = await tables();
    const abort = new AbortController();
    const onProgress = ({ step }: { step: string }) => {
      if (step === "sales") abort.abort();
    };
    await expect(measure(test.workspace, {}, { signal: abort.signal, onProgress })).rejects.toThrow(
      Cancelled,
    );
    expect(await tables()).toEqual(before);
    expect((await measured()).asOf).toBe("2026-01-22");
  });
});

/** The table that is kept to compare with. */
async function earlier(): Promise<string[]> {
  const rows = await test.workspace.read((connection) =>
    all<{ name: string }>(
      connection,
      `SELECT table_name AS name FROM snapshot WHERE facts_version < (SELECT facts_version FROM store_state)`,
    ),
  );
  return rows.map(({ name }) => name);
}
