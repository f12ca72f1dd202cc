import { importOptionsSchema } from "@kleinod/engine/import/result.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runImport } from "../../src/import/run-import.ts";
import { counts, currentFacts, type ImportDesk, importDesk, storeCounts, workFiles } from "../import-desk.ts";

const head = "Belegnr;Belegdatum;Kundennr;Artikelnr;Nettobetrag\n";
const good = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, index) => `R${from + index};15.03.2026;K${(from + index) % 5};A;10,00\n`,
  ).join("");

let desk: ImportDesk;
beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.remove());

describe("a dry run", () => {
  const trace = async () => [
    await storeCounts(desk),
    await desk.version(),
    await currentFacts(desk),
    await workFiles(desk),
  ];

  it("shows what would happen and leaves no trace", async () => {
    await desk.take("1.csv", head + good(0, 20));
    const before = await trace();
    const changed = `${head + good(10, 20)}R0;15.03.2026;K9;A;99,00\nR99;15.03.2026;K9;A;1,00\nR98;15.03.2026;K9;A;kaputt\n`;
    const dry = await desk.take("2.csv", changed, { dryRun: true });
    expect(dry).toMatchObject({ status: "dryRun", batchId: null, importedAt: null, problemsTotal: 1 });
    expect(dry.diff).toMatchObject({
      created: { total: 1, sample: ["R99"] },
      changed: { total: 1, fields: { amountCents: 1, accountKey: 1 } },
    });
    expect(await trace()).toEqual(before);
    const real = await desk.take("2.csv", changed);
    expect(counts(real)).toEqual(counts(dry));
    expect(real.controlTotals).toEqual(dry.controlTotals);
  });

  it("of customers shows the changed cells and leaves no trace", async () => {
    await desk.take("k.csv", "Kundennr;Name;Ort\nK1;Alt AG;Bern\nK2;B AG;Bern\n");
    const before = await trace();
    const dry = await desk.take("k.csv", "Kundennr;Name;Ort\nK1;Neu AG;Bern\nK3;C AG;Bern\n", {
      dryRun: true,
      mode: "full",
    });
    expect(dry.diff).toMatchObject({
      created: { total: 1, sample: ["K3"] },
      changed: {
        total: 1,
        fields: { name: 1 },
        sample: [{ key: "K1", field: "name", before: "Alt AG", after: "Neu AG" }],
      },
      vanished: { total: 1, sample: ["K2"] },
    });
    expect(await trace()).toEqual(before);
  });

  it("names a changed customer by its number, not by an internal id", async () => {
    await desk.take("1.csv", head + good(0, 5));
    const dry = await desk.take("2.csv", `${head}R0;15.03.2026;K9;A;10,00\n${good(1, 5)}`, { dryRun: true });
    expect(dry.diff?.changed.sample).toEqual([{ key: "R0", field: "accountKey", before: "K0", after: "K9" }]);
  });
});

describe("all or nothing", () => {
  it("takes nothing when one row is rejected, and still lists the problem", async () => {
    await desk.take("1.csv", head + good(0, 5));
    const before = [await storeCounts(desk), await desk.version()];
    const batch = await desk.take("2.csv", `${head + good(5, 70)}R99;15.03.2026;K1;A;kaputt\n`, {
      allOrNothing: true,
    });
    expect(batch).toMatchObject({ status: "rolledBack", batchId: null, problemsTotal: 1, controlTotals: [] });
    expect(counts(batch)).toEqual([66, 0, 0, 0, 0, 66]);
    expect([await storeCounts(desk), await desk.version()]).toEqual(before);
  });

  it("takes everything when no row is", async () => {
    const batch = await desk.take("1.csv", head + good(0, 5), { allOrNothing: true });
    expect(batch.status).toBe("applied");
  });

  it("counts a row with too few columns as a rejected one", async () => {
    const batch = await desk.take("1.csv", `${head + good(0, 5)}R9;15.03.2026\n`, { allOrNothing: true });
    expect(batch).toMatchObject({ status: "rolledBack", rejected: 6 });
  });
});

describe("a cancelled import", () => {
  it("leaves nothing of its file; the next one runs as if it had not been", async () => {
    const before = await storeCounts(desk);
    const path = await desk.file("1.csv", head + good(0, 50));
    for (const step of ["read", "documents", "store"]) {
      const abort = new AbortController();
      const run = runImport(desk.workspace, [{ path }], importOptionsSchema.parse({}), {
        signal: abort.signal,
        onProgress: (progress) => progress.step === step && abort.abort(),
      });
      await expect(run, step).rejects.toThrow("cancelled");
      expect(await storeCounts(desk)).toEqual(before);
      expect(await workFiles(desk)).toEqual([]);
    }
    expect((await desk.take("1.csv", head + good(0, 50))).created).toBe(50);
  });
});
