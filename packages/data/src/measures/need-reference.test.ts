import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importOptionsSchema } from "@kleinod/engine/import/result.ts";
import { needSettings } from "@kleinod/engine/measures/need/need-settings.ts";
import {
  fieldSalesReference,
  gapReference,
  needReference,
  type ReferenceFirm,
  type ReferenceTopic,
} from "@kleinod/engine/measures/need/reference.ts";
import { monthsBefore, plainDate } from "@kleinod/engine/measures/period.ts";
import type { ReferenceLine } from "@kleinod/engine/measures/reference-line.ts";
import { generateCompany } from "@kleinod/testkit/companies/generate-company.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { all } from "../duckdb/connect.ts";
import { runImport } from "../import/run-import.ts";
import { reportContext } from "../workspace/measure-context.ts";
import { openWorkspace, type Workspace } from "../workspace/open-workspace.ts";
import { measureSettings } from "./measure-settings.ts";
import { needGaps } from "./reports/need-gaps.ts";
import { needs } from "./reports/needs.ts";
import { potential } from "./reports/potential.ts";

const wanted = /KNA1|MARA|VBRP|VBAK|Dynamics_activities|Dynamics_cases/;
let folder: string;
let workspace: Workspace;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-need-"));
  const company = await generateCompany({
    company: "alpfix",
    out: join(folder, "exports"),
    customers: 600,
    years: 2,
    asOf: "2025-10-31",
  });
  workspace = await openWorkspace({ directory: join(folder, "company"), today: () => "2026-11-23" });
  const files = company.files.filter(({ path }) => wanted.test(path)).map(({ path }) => ({ path }));
  await runImport(workspace, files, importOptionsSchema.parse({}));
}, 120_000);
afterAll(async () => {
  await workspace.close();
  await rm(folder, { recursive: true, force: true });
});

async function measured() {
  const found = await reportContext(workspace);
  if (!found.ok) throw new Error(found.code);
  const { context } = found;
  const asOf = plainDate(context.asOf);
  const from = monthsBefore(asOf, 12);
  return workspace.read(async (connection) => {
    const lines = await all<ReferenceLine & { date: string }>(
      connection,
      `SELECT l.document_id AS "documentId", l.customer_id AS "customerId", CAST(l.document_date AS VARCHAR) AS date,
        l.document_type AS "documentType", l.line_kind AS "lineKind", l.product_code AS "productCode",
        coalesce(l.product_group, p.product_group) AS "productGroup", l.value_cents AS "valueCents", NULL AS "costCents"
      FROM sale_line_current l LEFT JOIN product_current p ON p.product_code = l.product_code`,
    );
    const firms = await all<ReferenceFirm>(
      connection,
      `SELECT customer_id AS "customerId", branch, staff_class AS "staffClass", region FROM m_firm ORDER BY ALL`,
    );
    const topics = await all<ReferenceTopic>(
      connection,
      `SELECT customer_id AS "customerId", need_field AS field, reason FROM activity_current
      WHERE customer_id IS NOT NULL AND activity_date > DATE '${from}' AND activity_date <= DATE '${asOf}'
        AND (need_field IS NOT NULL OR reason IS NOT NULL)
      UNION ALL SELECT customer_id, need_field, reason FROM service_case_current
      WHERE customer_id IS NOT NULL AND case_date > DATE '${from}' AND case_date <= DATE '${asOf}'`,
    );
    const names = await all<{ product_group: string; field: string }>(
      connection,
      "SELECT product_group, field FROM m_field_name",
    );
    return {
      asOf,
      fieldByGroup: Object.fromEntries(names.map(({ product_group, field }) => [product_group, field])),
      lines,
      firms,
      topics,
      need: await needs(connection, context, { limit: 1_000_000 }),
      gaps: await needGaps(connection, context, { limit: 1_000_000 }),
      potential: await potential(connection, context, { limit: 1_000_000 }),
    };
  });
}

describe("need on Alpfix", () => {
  it("is the same in SQL and in plain loops, profile and gaps", async () => {
    const { asOf, fieldByGroup, lines, firms, topics, need, gaps } = await measured();
    const settings = { ...needSettings(measureSettings(asOf, [])), fieldByGroup };
    const sales = fieldSalesReference(lines, asOf, settings);
    const profiles = needReference(firms, sales, topics, settings);
    expect(need.rows.length).toBe(firms.length);
    const sold = new Set(
      lines
        .filter(
          ({ date, customerId }) => customerId !== null && date > monthsBefore(asOf, 12) && date <= asOf,
        )
        .map(({ customerId }) => customerId),
    );
    for (const row of need.rows) {
      const expected = profiles.get(row.customerId)!;
      close(row.needBreadth, expected.needBreadth);
      close(row.needDepth, expected.needDepth);
      // Sales of goods without a group leave the number of fields unclear; nothing sold at all is a clear zero.
      if (expected.needFields === 0 && sold.has(row.customerId)) continue;
      expect([row.customerId, row.needFields, row.needVariety]).toEqual([
        row.customerId,
        expected.needFields,
        expected.needVariety,
      ]);
    }
    const reference = gapReference(firms, sales, settings);
    expect(gaps.rows.length).toBeGreaterThan(20);
    expect(gaps.total).toBe([...reference.values()].flat().length);
    for (const row of gaps.rows) {
      const expected = reference.get(row.customerId)!.find(({ field }) => field === row.field)!;
      expect([row.peers, row.peersBuying, row.worthCents]).toEqual([
        expected.peers,
        expected.peersBuying,
        expected.worthCents,
      ]);
      close(row.peerShare, expected.peerShare);
      close(row.shareLow, expected.shareLow);
      close(row.shareHigh, expected.shareHigh);
      expect(row.expectedCents).toBe(Math.round(row.worthCents * expected.peerShare));
    }
  }, 60_000);

  it("gives every report what it promises", async () => {
    const { need, gaps, potential: report } = await measured();
    expect(need.sources).toEqual({ purchases: true, cases: true, contacts: true });
    expect(need.sizeDependence).toMatchObject({ breadthChanged: 0, isInvariant: true });
    expect(Math.abs(need.sizeDependence.partialCorrelation!)).toBeLessThan(0.1);
    const classed = need.breadths.reduce((sum, { small, large, other }) => sum + small + large + other, 0);
    expect(classed).toBe(need.known);
    const recommended = need.recommendations.reduce((sum, row) => sum + row.small + row.large + row.other, 0);
    expect(recommended).toBe(need.known);
    const money = gaps.rows.map((row) => row.expectedCents);
    expect(money).toEqual(money.toSorted((a, b) => b - a));
    expect(report.exposureUnknown).toBe(false);
    expect(Math.abs(report.model!.belowRatio - 0.8)).toBeLessThan(0.05);
    for (const row of report.customers) {
      expect(row.isUnclear).toBe(row.potentialCents === null);
      if (row.potentialCents === null) {
        expect([row.lowCents, row.highCents, row.shareOfWallet]).toEqual([null, null, null]);
        expect(row.unclearReason).not.toBeNull();
        continue;
      }
      expect(row.lowCents!).toBeLessThanOrEqual(row.potentialCents);
      expect(row.highCents!).toBeGreaterThanOrEqual(row.potentialCents);
      expect(row.shareOfWallet!).toBeGreaterThanOrEqual(0);
      expect(row.shareOfWallet!).toBeLessThanOrEqual(1);
    }
  });
});

function close(value: number | null, expected: number | null): void {
  if (value === null || expected === null) expect(value).toBe(expected);
  else expect(value).toBeCloseTo(expected, 5);
}
