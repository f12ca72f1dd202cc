import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { all, one } from "@kleinod/data/duckdb/connect.ts";
import { costToServe } from "@kleinod/data/measures/reports/cost-to-serve.ts";
import { reportContext } from "@kleinod/data/workspace/measure-context.ts";
import type { Workspace } from "@kleinod/data/workspace/open-workspace.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importR20k, isR20kThere, r20kAsOf } from "./r20k-files.ts";

describe.skipIf(!isR20kThere)("the reference world, imported as files", () => {
  let folder: string;
  let workspace: Workspace;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kleinod-r20k-"));
    workspace = await importR20k(folder);
  }, 240_000);
  afterAll(async () => {
    await workspace.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function report() {
    const found = await reportContext(workspace, { asOf: r20kAsOf });
    if (!found.ok) throw new Error(found.message.en);
    const { context } = found;
    return {
      context,
      report: await workspace.read((connection) => costToServe(connection, context, { limit: 10 })),
    };
  }

  it("AT4.4 51.3 % of the small customers are negative at full cost, 22.8 % at avoidable cost, side by side", async () => {
    const { context, report: found } = await report();
    const shares = await workspace.read((connection) =>
      one<{ full: number; avoidable: number; customers: number }>(
        connection,
        `SELECT count(*) FILTER (contribution3_cents < 0) / count(*) AS "full",
          count(*) FILTER (contribution_avoidable_cents < 0) / count(*) AS avoidable, count(*) AS customers
        FROM ${context.snapshotTable} WHERE account_key LIKE 'S%'`,
      ),
    );
    expect(shares.customers).toBe(20_000);
    // Oracle of the data set: 0.5132 and 0.2284, that is 51.3 % and 22.8 %.
    expect((shares.full * 100).toFixed(1)).toBe("51.3");
    expect((shares.avoidable * 100).toFixed(1)).toBe("22.8");
    // The report counts the 19,885 below the size line: of the world's small ones and of its large ones a few are beyond it.
    expect(found.negative).toMatchObject({ known: 19_885, fullCustomers: 10_368, avoidableCustomers: 4_601 });
  });

  it("AT4.4 196 of the 200 lowest contributions at full cost, over all customers, are large", async () => {
    const { context } = await report();
    const worst = await workspace.read((connection) =>
      all<{ account_key: string }>(
        connection,
        `SELECT account_key FROM ${context.snapshotTable} ORDER BY contribution3_cents, customer_id LIMIT 200`,
      ),
    );
    expect(worst.filter(({ account_key }) => account_key.startsWith("L"))).toHaveLength(196);
  });

  it("costs CHF 11.78 million to serve, and every pool reconciles to the cent", async () => {
    const { context, report: found } = await report();
    const { cents } = await workspace.read((connection) =>
      one<{ cents: number }>(
        connection,
        `SELECT CAST(sum(cost_full_cents) AS BIGINT) AS cents FROM ${context.snapshotTable} WHERE account_key LIKE 'S%'`,
      ),
    );
    // Oracle: CHF 11,783,896; amounts of files are rounded to cents, capacities to minutes.
    expect(Math.abs(cents / 100 - 11_783_896)).toBeLessThan(20);
    expect(found.reconciliation).toMatchObject({ differenceCents: 0, unassignedCents: 0, assumedCents: 0 });
    expect(found.reconciliation.byPool.every(({ differenceCents }) => differenceCents === 0)).toBe(true);
    expect(found.pools.every(({ isOverloaded }) => !isOverloaded)).toBe(true);
    expect(found.problems).toEqual([]);
  });
});
