import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { all } from "../duckdb/connect.ts";
import { setParameter } from "../segments/parameters.ts";
import { addFacts, type TestWorkspace, testWorkspace } from "../segments/testing/test-workspace.ts";
import { measure } from "../workspace/measure.ts";
import { rebuildMirror } from "../workspace/mirror.ts";
import { listPairs } from "./duplicate-pairs.ts";
import { findDuplicates } from "./find-duplicates.ts";
import { decide, undoDecision } from "./unit-decisions.ts";

let test: TestWorkspace;
const twin = { street: "Bahnhofstrasse 5", postcode: "8001", city: "Zürich", phone: "044 123 45 76" };
beforeAll(async () => {
  test = await testWorkspace("2026-01-31");
  await addFacts(test.workspace, 1, {
    accounts: [
      { account: "A1", name: "Müller Elektro AG", vatId: "CHE-109.322.551", ...twin },
      { account: "A2", name: "Elektro Mueller", vatId: "CHE109322551", ...twin, street: "Bahnhofstr. 5" },
      { account: "A3", name: "Müller Elektro", ...twin },
      { account: "A4", name: "Zgraggen Optik", postcode: "3000", city: "Bern" },
    ],
  });
  await addFacts(test.workspace, 2, {
    lines: [
      { document: "1", account: "A1", date: "2025-12-01", cents: 10_000 },
      { document: "2", account: "A2", date: "2025-12-02", cents: 5_000 },
    ],
  });
});
afterAll(() => test.remove());

const customers = async () => {
  const rows = await test.workspace.read((connection) =>
    all<{ customer_id: number }>(connection, "SELECT customer_id FROM account ORDER BY account_id"),
  );
  return rows.map((row) => row.customer_id);
};
async function decided(type: "merge" | "reject" | "split", accounts: number[]) {
  const result = await decide(test.workspace, { type, accounts, author: "ana" });
  if (!result.ok) throw new Error(result.message.en);
  return result;
}

describe("economic units", () => {
  it("has no pairs before the first search", async () => {
    expect(await listPairs(test.workspace, { state: "open" })).toEqual({ total: 0, pairs: [] });
  });

  it("lists probable pairs with evidence, addresses and sales", async () => {
    await measure(test.workspace);
    const found = await findDuplicates(test.workspace);
    expect(found).toMatchObject({
      accounts: 4,
      pairs: 3,
      open: 3,
      mergedByRule: 0,
      lastRun: expect.any(String),
    });
    const { total, pairs } = await listPairs(test.workspace, { state: "open" });
    expect(total).toBe(3);
    expect(pairs[0]).toMatchObject({
      a: {
        accountId: 1,
        accountKey: "A1",
        name: "Müller Elektro AG",
        phone: twin.phone,
        salesLast12Cents: 10_000,
      },
      b: { accountId: 2, accountKey: "A2", vatId: "CHE109322551", salesLast12Cents: 5_000 },
      decision: null,
    });
    expect(pairs[0]?.evidence.map(({ field }) => field)).toContain("vatId");
  });

  it("merges any number of accounts, and the figures follow", async () => {
    const before = await measure(test.workspace);
    const merge = await decided("merge", [1, 2, 3]);
    expect(merge.isChanged).toBe(true);
    expect(await customers()).toEqual([1, 1, 1, 4]);
    const after = await measure(test.workspace);
    expect([before.ok && before.customers, after.ok && after.customers]).toEqual([4, 2]);
    const sales = await test.workspace.read((connection) =>
      all(
        connection,
        `SELECT sales_last12_cents AS cents, accounts FROM snapshot_${after.ok ? after.snapshotId : ""} WHERE customer_id = 1`,
      ),
    );
    expect(sales).toEqual([{ cents: 15_000, accounts: 3 }]);
    const { pairs } = await listPairs(test.workspace, { state: "merged" });
    expect(pairs.map(({ decision }) => decision)).toEqual(
      Array.from({ length: 3 }, () => ({ id: merge.id, type: "merge", by: "ana", at: expect.any(String) })),
    );
  });

  it("takes one of them apart, and undoes in any order", async () => {
    const split = await decided("split", [2]);
    expect(await customers()).toEqual([1, 2, 1, 4]);
    expect((await listPairs(test.workspace, { state: "rejected" })).total).toBe(2);
    // The merge goes first although the split came later: nothing is left to take apart.
    expect(await undoDecision(test.workspace, "1", "ben")).toMatchObject({ ok: true, isChanged: true });
    expect(await customers()).toEqual([1, 2, 3, 4]);
    expect(await undoDecision(test.workspace, split.id, "ben")).toMatchObject({ ok: true, isChanged: false });
    expect((await listPairs(test.workspace, { state: "open" })).total).toBe(3);
    expect(await undoDecision(test.workspace, split.id, "ben")).toMatchObject({ code: "alreadyUndone" });
    expect(await undoDecision(test.workspace, "x", "ben")).toMatchObject({ code: "unknownDecision" });
  });

  it("refuses what would do nothing, and says why", async () => {
    const reject = await decided("reject", [1, 2]);
    expect(reject.isChanged).toBe(false);
    const attempt = (type: "merge" | "split", accounts: number[]) =>
      decide(test.workspace, { type, accounts, author: "ana" });
    expect(await attempt("merge", [1, 1])).toMatchObject({ code: "tooFewAccounts" });
    expect(await attempt("merge", [1, 77])).toMatchObject({ code: "unknownAccount" });
    expect(await attempt("split", [4])).toMatchObject({ code: "nothingToSplit" });
    const merge = await decided("merge", [1, 3]);
    expect(await attempt("merge", [3, 2])).toMatchObject({
      code: "joinsSeparated",
      message: { en: expect.stringContaining("A1") },
    });
    await undoDecision(test.workspace, merge.id, "ana");
    await undoDecision(test.workspace, reject.id, "ana");
  });

  it("merges by itself above the threshold, but never what a person took back or keeps apart", async () => {
    const reject = await decided("reject", [1, 3]);
    await setParameter(test.workspace, "matching.mergeAbove", 0.9, { author: "ana" });
    const found = await findDuplicates(test.workspace);
    expect(found.mergedByRule).toBe(1);
    const [first, ...others] = (await listPairs(test.workspace, { state: "merged" })).pairs;
    expect([first?.decision?.by, others.length]).toEqual(["rule", 0]);
    const again = await findDuplicates(test.workspace);
    expect(again.mergedByRule).toBe(0);
    await undoDecision(test.workspace, first?.decision?.id ?? "", "ana");
    expect((await findDuplicates(test.workspace)).mergedByRule).toBe(1);
    expect((await listPairs(test.workspace, { state: "merged" })).pairs[0]).not.toMatchObject({
      a: { accountId: first?.a.accountId },
      b: { accountId: first?.b.accountId },
    });
    await undoDecision(test.workspace, reject.id, "ana");
  });

  it("is copied from the records again when the facts lost it", async () => {
    const before = await customers();
    expect(new Set(before).size).toBeLessThan(4);
    await test.workspace.write(async (connection) => {
      await connection.run("UPDATE account SET customer_id = account_id");
      await connection.run("UPDATE mirror_state SET version = 0 WHERE part = 'units'");
    });
    expect(await rebuildMirror(test.workspace)).toEqual(["units"]);
    expect(await customers()).toEqual(before);
  });
});
