import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { all, one } from "@kleinod/data/duckdb/connect.ts";
import { runImport } from "@kleinod/data/import/run-import.ts";
import { openWorkspace, type Workspace } from "@kleinod/data/workspace/open-workspace.ts";
import { type BatchResult, importOptionsSchema } from "@kleinod/engine/import/result.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const file = resolve(
  process.env.KLEINOD_TEST_DATA ?? "../shared/data",
  "online-retail/online_retail_II.csv.gz",
);
const isThere = existsSync(file);
if (!isThere) console.warn(`Skipped: ${file} is not there (set KLEINOD_TEST_DATA).`);

const options = importOptionsSchema.parse({});
/** Rows of the first of the two yearly sheets; the second begins with the overlap. */
const firstHalf = 525_461;

async function halves(directory: string): Promise<string[]> {
  const paths = [join(directory, "2009-2010.csv"), join(directory, "2010-2011.csv")];
  const outputs = paths.map((path) => createWriteStream(path));
  const lines = createInterface({
    input: createReadStream(file).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let row = -1;
  let pending: string[] = [];
  const flush = async (index: number) => {
    if (!outputs[index]!.write(pending.join("")))
      await new Promise<void>((done) => outputs[index]!.once("drain", () => done()));
    pending = [];
  };
  for await (const line of lines) {
    row++;
    if (row === 0) for (const output of outputs) output.write(`${line}\n`);
    else pending.push(`${line}\n`);
    if (row === firstHalf || pending.length > 20_000) await flush(row <= firstHalf ? 0 : 1);
  }
  await flush(1);
  await Promise.all(outputs.map((output) => new Promise<void>((done) => output.end(() => done()))));
  return paths;
}

const facts = (workspace: Workspace) =>
  workspace.read((connection) =>
    one(
      connection,
      `SELECT count(*) AS lines, count(DISTINCT document_id) AS documents, count(DISTINCT customer_id) AS customers,
        sum(amount_cents)::BIGINT AS amount, bit_xor(hash(document_number, account_id, product_code, product_name,
          quantity, unit_price, amount_cents, document_date, country))::VARCHAR AS fingerprint
      FROM (SELECT l.* EXCLUDE (account_id), a.account_key AS account_id FROM sale_line_current l
        LEFT JOIN account a USING (account_id))`,
    ),
  );

describe.skipIf(!isThere)("Online Retail II, without any hand-written mapping", () => {
  let directory: string;
  let whole: Workspace;
  let first: BatchResult;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "kleinod-retail-"));
    whole = await openWorkspace({ directory: join(directory, "whole"), today: () => "2026-11-23" });
    first = (await runImport(whole, [{ path: file }], options)).batches[0]!;
  }, 300_000);

  afterAll(async () => {
    await whole?.close();
    await rm(directory, { recursive: true, force: true });
  });

  it("reads 1,067,370 rows: 1,044,847 created and 22,523 restated, from 1,088 invoices that stand twice", () => {
    expect(first).toMatchObject({
      status: "applied",
      kind: "saleLines",
      updated: 0,
      unchanged: 0,
      rejected: 0,
    });
    expect([first.read, first.created, first.restated]).toEqual([1_067_370, 1_044_847, 22_523]);
    expect(first.profile?.restatedDocuments).toBe(1088);
  });

  it("arrives at every count that is known of the file", () => {
    expect(first.profile).toMatchObject({
      accounts: 5942,
      documents: 53_628,
      products: 5305,
      countries: 43,
      rowsWithoutAccount: 243_007,
      emptyDescriptions: 4382,
      cancellationRows: 19_494,
      negativeQuantities: 22_950,
      zeroPrices: 6202,
      negativePrices: 5,
      exactDuplicateRows: 34_335,
    });
    expect(first.derived.currencyHint).toBeDefined();
  });

  it("keeps lines without a customer, counts them in the totals and attributes them to nobody", async () => {
    const counts = await whole.read((connection) =>
      one(
        connection,
        `SELECT count(*) AS lines, count(*) FILTER (customer_id IS NULL) AS nobody,
          count(DISTINCT customer_id) AS customers, sum(amount_cents)::BIGINT AS amount,
          sum(amount_cents) FILTER (customer_id IS NULL)::BIGINT AS nobody_amount
        FROM sale_line_current`,
      ),
    );
    expect(counts.lines).toBe(1_044_847);
    expect(counts.customers).toBe(5942);
    expect(Number(counts.nobody)).toBeGreaterThan(200_000);
    const controlled = first.controlTotals.reduce((sum, row) => sum + row.amountCents, 0);
    expect(controlled).toBe(counts.amount);
    expect(first.controlTotals.reduce((sum, row) => sum + row.lines, 0)).toBe(1_044_847);
  });

  it("changes nothing when the same file comes again: all unchanged or restated", async () => {
    const before = await facts(whole);
    const again = (await runImport(whole, [{ path: file }], options)).batches[0]!;
    expect([again.created, again.updated, again.unchanged, again.restated, again.rejected]).toEqual([
      0, 0, 1_044_847, 22_523, 0,
    ]);
    expect(await facts(whole)).toEqual(before);
  }, 300_000);

  it("gives the same facts from the two halves as two files; the overlap is unchanged, not doubled", async () => {
    const paths = await halves(directory);
    const parts = await openWorkspace({ directory: join(directory, "parts"), today: () => "2026-11-23" });
    try {
      const { batches } = await runImport(
        parts,
        paths.map((path) => ({ path })),
        options,
      );
      expect(batches.map((batch) => batch.read)).toEqual([firstHalf, 1_067_370 - firstHalf]);
      expect(batches[0]!.created + batches[1]!.created).toBe(1_044_847);
      expect(batches[1]!.unchanged).toBe(22_523);
      expect(await facts(parts)).toEqual(await facts(whole));
      const versions = await parts.read((connection) =>
        all(
          connection,
          "SELECT count(*) AS n FROM document_version GROUP BY document_id HAVING count(*) = 2",
        ),
      );
      expect(versions.length).toBe(1088);
    } finally {
      await parts.close();
    }
  }, 300_000);
});
