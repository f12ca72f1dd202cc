import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addNewInsight, changeInsight, deleteInsight, listInsights } from "./insights.ts";
import { type TestWorkspace, testWorkspace } from "./testing/test-workspace.ts";

let test: TestWorkspace;
let today = "2026-01-31";
beforeAll(async () => {
  test = await testWorkspace(() => today);
});
afterAll(() => test.remove());

describe("an insight of a conversation", () => {
  it("is noted with a claim and a kind; who, how strong and how long come by themselves", async () => {
    const noted = await addNewInsight(
      test.workspace,
      { claim: "Planer fragen nach BIM-Daten", evidenceKind: "conversation" },
      "ana",
    );
    expect(noted).toMatchObject({
      ok: true,
      insight: {
        id: "i1",
        version: 1,
        strength: "weak",
        owner: "ana",
        statedOn: "2026-01-31",
        expiresOn: "2026-07-31",
        state: "live",
        decisions: [],
      },
    });
    expect(await listInsights(test.workspace)).toMatchObject({
      hidden: 0,
      yield: { created: 1, changedDecision: 0, ratio: 0 },
    });
  });

  it("counts for K29 once it changed a decision; the decision can be taken back", async () => {
    const changed = await changeInsight(
      test.workspace,
      "i1",
      { addDecision: { text: "BIM-Daten ins Portal" } },
      "ben",
    );
    expect(changed).toMatchObject({
      insight: { decisions: [{ text: "BIM-Daten ins Portal", decidedOn: "2026-01-31", author: "ben" }] },
    });
    expect((await listInsights(test.workspace)).yield.ratio).toBe(1);
    const id = changed.ok ? changed.insight.decisions[0]!.id : "";
    await changeInsight(test.workspace, "i1", { removeDecision: id }, "ben");
    expect((await listInsights(test.workspace)).yield.ratio).toBe(0);
    expect(await changeInsight(test.workspace, "i1", { removeDecision: id }, "ben")).toMatchObject({
      code: "unknownDecision",
    });
  });

  it("keeps every version; a change and a deletion are undone by going back", async () => {
    await changeInsight(test.workspace, "i1", { strength: "strong", claim: "Alle fragen nach BIM" }, "ana");
    expect(await changeInsight(test.workspace, "i1", { restoreVersion: 1 }, "ana")).toMatchObject({
      insight: { version: 3, strength: "weak", claim: "Planer fragen nach BIM-Daten" },
    });
    expect(await deleteInsight(test.workspace, "i1", "ana")).toMatchObject({
      ok: true,
      insight: { version: 3 },
    });
    expect((await listInsights(test.workspace, true)).insights).toEqual([]);
    expect(await deleteInsight(test.workspace, "i1", "ana")).toMatchObject({ code: "unknownInsight" });
    await changeInsight(test.workspace, "i1", { restoreVersion: 3 }, "ana");
    expect((await listInsights(test.workspace)).insights).toHaveLength(1);
    expect(await changeInsight(test.workspace, "i1", { restoreVersion: 99 }, "ana")).toMatchObject({
      ok: false,
    });
  });

  it("leaves the list when it is expired, and is there when asked for", async () => {
    const expiry = {
      claim: "Messe war gut besucht",
      evidenceKind: "workshop",
      expiresOn: "2026-02-15",
    } as const;
    await addNewInsight(test.workspace, expiry, "ana");
    expect((await listInsights(test.workspace)).insights).toHaveLength(2);
    today = "2026-02-16";
    const shown = await listInsights(test.workspace);
    expect(shown.insights.map(({ id }) => id)).toEqual(["i1"]);
    expect(shown.hidden).toBe(1);
    expect((await listInsights(test.workspace, true)).insights.map(({ state }) => state).sort()).toEqual([
      "expired",
      "live",
    ]);
    expect(await addNewInsight(test.workspace, expiry, "ana")).toMatchObject({
      ok: false,
      code: "valueNotAllowed",
    });
    today = "2026-01-31";
  });
});

describe("insights and surveys of files", () => {
  it("stand beside the own ones; decisions can be added, the text cannot be changed", async () => {
    await test.workspace.write(async (connection) => {
      await connection.run(`INSERT INTO batch VALUES (1, 'workshop', 'insights', 'delta', 'w.csv', 'sha', 1,
        TIMESTAMP '2026-01-01 08:00:00', false, '{}')`);
      await connection.run(`INSERT INTO insight_folded BY NAME SELECT 'workshop' AS source, 'W1' AS insight_key,
        'Kleine Betriebe bestellen abends' AS claim, 'workshop' AS evidence_kind, 'medium' AS strength, 'ben' AS owner,
        DATE '2026-01-05' AS stated_on, DATE '2026-12-31' AS expires_on, NULL AS decision, 1 AS last_batch, 1 AS last_row`);
      for (const [index, score] of [7, 6, 2, 1].entries()) {
        await connection.run(`INSERT INTO survey_folded BY NAME SELECT 'web' AS source, 'R${index}' AS response_key,
          'war einfach' AS question, DATE '2026-01-0${index + 1}' AS answered_at, ${score} AS score, 7 AS scale_max,
          ${score > 5 ? "'gern wieder'" : "NULL"} AS answer, 1 AS last_batch, ${index + 1} AS last_row`);
      }
    });
    const { insights, facts } = await listInsights(test.workspace);
    const imported = insights.find(({ origin }) => origin === "file")!;
    expect(imported).toMatchObject({
      id: "f:workshop:W1",
      claim: "Kleine Betriebe bestellen abends",
      state: "live",
    });
    // Mean (7 + 6 + 2 + 1) ÷ 4 = 4; two of four in 5…7.
    expect(facts).toMatchObject([
      {
        question: "war einfach",
        responses: 4,
        mean: 4,
        highShare: 0.5,
        firstAnswer: "2026-01-01",
        lastAnswer: "2026-01-04",
      },
    ]);
    expect(facts[0]!.answers).toEqual([{ answer: "gern wieder", count: 2 }]);
    expect(facts[0]!.low).toBeLessThan(4);
    expect(await changeInsight(test.workspace, imported.id, { claim: "anders" }, "ana")).toMatchObject({
      code: "insightFromFile",
    });
    expect(await deleteInsight(test.workspace, imported.id, "ana")).toMatchObject({
      code: "insightFromFile",
    });
    const decided = await changeInsight(
      test.workspace,
      imported.id,
      { addDecision: { text: "Abendschalter im Chat" } },
      "ana",
    );
    expect(decided).toMatchObject({ insight: { decisions: [{ text: "Abendschalter im Chat" }] } });
    expect(
      await changeInsight(test.workspace, "f:none:X", { addDecision: { text: "Irgendwas" } }, "ana"),
    ).toMatchObject({
      code: "unknownInsight",
    });
  });
});
