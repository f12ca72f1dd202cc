import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { PairEvidence } from "@kleinod/engine/facts/matching/explain-pair.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runMatching } from "./run-matching.ts";
import { loadAccounts } from "./testing/load-accounts.ts";
import { type SyntheticAccount, syntheticAccounts } from "./testing/synthetic-firms.ts";

let instance: DuckDBInstance;
let connection: DuckDBConnection;

beforeEach(async () => {
  instance = await DuckDBInstance.create(":memory:");
  connection = await instance.connect();
});
afterEach(() => {
  connection.closeSync();
  instance.closeSync();
});

interface PairRow {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
  readonly weightBits: number;
  readonly evidence: readonly PairEvidence[];
}

async function readPairs(): Promise<PairRow[]> {
  const reader = await connection.runAndReadAll(
    "SELECT account_a::DOUBLE, account_b::DOUBLE, probability, weight_bits, evidence FROM match_pair ORDER BY 1, 2",
  );
  return reader.getRows().map(([a, b, probability, weightBits, evidence]) => ({
    a: Number(a),
    b: Number(b),
    probability: Number(probability),
    weightBits: Number(weightBits),
    evidence: JSON.parse(String(evidence)) as PairEvidence[],
  }));
}

function firm(accountId: number, fields: Partial<SyntheticAccount>): SyntheticAccount {
  const blank = { street: null, country: null, phone: null, email: null, vatId: null };
  return {
    accountId,
    firm: 0,
    source: "erp",
    name: "",
    postcode: "8001",
    city: "Zürich",
    ...blank,
    ...fields,
  };
}

describe("matching", () => {
  it("finds at least 95 % of the true pairs at p ≥ 0.9, and at least 95 % of what it finds is true", async () => {
    const accounts = [...syntheticAccounts({ accounts: 8000, seed: 42 })];
    await loadAccounts(connection, accounts);
    const steps = new Set<string>();
    const result = await runMatching(connection, { onProgress: ({ step }) => steps.add(step) });

    const firmOf = new Map(accounts.map(({ accountId, firm: truth }) => [accountId, truth]));
    const sizes = new Map<number, number>();
    for (const truth of firmOf.values()) sizes.set(truth, (sizes.get(truth) ?? 0) + 1);
    const truePairs = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
    const pairs = await readPairs();
    const found = pairs.filter(({ probability }) => probability >= 0.9);
    const right = found.filter(({ a, b }) => firmOf.get(a) === firmOf.get(b));

    expect(right.length / found.length).toBeGreaterThanOrEqual(0.95);
    expect(right.length / truePairs).toBeGreaterThanOrEqual(0.95);
    expect(pairs.length).toBe(result.pairs);
    expect(result.accounts).toBe(8000);
    expect(result.candidates).toBeLessThan(8000 * 10);
    expect([...steps]).toEqual(["normalise", "block", "compare", "estimate", "score"]);
    for (const { a, b, weightBits, evidence } of pairs) {
      expect(a).toBeLessThan(b);
      expect(evidence.reduce((sum, line) => sum + line.weightBits, 0)).toBeCloseTo(weightBits, 6);
    }
  });

  it("explains a pair with the values as imported", async () => {
    await loadAccounts(connection, [
      firm(1, {
        name: "Müller Elektro AG",
        street: "Bahnhofstrasse 5",
        phone: "044 123 45 76",
        vatId: "CHE-109.322.551",
      }),
      firm(2, {
        name: "Elektro Mueller",
        street: "Bahnhofstr. 5",
        phone: "+41 44 123 45 76",
        vatId: "CHE109322551",
      }),
      firm(3, { name: "Zgraggen Optik", postcode: "3000", city: "Bern" }),
    ]);
    await runMatching(connection);
    const [pair, ...others] = await readPairs();
    expect(others).toEqual([]);
    expect(pair).toMatchObject({ a: 1, b: 2 });
    expect(pair?.probability).toBeGreaterThan(0.99);
    expect(pair?.evidence.map(({ field, level }) => `${field} ${level}`)).toEqual([
      "prior prior",
      "name same",
      "tradeWords same",
      "legalForm unknown",
      "address sameDoor",
      "phone same",
      "mail unknown",
      "vatId same",
    ]);
    expect(pair?.evidence[1]).toMatchObject({ a: "Müller Elektro AG", b: "Elektro Mueller" });
  });

  it("does not let one phone number of 600 firms explode, and says what it left out", async () => {
    const accounts = [...syntheticAccounts({ accounts: 600, seed: 5, duplicateShare: 0 })].map((account) => ({
      ...account,
      phone: "044 987 65 40",
      postcode: "8001",
    }));
    await loadAccounts(connection, accounts);
    const result = await runMatching(connection);
    // 600·599/2 = 179,700 pairs; neighbours compared 5·600 − 15 = 2,985
    expect(result.blocksSkipped).toContainEqual({
      rule: "phone",
      key: "+41449876540|CH-8001",
      accounts: 600,
      pairsSkipped: 179_700 - 2985,
    });
    expect(result.rules.find(({ rule }) => rule === "phone")).toMatchObject({
      wholeBlocks: 0,
      skippedBlocks: 1,
    });
    expect(result.candidates).toBeLessThan(20_000);
    const pairs = await readPairs();
    expect(pairs.filter(({ probability }) => probability >= 0.9).length).toBeLessThan(20);
  });

  it("reads a view, gives the same twice, and leaves no working tables", async () => {
    await loadAccounts(connection, syntheticAccounts({ accounts: 500, seed: 11 }));
    await connection.run("ALTER TABLE account_current RENAME TO account_version");
    await connection.run(
      "CREATE VIEW account_current AS SELECT * FROM account_version ORDER BY account_id DESC",
    );
    await runMatching(connection);
    const first = await readPairs();
    await runMatching(connection);
    expect(await readPairs()).toEqual(first);
    expect(first.length).toBeGreaterThan(50);
    const tables = await connection.runAndReadAll("SELECT table_name FROM duckdb_tables() WHERE temporary");
    expect(tables.getRows()).toEqual([]);
  });

  it("writes an empty table for no account and for one", async () => {
    await loadAccounts(connection, []);
    expect(await runMatching(connection)).toMatchObject({
      accounts: 0,
      pairs: 0,
      candidates: 0,
      model: null,
    });
    await loadAccounts(connection, [firm(1, { name: "Huber" })]);
    expect(await runMatching(connection)).toMatchObject({ accounts: 1, pairs: 0, model: null });
    expect(await readPairs()).toEqual([]);
  });

  it("stops when asked and leaves the previous result", async () => {
    await loadAccounts(connection, syntheticAccounts({ accounts: 500, seed: 11 }));
    await runMatching(connection);
    const before = await readPairs();
    const controller = new AbortController();
    const run = runMatching(connection, {
      signal: controller.signal,
      onProgress: ({ step }) => {
        if (step === "compare") controller.abort(new Error("cancelled by the user"));
      },
    });
    await expect(run).rejects.toThrow("cancelled by the user");
    expect(await readPairs()).toEqual(before);
  });
});
