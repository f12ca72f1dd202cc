import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { segmentPreviewSchema } from "@kleinod/engine/segments/builder/contract.ts";
import { heterogeneityReportSchema } from "@kleinod/engine/segments/heterogeneity/report-contract.ts";
import { type InsightList, insightListSchema } from "@kleinod/engine/segments/insights/contract.ts";
import { segmentAnswerSchema, segmentListSchema } from "@kleinod/engine/segments/overlays/contract.ts";
import {
  type SegmentsReport,
  segmentsReportSchema,
} from "@kleinod/engine/segments/overlays/report-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

/** 30 customers buying monthly in 2024 and 2025, customer n for n × 100. */
function csv(): string {
  const rows = ["Belegnr;Kundennr;Datum;Artikel;Bezeichnung;Menge;Preis;Waehrung"];
  for (let customer = 1; customer <= 30; customer++) {
    for (let month = 0; month < 24; month++) {
      const date = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-10`;
      rows.push(
        `R${customer}-${month};K${customer};${date};A${month % 5};Schraube;1;${customer * 100}.00;CHF`,
      );
    }
  }
  return rows.join("\n");
}

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  const path = join(app.folder, "invoices.csv");
  await writeFile(path, csv());
  const job = await app.job("POST", "/api/import", { files: [{ ref: path }], options: {} });
  if (job.state !== "done") throw new Error(JSON.stringify(job));
}, 60_000);
afterAll(() => app.close());

const definition = { match: "all", conditions: [{ column: "salesLast12Cents", op: "ge", value: 1_800_000 }] };
const input = { name: "Gute Kunden", definition, action: "Jahresgespräch am Telefon" };

describe("segments over the API", () => {
  it("previews a definition; one that does not resolve is a problem with its place", async () => {
    const preview = segmentPreviewSchema.parse(
      await app.json("POST", "/api/segments/preview", { definition }),
    );
    // 12 × n × 100 ≥ 18,000 from n = 15 on.
    expect(preview).toMatchObject({ total: 30, figures: { customers: 16 }, moves: null });
    const gone = { match: "all", conditions: [{ column: "gone", op: "ge", value: 1 }] };
    const response = await app.ask("POST", "/api/segments/preview", { body: { definition: gone } });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: "definitionUnresolved",
      detail: expect.stringContaining("conditions.0"),
    });
    const empty = await app.ask("POST", "/api/segments/preview", {
      body: { definition: { match: "all", conditions: [] } },
    });
    expect(empty.status).toBe(400);
  });

  it("goes from draft over back-test to active, and back", async () => {
    const saved = segmentAnswerSchema.parse(await app.json("POST", "/api/segments", input));
    expect(saved.segment).toMatchObject({ code: "gute-kunden", state: "draft" });
    const path = "/api/segments/gute-kunden";
    const tooSmall = await app.ask("POST", `${path}/activate`, { body: {} });
    expect(tooSmall.status).toBe(409);
    expect(await tooSmall.json()).toMatchObject({ code: "segmentNotAdmitted" });
    const job = await app.job("POST", `${path}/backtest`, {});
    expect(job).toMatchObject({ state: "done", result: { backTest: { moved: 0, customers: 30 } } });
    // 16 customers; least are 30 by default.
    const still = await app.ask("POST", `${path}/activate`, { body: {} });
    expect(await still.json()).toMatchObject({ detail: expect.stringContaining("16 customers") });
    const forced = await app.json("POST", `${path}/activate`, { overrideReason: "pilot" });
    expect(segmentAnswerSchema.parse(forced).segment).toMatchObject({
      state: "active",
      overrideReason: "pilot",
    });
    const list = segmentListSchema.parse(await app.json("GET", "/api/segments"));
    expect(list.segments[0]).toMatchObject({ active: { version: 1 }, draft: null });
    expect(segmentAnswerSchema.parse(await app.json("POST", `${path}/retire`, {})).segment.state).toBe(
      "retired",
    );
    const back = await app.json("POST", `${path}/restore`, { version: 1 });
    expect(segmentAnswerSchema.parse(back).segment.state).toBe("active");
    expect((await app.ask("POST", "/api/segments/none/retire", { body: {} })).status).toBe(404);
  });

  it("reports the backbone and the active segments", async () => {
    const report = segmentsReportSchema.parse(await app.json<SegmentsReport>("GET", "/api/reports/segments"));
    expect(report.segments.map(({ code, kind }) => [code, kind])).toEqual([
      ["small", "size"],
      ["large", "size"],
      ["gute-kunden", "overlay"],
    ]);
    expect(report.segments[2]).toMatchObject({ customers: 16, stability: 1, overrideReason: "pilot" });
    const differences = heterogeneityReportSchema.parse(await app.json("GET", "/api/reports/heterogeneity"));
    expect(differences.unclear).toContainEqual({ field: "contribution", reason: "tooFewCustomers" });
  });
});

describe("insights over the API", () => {
  it("are noted, decided on, taken away and brought back", async () => {
    const claim = "Wer abends bestellt, ruft morgens nicht an";
    const noted = await app.json<{ id: string }>("POST", "/api/insights", {
      claim,
      evidenceKind: "conversation",
    });
    const path = `/api/insights/${noted.id}`;
    await app.json("PATCH", path, { addDecision: { text: "Abendbestellung beworben" } });
    const listed = async () =>
      insightListSchema.parse(await app.json<InsightList>("GET", "/api/insights?expired=1"));
    expect(await listed()).toMatchObject({
      insights: [{ claim, state: "live", decisions: [{ text: "Abendbestellung beworben" }] }],
      yield: { created: 1, changedDecision: 1, ratio: 1 },
    });
    await app.json("DELETE", path);
    expect((await listed()).insights).toEqual([]);
    await app.json("PATCH", path, { restoreVersion: 1 });
    expect((await listed()).insights).toHaveLength(1);
    expect((await app.ask("PATCH", "/api/insights/i99", { body: { claim } })).status).toBe(404);
    expect((await app.ask("POST", "/api/insights", { body: { claim } })).status).toBe(400);
  });
});
