import { responsibilityReportSchema } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import type { AssignmentInput } from "@kleinod/engine/segments/responsibility/rule-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bumpFactsVersion } from "../duckdb/fact-store.ts";
import { createCapture, setCaptureUndone } from "../facts/captures.ts";
import { addSample, createCampaign } from "../facts/time-samples.ts";
import { proposeAdoption, samplingResult } from "../facts/time-samples-result.ts";
import { measure } from "../workspace/measure.ts";
import { reportContext } from "../workspace/measure-context.ts";
import { rebuildMirror } from "../workspace/mirror.ts";
import { setParameter } from "./parameters.ts";
import {
  assignResponsible,
  declareLegitimate,
  handOver,
  listResponsibilityDecisions,
  previewAssignment,
  undoResponsibilityDecision,
} from "./responsibility-decisions.ts";
import { responsibilityRecords } from "./responsibility-records.ts";
import { responsibilityReport } from "./responsibility-report.ts";
import { addFacts, nameCurrency, type TestWorkspace, testWorkspace } from "./testing/test-workspace.ts";

const ana = { author: "ana" };
let test: TestWorkspace;

beforeAll(async () => {
  test = await testWorkspace();
  const { workspace } = test;
  await nameCurrency(workspace, "CHF");
  // Two customers, one large, one small: the line lies between them.
  await addFacts(workspace, 1, {
    lines: [
      { document: "D1", account: "BIG", date: "2025-12-30", cents: 90_000_000 },
      { document: "D2", account: "TINY", date: "2025-12-30", cents: 40_000 },
    ],
  });
  await setParameter(workspace, "size.lineCents", 1_000_000, ana);
});
afterAll(() => test.remove());

async function report(limit = 1000) {
  const { workspace } = test;
  const measured = await measure(workspace);
  if (!measured.ok) throw new Error(measured.message.en);
  const found = await reportContext(workspace);
  if (!found.ok) throw new Error(found.message.en);
  const recorded = await responsibilityRecords(workspace, ["keyAccount", "fieldSales", "expert"]);
  const document = await workspace.read((connection) =>
    responsibilityReport(connection, found.context, recorded, limit),
  );
  return responsibilityReportSchema.parse(document);
}

const facts = (...statements: string[]) =>
  test.workspace.write(async (connection) => {
    for (const sql of statements) await connection.run(sql);
    await bumpFactsVersion(connection);
  });

const idOf = async (account: string) => {
  const { gaps } = await report();
  const gap = gaps.find(({ accountKey }) => accountKey === account);
  if (gap === undefined) throw new Error(`${account} is no gap`);
  return gap.customerId;
};

const assignment = (customers: number[], name: string): AssignmentInput => ({
  target: { customers },
  assign: { type: "pool", name, category: null },
  reason: null,
});

describe("AT2.1: the leak in a store", () => {
  it("is 48 % with money at loaded rates, and an interval when 30 % is declared unlogged", async () => {
    // 1,000 talks of key account and field sales, half an hour each, 480 of them at the small customer.
    await facts(
      `INSERT INTO activity_folded (source, activity_key, account_id, started_at, activity_type, role, person, minutes, reason)
      SELECT 'crm', 'K' || n, (SELECT account_id FROM account WHERE account_key = CASE WHEN n < 480 THEN 'TINY' ELSE 'BIG' END),
        TIMESTAMP '2025-12-01 09:30:00', 'visit', CASE n % 2 WHEN 0 THEN 'KAM' ELSE 'Aussendienst' END, 'Meier', 30,
        CASE WHEN n % 3 = 0 THEN 'wusste nicht, wen anrufen' END
      FROM range(1000) t(n)`,
      // Inside sales may talk to whomever they like.
      `INSERT INTO activity_folded (source, activity_key, account_id, started_at, activity_type, role, minutes)
      SELECT 'crm', 'I1', account_id, TIMESTAMP '2025-12-01 09:30:00', 'call', 'Innendienst', 600 FROM account WHERE account_key = 'TINY'`,
    );
    await setParameter(
      test.workspace,
      "leak.unloggedRatio",
      { keyAccount: 0, fieldSales: 0, expert: 0 },
      ana,
    );
    const whole = (await report()).leak;
    // 240 of 500 hours; 240 · 30 min at the assumed 1.85 and 240 · 30 at 1.55
    expect(whole).toMatchObject({ ratio: 0.48, low: 0.48, high: 0.48, hours: 240, totalHours: 500 });
    expect(whole.costCents).toBe(240 * 30 * 185 + 240 * 30 * 155);
    expect(whole.byReason.map(({ reason, events }) => [reason, events])).toEqual([
      [null, 320],
      ["wusste nicht, wen anrufen", 160],
    ]);
    await setParameter(test.workspace, "leak.unloggedRatio", { keyAccount: 0.3, fieldSales: 0.3 }, ana);
    const { leak } = await report();
    expect(leak.ratio).toBeCloseTo(0.48, 10);
    // 480 ÷ 1,428.6 and (480 + 428.6) ÷ 1,428.6
    expect(leak.low).toBeCloseTo(0.336, 3);
    expect(leak.high).toBeCloseTo(0.636, 3);
  });

  it("takes the rate of the role's cost pool where there is one", async () => {
    await facts(`INSERT INTO cost_pool_folded (source, pool_code, valid_from, valid_to, role, cost_cents, capacity_minutes)
      VALUES ('fi', 'KAM', DATE '2025-01-01', DATE '2025-12-31', 'keyAccount', 30000000, 100000)`);
    const { leak } = await report();
    // CHF 300,000 ÷ 100,000 minutes = CHF 3.00 a minute
    const keyAccount = leak.byRole.find(({ role }) => role === "keyAccount");
    expect(keyAccount).toMatchObject({ rateIsAssumed: false, costCents: 240 * 30 * 300 });
    expect(keyAccount?.centsPerMinute).toBeCloseTo(300, 4);
  });

  it("leaves out what somebody declared as wanted, until that is undone", async () => {
    const tiny = await idOf("TINY");
    const made = await declareLegitimate(
      test.workspace,
      { target: { customers: [tiny] }, role: "keyAccount", reason: "Referenzkunde" },
      "ana",
    );
    if (!made.ok) throw new Error(made.message.en);
    const { leak } = await report();
    // The 240 talks of field sales remain.
    expect(leak.ratio).toBeCloseTo(0.24, 10);
    expect(leak.legitimate.events).toBe(240);
    await undoResponsibilityDecision(test.workspace, made.id, "ana");
    expect((await report()).leak.ratio).toBeCloseTo(0.48, 10);
  });
});

describe("AT2.4: nobody without a responsible", () => {
  it("500 newly imported customers are assigned or listed as gaps right after measuring", async () => {
    const accounts = Array.from({ length: 500 }, (_, index) => ({
      account: `N${index}`,
      name: `Neu ${index}`,
    }));
    await addFacts(test.workspace, 2, { accounts });
    await facts(`UPDATE customer_folded SET owner = 'Ana Muster'
      WHERE account_id IN (SELECT account_id FROM account WHERE account_key LIKE 'N%' AND account_id % 2 = 0)`);
    const { coverage, gaps, gapsTotal, promises, responsibles } = await report();
    expect(coverage).toMatchObject({ customers: 502, gaps: gapsTotal });
    expect(coverage.person + coverage.gaps).toBe(502);
    expect(responsibles).toMatchObject([{ type: "person", name: "Ana Muster", customers: coverage.person }]);
    const listed = gaps.filter(({ accountKey }) => accountKey.startsWith("N"));
    expect(listed.length + coverage.person).toBe(500);
    expect(listed.every(({ why }) => why.code === "newCustomer")).toBe(true);
    // A promise holds for each of them.
    expect(promises.reduce((sum, { customers }) => sum + customers, 0)).toBe(502);
    expect(gaps.every(({ serviceCategory }) => serviceCategory !== "")).toBe(true);
  });

  it("shows what an assignment of many would change, makes it at once and takes it back as one", async () => {
    const gapsBefore = (await report()).gapsTotal;
    const wanted: AssignmentInput = {
      target: { query: { filters: [{ column: "isGap", op: "eq", value: true }] } },
      assign: { type: "pool", name: "Team Nord", category: null },
      reason: "Neu verteilt",
    };
    expect(await previewAssignment(test.workspace, wanted)).toMatchObject({
      ok: true,
      customers: gapsBefore,
      gapsClosed: gapsBefore,
      moved: 0,
    });
    const made = await assignResponsible(test.workspace, wanted, "ana");
    if (!made.ok) throw new Error(made.message.en);
    expect(made.customers).toBe(gapsBefore);
    expect((await report()).coverage).toMatchObject({ gaps: 0, pool: gapsBefore });
    expect(await undoResponsibilityDecision(test.workspace, made.id, "ana")).toMatchObject({ ok: true });
    expect((await report()).coverage).toMatchObject({ gaps: gapsBefore, pool: 0 });
    expect(await undoResponsibilityDecision(test.workspace, made.id, "ana")).toMatchObject({
      ok: false,
      code: "alreadyUndone",
    });
    expect(await assignResponsible(test.workspace, assignment([99_999], "X"), "ana")).toMatchObject({
      code: "unknownCustomer",
    });
  });

  it("assigns the customers of one group of gaps, and proposes who looks after their neighbours", async () => {
    const { gapGroups } = await report();
    const [group] = gapGroups;
    expect(group).toMatchObject({ branch: null, region: null });
    expect(group?.proposals[0]).toMatchObject({ name: "Ana Muster", basis: "all" });
    const target = { gapGroup: { branch: null, region: null } };
    const preview = await previewAssignment(test.workspace, { ...assignment([1], "Pool A"), target });
    expect(preview).toMatchObject({ customers: group?.customers });
  });

  it("hands a customer over to somebody by name, with a time and a note", async () => {
    const tiny = await idOf("TINY");
    const made = await handOver(
      test.workspace,
      {
        customerId: tiny,
        from: "Meier",
        to: { type: "person", name: "Frau Huber", category: null },
        agreedAt: "2026-02-03T10:00",
        note: "Ruft am Dienstag an, kennt die Anlage.",
      },
      "ana",
    );
    if (!made.ok) throw new Error(made.message.en);
    const after = await report();
    expect(after.handovers).toMatchObject([
      { customerId: tiny, from: "Meier", to: { name: "Frau Huber" }, agreedAt: "2026-02-03T10:00" },
    ]);
    expect(after.gaps.some(({ customerId }) => customerId === tiny)).toBe(false);
    expect(await listResponsibilityDecisions(test.workspace)).toMatchObject([
      { id: made.id, kind: "handover", customers: 1, isUndone: false },
      {},
      {},
    ]);
  });

  it("refuses rules whose conditions cannot be run, and keeps what is mirrored after a kill", async () => {
    const rule = {
      code: "large",
      label: { de: "Gross", en: "Large" },
      filters: [{ column: "responsible", op: "eq", value: "x" }],
      assign: { type: "person", name: "Ben" },
    };
    expect(await setParameter(test.workspace, "responsibility.rules", [rule], ana)).toMatchObject({
      code: "valueNotAllowed",
      message: { en: expect.stringContaining("follows from responsibility") },
    });
    const unknown = { ...rule, filters: [{ column: "shoeSize", op: "eq", value: 42 }] };
    expect(await setParameter(test.workspace, "responsibility.rules", [unknown], ana)).toMatchObject({
      code: "valueNotAllowed",
      message: { en: expect.stringContaining("shoeSize") },
    });
    await test.workspace.write((connection) =>
      connection.run("UPDATE mirror_state SET pending = true WHERE part = 'responsibility'"),
    );
    await test.workspace.write((connection) => connection.run("DELETE FROM responsibility_exception"));
    expect(await rebuildMirror(test.workspace)).toEqual(["responsibility"]);
    expect((await report()).gaps.some(({ accountKey }) => accountKey === "TINY")).toBe(false);
  });
});

describe("AT2.3: service that does not fit", () => {
  it("suggests a leaner service to a large customer with specialists of its own who uses 5 % of what is offered", async () => {
    await facts(
      `INSERT INTO contact_current (contact_key, account_id, role)
      SELECT 'P' || n, account_id, 'Leiter Einkauf' FROM account, range(2) t(n) WHERE account_key = 'BIG'`,
      `INSERT INTO service_element_folded (source, account_id, element, used_at, is_offered, is_used, minutes)
      SELECT 'crm', account_id, 'Review ' || n, DATE '2025-10-01', true, n = 0, 60 FROM account, range(20) t(n)
      WHERE account_key = 'BIG'`,
    );
    const { overRitualised } = (await report()).mismatch;
    expect(overRitualised.total).toBe(1);
    expect(overRitualised.rows[0]).toMatchObject({
      accountKey: "BIG",
      suggestion: "leaner",
      ownSpecialists: 2,
      elementsOffered: 20,
      elementsUsed: 1,
      usedRatio: 0.05,
      visits: 520,
    });
    // 19 unused reviews of an hour at the pool's CHF 3.00; its visits are what is usual among large customers: there is no other.
    expect(overRitualised.minutes).toBe(19 * 60);
    expect(overRitualised.costCents).toBe(19 * 60 * 300);
  });
});

describe("captured activities", () => {
  it("are facts: they count in the leak, and no more when they are taken back", async () => {
    const { workspace } = test;
    const before = (await report()).leak;
    await setParameter(workspace, "people.roles", { keller: "expert" }, ana);
    const [capturedAt] = ["2025-12-20T14:00"];
    const customerId = await idOf("BIG");
    const made = await createCapture(
      workspace,
      {
        customerId,
        activityType: "expert",
        reason: "Auslegung",
        minutes: 90,
        isSolved: true,
        nextDate: null,
        initiatedBy: "customer",
        role: null,
        person: "Keller",
        channel: null,
        needField: null,
        subject: null,
        startedAt: capturedAt!,
      },
      "ana",
    );
    if (!made.ok) throw new Error(made.message.en);
    expect(made.capture).toMatchObject({ role: "expert", customerId, revision: 1 });
    const after = (await report()).leak;
    expect(after.totalHours - before.totalHours).toBeCloseTo(1.5, 10);
    const undone = await setCaptureUndone(workspace, made.capture.id, true, "ana");
    expect(undone).toMatchObject({ ok: true, capture: { isUndone: true, revision: 2 } });
    expect((await report()).leak.totalHours).toBeCloseTo(before.totalHours, 10);
  });
});

describe("time sampling", () => {
  it("measures minutes, becomes a version of the cost model, and tells the leak with its sampling error", async () => {
    const { workspace } = test;
    const { campaign } = await createCampaign(
      workspace,
      {
        name: "Zwei Wochen im Januar",
        from: "2026-01-12",
        to: "2026-01-23",
        people: [{ person: "Meier", role: "fieldSales" }],
        promptsPerDay: 8,
      },
      "ana",
    );
    const big = await idOf("BIG");
    const sample = { person: "Meier", reason: null, at: "2026-01-13T09:15" };
    for (let index = 0; index < 12; index++) {
      const added = await addSample(
        workspace,
        campaign.id,
        { ...sample, activity: "call", customerId: big, minutes: 6 + (index % 3) },
        "ana",
      );
      if (!added.ok) throw new Error(added.message.en);
    }
    await addSample(
      workspace,
      campaign.id,
      { ...sample, activity: "visit", customerId: null, minutes: 90 },
      "ana",
    );
    const outside = { ...sample, activity: "call", customerId: null, minutes: 5, at: "2026-02-13T09:15" };
    expect(await addSample(workspace, campaign.id, outside, "ana")).toMatchObject({
      code: "valueNotAllowed",
    });
    const result = await samplingResult(workspace, campaign.id);
    // Ten work days of eight questions to one person; mean of 6, 7, 8 is 7.
    expect(result).toMatchObject({ ok: true, samples: 13, asked: 80, coverageRatio: 13 / 80 });
    if (!result.ok) return;
    expect(result.activities[0]).toMatchObject({
      activity: "call",
      timed: 12,
      meanMinutes: 7,
      isAdoptable: true,
    });
    expect(await proposeAdoption(workspace, campaign.id, ["visit"])).toMatchObject({
      code: "valueNotAllowed",
    });
    const adoption = await proposeAdoption(workspace, campaign.id, []);
    if (!adoption.ok) throw new Error(adoption.message.en);
    expect(adoption.changes).toMatchObject([{ activity: "call", before: "11.6", after: "7", timed: 12 }]);
    const { reason } = adoption;
    const set = await setParameter(workspace, "costToServe.activities", adoption.value, {
      author: "ana",
      reason,
    });
    expect(set).toMatchObject({ ok: true, parameter: { version: 1, reason } });
    const { fromTimeSample } = (await report()).leak;
    expect(fromTimeSample).toMatchObject({ campaignId: campaign.id, samples: 13, ratio: 0 });
    expect(fromTimeSample?.high).toBeGreaterThan(0);
  });
});
