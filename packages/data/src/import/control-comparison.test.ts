import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addFacts, type TestWorkspace, testWorkspace } from "../segments/testing/test-workspace.ts";
import { mirrorReady } from "../workspace/mirror.ts";
import { controlComparison, setControlFigure } from "./control-comparison.ts";

let test: TestWorkspace;
beforeAll(async () => {
  test = await testWorkspace();
  await mirrorReady(test.workspace);
  await addFacts(test.workspace, 1, {
    lines: [
      { document: "1", account: "A1", date: "2025-11-03", cents: 10_000 },
      { document: "1", account: "A1", date: "2025-11-03", cents: 2_500 },
      { document: "2", account: null, date: "2025-11-20", cents: 4_000 },
      { document: "3", account: "A1", date: "2025-12-01", cents: -1_000, documentType: "creditNote" },
      { document: "4", account: "A1", date: "2025-12-02", cents: 9_900, currency: "EUR" },
    ],
  });
  await test.workspace.write((connection) =>
    connection.run(
      "INSERT INTO rejected_total VALUES (1, '2025-11', 'invoice', 2, 3000), (1, NULL, NULL, 1, 5)",
    ),
  );
});
afterAll(() => test.remove());

const row = async (month: string, documentType: string) =>
  (await controlComparison(test.workspace)).rows.find(
    (candidate) => candidate.month === month && candidate.documentType === documentType,
  );

describe("control comparison", () => {
  it("counts every line, whatever its customer, per month and document type", async () => {
    const { rows } = await controlComparison(test.workspace);
    expect(
      rows.map(({ month, documentType, documents, lines, amountCents }) => [
        month,
        documentType,
        documents,
        lines,
        amountCents,
      ]),
    ).toEqual([
      ["2025-11", "invoice", 2, 3, 16_500],
      ["2025-12", "creditNote", 1, 1, -1_000],
      ["2025-12", "invoice", 1, 1, 0],
    ]);
    expect(rows[0]).toMatchObject({ erpCents: null, differenceCents: null, unexplainedCents: null });
  });

  it("explains the difference by what was rejected", async () => {
    // ours 165.– and 30.– rejected = 195.–
    await setControlFigure(test.workspace, "2025-11", "invoice", 19_500, "ana");
    expect(await row("2025-11", "invoice")).toMatchObject({
      differenceCents: -3_000,
      rejectedLines: 2,
      rejectedCents: 3_000,
      unexplainedCents: 0,
    });
  });

  it("explains it by lines without a customer where the ERP leaves them out", async () => {
    // 195.– less 40.– without a customer = 155.–, and 1.– that nobody knows
    await setControlFigure(test.workspace, "2025-11", "invoice", 15_400, "ana");
    expect(await row("2025-11", "invoice")).toMatchObject({
      differenceCents: 1_100,
      withoutCustomerCents: 4_000,
      unexplainedCents: 100,
    });
  });

  it("knows no remainder while lines have no rate", async () => {
    await setControlFigure(test.workspace, "2025-12", "invoice", 9_400, "ana");
    expect(await row("2025-12", "invoice")).toMatchObject({
      differenceCents: -9_400,
      unconvertedLines: 1,
      unconvertedCents: 9_900,
      unexplainedCents: null,
    });
  });

  it("lists a month that only the ERP knows; an emptied figure is gone", async () => {
    await setControlFigure(test.workspace, "2025-10", "invoice", 777, "ana");
    expect(await row("2025-10", "invoice")).toMatchObject({
      lines: 0,
      differenceCents: -777,
      unexplainedCents: -777,
    });
    await setControlFigure(test.workspace, "2025-10", "invoice", null, "ana");
    expect(await row("2025-10", "invoice")).toBeUndefined();
  });

  it("leaves out what an undone batch rejected", async () => {
    await test.workspace.write((connection) => connection.run("UPDATE batch SET undone = true"));
    expect(await row("2025-11", "invoice")).toMatchObject({ rejectedLines: 0 });
  });

  it.each([
    ["2025-13", "invoice", 1, "monthInvalid"],
    ["2025-12", "quote", 1, "documentTypeUnknown"],
    ["2025-12", "invoice", 1.5, "amountInvalid"],
  ])("refuses %s %s %s", async (month, documentType, cents, code) => {
    expect(await setControlFigure(test.workspace, month, documentType, cents, "ana")).toMatchObject({
      ok: false,
      code,
    });
  });
});
