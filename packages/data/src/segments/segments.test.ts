import type { SegmentDefinition, SegmentInput } from "@kleinod/engine/segments/builder/contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { one } from "../duckdb/connect.ts";
import { Cancelled } from "../import/progress.ts";
import { measure } from "../workspace/measure.ts";
import { reportContext } from "../workspace/measure-context.ts";
import { setParameter } from "./parameters.ts";
import { backTestSegment, measureTwoDays } from "./segment-back-test.ts";
import { previewSegment } from "./segment-preview.ts";
import { segmentsReport } from "./segment-report.ts";
import { readSegments } from "./segment-store.ts";
import {
  activateSegment,
  backTest,
  listSegments,
  restoreSegment,
  retireSegment,
  saveSegment,
} from "./segments.ts";
import {
  addFacts,
  type FactLine,
  nameCurrency,
  type TestWorkspace,
  testWorkspace,
} from "./testing/test-workspace.ts";

/**
 * 40 customers who buy in every month of 2024 and 2025. A1…A10 buy twice as often in 2025; of A11…A20 half did so in
 * 2024 only. The others buy once a month in both years.
 */
function purchases(): FactLine[] {
  const lines: FactLine[] = [];
  for (let customer = 1; customer <= 40; customer++) {
    for (const year of [2024, 2025]) {
      const isOften = year === 2025 ? customer <= 10 : customer > 15 && customer <= 20;
      for (let month = 1; month <= 12; month++) {
        for (const day of isOften ? ["05", "20"] : ["12"]) {
          const date = `${year}-${String(month).padStart(2, "0")}-${day}`;
          lines.push({
            document: `D${customer}-${date}`,
            account: `A${customer}`,
            date,
            cents: 10_000 * customer,
          });
        }
      }
    }
  }
  return lines;
}

const ana = { author: "ana", reason: null };
const orders = (least: number): SegmentDefinition => ({
  match: "all",
  conditions: [{ column: "ordersLast12", op: "ge", value: least }],
});
const input = (
  name: string,
  definition: SegmentDefinition,
  more: Partial<SegmentInput> = {},
): SegmentInput => ({
  name,
  definition,
  action: `Anders behandeln: ${name}`,
  owner: "",
  segmentation: null,
  position: 0,
  ...more,
});

let test: TestWorkspace;
beforeAll(async () => {
  test = await testWorkspace();
  await addFacts(test.workspace, 1, { lines: purchases() });
  await nameCurrency(test.workspace, "CHF");
  for (const [code, value] of [
    ["segments.leastCustomers", 5],
    ["segments.leastSalesCents", 1000],
  ] as const) {
    await setParameter(test.workspace, code, value, ana);
  }
}, 60_000);
afterAll(() => test.remove());

async function context() {
  const found = await reportContext(test.workspace);
  if (!found.ok) throw new Error(found.message.en);
  return found.context;
}
async function preview(definition: SegmentDefinition, code?: string, signal?: AbortSignal) {
  const stored = await readSegments(await test.workspace.records());
  const at = await context();
  return test.workspace.read((connection) =>
    previewSegment(connection, at, { definition, code }, stored, { signal }),
  );
}
async function report() {
  const stored = await readSegments(await test.workspace.records());
  const at = await context();
  return test.workspace.read((connection) => segmentsReport(connection, at, stored));
}

describe("the report before anybody built a segment", () => {
  it("holds the size backbone with customers, sales and its own stability", async () => {
    const { segments, asOf } = await report();
    expect(asOf).toBe("2025-12-20");
    expect(segments.map(({ code, kind }) => [code, kind])).toEqual([
      ["small", "size"],
      ["large", "size"],
    ]);
    expect(segments[0]!.customers + segments[1]!.customers).toBe(40);
    expect(segments[0]!.stabilityDays).toEqual({ earlier: "2024-12-20", later: "2025-12-20" });
    // Sales of a year: 10 who buy twice as often (1…10 × 24), 30 others (11…40 × 12): 55 × 24 + 765 × 12 = 10,500.
    expect((segments[0]!.salesCents ?? 0) + (segments[1]!.salesCents ?? 0)).toBe(10_500 * 10_000);
  });
});

describe("preview", () => {
  it("counts customers, money and those of whom it cannot be told", async () => {
    const found = await preview(orders(20));
    if (!found.ok) throw new Error(found.message.en);
    expect(found.preview).toMatchObject({ total: 40, moves: null, assignableRatio: 1 });
    // A1…A10 with 24 orders of 10,000 × n: 55 × 24.
    expect(found.preview.figures).toMatchObject({
      customers: 10,
      unknownCustomers: 0,
      salesCents: 55 * 24 * 10_000,
    });
    expect(found.preview.members[0]).toMatchObject({ salesCents: 10 * 24 * 10_000 });
    const unknown = await preview({
      match: "all",
      conditions: [{ column: "branch", op: "eq", value: "Bau" }],
    });
    if (!unknown.ok) throw new Error(unknown.message.en);
    expect(unknown.preview).toMatchObject({
      assignableRatio: 0,
      figures: { customers: 0, unknownCustomers: 40 },
    });
  });

  it("refuses what does not resolve with place and reason", async () => {
    const found = await preview({ match: "all", conditions: [{ column: "gone", op: "ge", value: 1 }] });
    expect(found).toMatchObject({ ok: false, code: "definitionUnresolved" });
    expect(found.ok ? "" : found.message.en).toContain('conditions.0: there is no column "gone"');
  });

  it("stops when it is cancelled, and the next one counts as before", async () => {
    const abort = new AbortController();
    abort.abort();
    await expect(preview(orders(20), undefined, abort.signal)).rejects.toThrow(Cancelled);
    const running = new AbortController();
    const begun = preview(orders(20), undefined, running.signal).catch((error: unknown) => error);
    running.abort();
    await begun;
    expect(await preview(orders(20))).toMatchObject({ ok: true, preview: { figures: { customers: 10 } } });
  });
});

describe("AT1.5: a segment on its way", () => {
  it("is not activated before it was tested against the year before", async () => {
    const saved = await saveSegment(test.workspace, input("Häufige Käufer", orders(20)), "ana");
    expect(saved).toMatchObject({
      ok: true,
      segment: { code: "haeufige-kaeufer", version: 1, state: "draft" },
    });
    const refused = await activateSegment(test.workspace, "haeufige-kaeufer", ana);
    expect(refused).toMatchObject({ ok: false, code: "segmentNotAdmitted" });
    expect(refused.ok ? "" : refused.message.de).toContain("Unklar, ob robust");
  });

  it("is refused when more than 15 % moved, unless a reason overrides it; the reason is kept and shown", async () => {
    const before = await context();
    const tested = await backTest(test.workspace, "haeufige-kaeufer", undefined);
    if (!tested.ok) throw new Error(tested.message.en);
    // In: A1…A10, out: A16…A20: 15 of 40.
    expect(tested.backTest).toMatchObject({
      earlierAsOf: "2024-12-20",
      customers: 40,
      moved: 15,
      movedIn: 10,
      movedOut: 5,
      movedRatio: 0.375,
      keptRatio: 0,
    });
    const after = await context();
    expect(after).toMatchObject({ snapshotId: before.snapshotId, asOf: before.asOf, isCurrent: true });
    const refused = await activateSegment(test.workspace, "haeufige-kaeufer", ana);
    expect(refused.ok ? "" : refused.message.de).toContain("Nicht robust: 37.5 %");
    const forced = await activateSegment(test.workspace, "haeufige-kaeufer", {
      ...ana,
      overrideReason: "Versuch bis Juni",
    });
    expect(forced).toMatchObject({
      ok: true,
      segment: { state: "active", overrideReason: "Versuch bis Juni", validFrom: expect.any(String) },
    });
    const row = (await report()).segments.find(({ code }) => code === "haeufige-kaeufer");
    expect(row).toMatchObject({
      customers: 10,
      stability: 0.625,
      overrideReason: "Versuch bis Juni",
      problem: null,
    });
  });

  it("is activated when it is steady; a reason that was not needed is no override", async () => {
    await saveSegment(test.workspace, input("Monatlich", orders(6)), "ana");
    expect(await backTest(test.workspace, "monatlich", undefined)).toMatchObject({
      backTest: { moved: 0, movedRatio: 0, adjustedRand: 1, keptRatio: 1 },
      admission: { admitted: true },
    });
    const active = await activateSegment(test.workspace, "monatlich", {
      ...ana,
      overrideReason: "for all cases",
    });
    expect(active).toMatchObject({ ok: true, segment: { state: "active", overrideReason: null } });
  });

  it("says with the next version who comes and goes and why", async () => {
    const found = await preview(orders(12), "haeufige-kaeufer");
    if (!found.ok) throw new Error(found.message.en);
    expect(found.preview.moves).toMatchObject({ againstVersion: 1, movedIn: 30, movedOut: 0 });
    expect(found.preview.moves!.sample).toHaveLength(20);
    expect(found.preview.moves!.sample[0]).toMatchObject({
      direction: "in",
      reasons: [{ column: "ordersLast12", holds: true, value: 12, text: { de: "Bestellungen ab 12" } }],
    });
  });

  it("can be taken back: the next version retires the one before, restoring brings it again", async () => {
    const next = { ...input("Monatlich", orders(5)), code: "monatlich" };
    expect(await saveSegment(test.workspace, next, "ben")).toMatchObject({ segment: { version: 2 } });
    expect(await activateSegment(test.workspace, "monatlich", ana)).toMatchObject({
      segment: { version: 2, state: "active" },
    });
    const states = async () =>
      (await listSegments(test.workspace))
        .find(({ code }) => code === "monatlich")!
        .versions.map(({ version, state }) => `${version} ${state}`);
    expect(await states()).toEqual(["2 active", "1 retired"]);
    await restoreSegment(test.workspace, "monatlich", { ...ana, version: 1 });
    expect(await states()).toEqual(["2 retired", "1 active"]);
    await retireSegment(test.workspace, "monatlich", ana);
    expect(await states()).toEqual(["2 retired", "1 retired"]);
    expect(await activateSegment(test.workspace, "monatlich", { ...ana, version: 1 })).toMatchObject({
      code: "segmentStateRefused",
    });
    expect(await restoreSegment(test.workspace, "monatlich", { ...ana, version: 1 })).toMatchObject({
      ok: true,
    });
    await saveSegment(test.workspace, next, "ben");
    await retireSegment(test.workspace, "monatlich", { ...ana, version: 3 });
    expect(await restoreSegment(test.workspace, "monatlich", { ...ana, version: 3 })).toMatchObject({
      ok: false,
      code: "segmentStateRefused",
    });
  });

  it("names what it does not know", async () => {
    expect(await retireSegment(test.workspace, "nobody", ana)).toMatchObject({ code: "unknownSegment" });
    expect(await backTest(test.workspace, "monatlich", 99)).toMatchObject({ code: "unknownSegment" });
    expect(
      await saveSegment(test.workspace, { ...input("x", orders(1)), code: "small" }, "ana"),
    ).toMatchObject({
      code: "segmentCodeReserved",
    });
  });
});

describe("a set of segments", () => {
  it("gives every customer to the first that fits, and shows who is left", async () => {
    const set = { segmentation: "Rhythmus" };
    const force = { ...ana, overrideReason: "test" };
    await saveSegment(test.workspace, input("Oft", orders(20), { ...set, position: 1 }), "ana");
    await saveSegment(
      test.workspace,
      input(
        "Gross",
        { match: "all", conditions: [{ column: "salesLast12Cents", op: "ge", value: 2_000_000 }] },
        { ...set, position: 2 },
      ),
      "ana",
    );
    await activateSegment(test.workspace, "oft", force);
    await activateSegment(test.workspace, "gross", force);
    const rows = (await report()).segments.filter(({ segmentation }) => segmentation === "Rhythmus");
    // ≥ 20,000: A9, A10 (n × 24 × 100 ≥ 20,000 needs n ≥ 9) are in "Oft" already; n × 12 × 100 needs n ≥ 17: A17…A40.
    expect(rows.map(({ code, kind, customers }) => [code, kind, customers])).toEqual([
      ["oft", "overlay", 10],
      ["gross", "overlay", 24],
      ["Rhythmus:rest", "rest", 6],
    ]);
  });

  it("is tested as a whole", async () => {
    const tested = await backTest(test.workspace, "gross", undefined);
    if (!tested.ok) throw new Error(tested.message.en);
    // "Gross" itself: A17…A20 were in "Oft" then. The whole set: A1…A10 and A16…A20 have another label.
    expect(tested.backTest).toMatchObject({ movedIn: 4, movedOut: 0, moved: 15 });
  });
});

describe("a definition whose column is gone", () => {
  it("refuses to run and says where; the others go on", async () => {
    const records = await test.workspace.records();
    const broken: SegmentDefinition = {
      match: "all",
      conditions: [{ column: "wasOnce", op: "ge", value: 1 }],
    };
    await records
      .insertInto("segment_version")
      .values({
        code: "broken",
        version: 1,
        state: "active",
        name: "Broken",
        definition: JSON.stringify(broken),
        action: "x",
        owner: "",
        segmentation: null,
        position: 0,
        author: "ana",
        reason: null,
      })
      .execute();
    const row = (await report()).segments.find(({ code }) => code === "broken");
    expect(row).toMatchObject({
      customers: 0,
      salesCents: null,
      problem: { en: expect.stringContaining("wasOnce") },
    });
    const listed = (await listSegments(test.workspace)).find(({ code }) => code === "broken");
    expect(listed!.active!.problems).toMatchObject([{ place: "conditions.0", code: "columnUnknown" }]);
    expect(await backTest(test.workspace, "broken", undefined)).toMatchObject({
      ok: false,
      code: "definitionUnresolved",
    });
  });
});

describe("the size backbone", () => {
  it("is as steady as measuring the earlier day says, at the same line", async () => {
    // A10 bought for 12,000 in 2024 and 24,000 in 2025; from the summer on beyond 13,000 and its band.
    await setParameter(test.workspace, "size.lineCents", 1_300_000, ana);
    const { segments } = await report();
    const later = (await context()).snapshotTable;
    await measure(test.workspace, { asOf: "2024-12-20" });
    const found = await reportContext(test.workspace, { asOf: "2024-12-20" });
    if (!found.ok) throw new Error(found.message.en);
    const { moved, customers } = await test.workspace.read((connection) =>
      one<{ moved: number; customers: number }>(
        connection,
        `SELECT count(*) FILTER (e.size_class <> l.size_class) AS moved, count(*) AS customers
        FROM ${found.context.snapshotTable} e JOIN ${later} l USING (customer_id)`,
      ),
    );
    expect(segments[0]!.stability).toBeCloseTo(1 - moved / customers, 12);
    expect(moved).toBeGreaterThan(0);
    await measure(test.workspace);
  });
});

describe("a company without a year of history", () => {
  it("cannot show that a segment is steady", async () => {
    const young = await testWorkspace();
    try {
      await addFacts(young.workspace, 1, { lines: purchases().filter(({ date }) => date >= "2025-12-01") });
      await nameCurrency(young.workspace, "CHF");
      const measured = await measureTwoDays(young.workspace);
      if (!measured.ok) throw new Error(measured.message.en);
      const [segment] = await readSegments(await test.workspace.records());
      const tested = await young.workspace.read((connection) =>
        backTestSegment(connection, measured.days, { ...segment!, definition: orders(1) }, []),
      );
      expect(tested).toMatchObject({ ok: true, backTest: { customers: 0, movedRatio: null } });
    } finally {
      await young.remove();
    }
  });
});
