import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Cancelled } from "../import/progress.ts";
import { measure } from "../workspace/measure.ts";
import { diffParameter } from "./diff-parameter.ts";
import { listParameters, setParameter } from "./parameters.ts";
import { countAtSizeLine, proposeSizeLine } from "./size-line.ts";
import { addFacts, monthlyBuyers, type TestWorkspace, testWorkspace } from "./testing/test-workspace.ts";

let test: TestWorkspace;
beforeAll(async () => {
  test = await testWorkspace("2026-01-31");
  // A1 1,200.– a year, A2 2,400.–, A3 3,600.–, A4 4,800.–: together 12,000.–
  await addFacts(test.workspace, 1, { lines: monthlyBuyers(4, 10_000) });
});
afterAll(() => test.remove());

describe("size line", () => {
  it("is proposed where the larger customers hold 75 %, on a 1-2-5 scale", async () => {
    // largest first 4,800 + 3,600 = 8,400 = 70 %; with 2,400 = 90 %: the customer at 2,400.–, nearest of 1-2-5 is 2,000.–
    expect(await proposeSizeLine(test.workspace)).toEqual({
      ok: true,
      proposalCents: 200_000,
      stepsCents: [
        2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000,
        10_000_000, 20_000_000,
      ],
      currency: null,
    });
  });

  it("counts at any line, without waiting for a new measurement", async () => {
    // 1,200 + 2,400 = 3,600 of 12,000
    expect(await countAtSizeLine(test.workspace, 300_000)).toEqual({
      ok: true,
      small: 2,
      large: 2,
      smallSalesShare: 0.3,
      largeSalesShare: 0.7,
    });
    expect(await countAtSizeLine(test.workspace, 0)).toMatchObject({ code: "valueNotAllowed" });
  });

  it("shows its consequences before it is applied, and keeps nothing of the trial", async () => {
    const before = await listParameters(test.workspace);
    const diff = await diffParameter(test.workspace, "size.lineCents", 400_000);
    expect(diff).toMatchObject({
      ok: true,
      affected: 2,
      before: { small: 1, large: 3, active: 4 },
      after: { small: 3, large: 1, active: 4 },
      sizeClassChanges: {
        total: 2,
        sample: [
          { customer: "A3", before: "large", after: "small" },
          { customer: "A2", before: "large", after: "small" },
        ],
      },
    });
    expect(await listParameters(test.workspace)).toEqual(before);
    const measured = await measure(test.workspace);
    expect(measured.ok && measured.steps.every((step) => step.reused)).toBe(true);
  });

  it("says that a name changes nothing, and refuses what setting would refuse", async () => {
    expect(await diffParameter(test.workspace, "company.name", "Alpfix")).toMatchObject({ affected: 0 });
    expect(await diffParameter(test.workspace, "size.lineCents", 1.5)).toMatchObject({
      code: "valueNotAllowed",
    });
  });

  it("tries another currency without touching the rates", async () => {
    await addFacts(test.workspace, 2, {
      lines: [{ document: "E1", account: "A5", date: "2025-12-15", cents: 100_000, currency: "EUR" }],
    });
    await measure(test.workspace);
    expect(await diffParameter(test.workspace, "company.currency", "EUR")).toMatchObject({
      affected: 1,
      before: { sizeUnclear: 1 },
      after: { sizeUnclear: 0 },
    });
    expect(await diffParameter(test.workspace, "company.currency", null)).toMatchObject({ affected: 0 });
  });

  it("holds once it is set", async () => {
    await setParameter(test.workspace, "size.lineCents", 400_000, { author: "ana" });
    const measured = await measure(test.workspace);
    const ran = measured.ok ? measured.steps.filter((step) => !step.reused).map(({ step }) => step) : [];
    expect(ran).toEqual(expect.arrayContaining(["size", "snapshot"]));
    expect(ran).not.toContain("sales");
  });

  it("stops the trial when asked", async () => {
    const abort = new AbortController();
    const onProgress = () => abort.abort();
    await expect(
      diffParameter(test.workspace, "rhythm.peerWeight", 9, { signal: abort.signal, onProgress }),
    ).rejects.toThrow(Cancelled);
  });
});
