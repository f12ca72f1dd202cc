import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SegmentsReport } from "@kleinod/engine/segments/overlays/report-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonOf, runCli } from "../testing/run-cli.ts";

let folder: string;
let dir: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-segments-"));
  dir = join(folder, "company");
  file = join(folder, "segment.json");
  const rows = ["Belegnr;Kundennr;Datum;Artikel;Menge;Preis;Waehrung"];
  for (let customer = 1; customer <= 12; customer++) {
    for (let month = 0; month < 24; month++) {
      const date = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-10`;
      rows.push(`R${customer}-${month};K${customer};${date};A1;1;${customer * 100}.00;CHF`);
    }
  }
  const invoices = join(folder, "invoices.csv");
  await writeFile(invoices, rows.join("\n"));
  await jsonOf("import", invoices, "--dir", dir);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const definition = { match: "all", conditions: [{ column: "ordersLast12", op: "ge", value: 12 }] };

describe("kleinod segments", () => {
  it("reports the size backbone before anybody built a segment", async () => {
    const { segments, heterogeneity } = await jsonOf<SegmentsReport>("report", "segments", "--dir", dir);
    expect(segments.map(({ code }) => code)).toEqual(["small", "large"]);
    expect(segments[0]).toMatchObject({ stability: expect.any(Number), version: 0 });
    expect(heterogeneity).toEqual([]);
  });

  it("previews, saves, refuses, and activates with a reason", async () => {
    await writeFile(file, JSON.stringify({ name: "Monatlich", definition, action: "Dauerauftrag anbieten" }));
    expect(await jsonOf("segments", "preview", file, "--dir", dir)).toMatchObject({
      figures: { customers: 12 },
    });
    expect(await jsonOf("segments", "save", file, "--dir", dir)).toMatchObject({
      segment: { code: "monatlich" },
    });
    // 12 customers; least are 30 by default.
    const refused = await runCli("segments", "activate", "monatlich", "--dir", dir);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain("12 customers");
    const forced = await runCli(
      "segments",
      "activate",
      "monatlich",
      "--override",
      "pilot",
      "--dir",
      dir,
      "--lang",
      "de",
    );
    expect(forced.exitCode).toBe(0);
    expect(forced.stdout).toContain("+ Robust: 0 %");
    const listed = await runCli("segments", "list", "--dir", dir);
    expect(listed.stdout).toContain("Orders from 12");
    expect((await runCli("report", "segments", "--dir", dir)).stdout).toContain("Dauerauftrag anbieten");
    expect((await runCli("segments", "retire", "monatlich", "--dir", dir)).exitCode).toBe(0);
    expect((await runCli("segments", "restore", "monatlich", "--dir", dir)).exitCode).toBe(0);
  });

  it("refuses a definition that does not resolve with 1, and a file that is no JSON with 2", async () => {
    const broken = { match: "all", conditions: [{ column: "gone", op: "ge", value: 1 }] };
    await writeFile(file, JSON.stringify({ name: "x", definition: broken }));
    const refused = await runCli("segments", "save", file, "--dir", dir);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain("conditions.0");
    await writeFile(file, "{");
    expect((await runCli("segments", "preview", file, "--dir", dir)).exitCode).toBe(2);
    expect((await runCli("segments", "preview", join(folder, "none.json"), "--dir", dir)).exitCode).toBe(2);
  });
});
