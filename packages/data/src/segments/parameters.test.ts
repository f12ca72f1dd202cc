import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { all } from "../duckdb/connect.ts";
import { rebuildMirror } from "../workspace/mirror.ts";
import { listParameters, setParameter } from "./parameters.ts";
import { type TestWorkspace, testWorkspace } from "./testing/test-workspace.ts";

const ana = { author: "ana", reason: "decided with sales" };
let test: TestWorkspace;
beforeAll(async () => {
  test = await testWorkspace();
});
afterAll(() => test.remove());

const parameter = async (code: string) =>
  (await listParameters(test.workspace)).find((candidate) => candidate.code === code);

describe("parameters", () => {
  it("are the defaults until somebody sets them, without opening the records", async () => {
    expect(await parameter("rhythm.dormantQuantile")).toMatchObject({
      value: 0.95,
      version: 0,
      isDefault: true,
      isAssumption: true,
      author: null,
    });
  });

  it("keep every version; going back to the default is a version too", async () => {
    const set = await setParameter(test.workspace, "rhythm.dormantQuantile", 0.9, ana);
    expect(set).toMatchObject({ ok: true, parameter: { value: 0.9, version: 1, isDefault: false, ...ana } });
    await setParameter(test.workspace, "rhythm.dormantQuantile", 0.95, { author: "ben" });
    expect(await parameter("rhythm.dormantQuantile")).toMatchObject({
      value: 0.95,
      version: 2,
      isDefault: true,
      author: "ben",
      reason: null,
    });
    const records = await test.workspace.records();
    const audit = await records.selectFrom("audit_entry").selectAll().orderBy("id").execute();
    expect(audit.map(({ author, action, detail }) => ({ author, action, detail }))).toEqual([
      {
        author: "ana",
        action: "setParameter",
        detail: { version: 1, before: 0.95, after: 0.9, reason: ana.reason },
      },
      {
        author: "ben",
        action: "setParameter",
        detail: { version: 2, before: 0.9, after: 0.95, reason: null },
      },
    ]);
  });

  it("refuse what is not allowed, naming the thing, the value and the range", async () => {
    const refusal = await setParameter(test.workspace, "rhythm.peerWeight", -1, ana);
    expect(refusal).toEqual({
      ok: false,
      code: "valueNotAllowed",
      message: {
        de: "rhythm.peerWeight kann nicht -1 sein; erlaubt ist eine Zahl ab 0 und bis 1000.",
        en: "rhythm.peerWeight cannot be -1; allowed is a number from 0 and up to 1000.",
      },
    });
    expect(await setParameter(test.workspace, "rhythm.slowing", 0.5, ana)).toMatchObject({
      code: "unknownParameter",
    });
    // 0.96 ≥ 0.95: a customer would be dormant before slowing
    expect(await setParameter(test.workspace, "rhythm.slowingQuantile", 0.96, ana)).toMatchObject({
      code: "valueNotAllowed",
      message: { en: expect.stringContaining("below rhythm.dormantQuantile (0.95)") },
    });
    expect(await parameter("rhythm.slowingQuantile")).toMatchObject({ value: 0.8, version: 0 });
  });

  it("give the rates that lines are converted with: the company currency and what was entered", async () => {
    const rates = () =>
      test.workspace.read((connection) =>
        all(connection, "SELECT currency, factor FROM rate ORDER BY currency"),
      );
    await setParameter(test.workspace, "company.rates", { EUR: 0.95 }, ana);
    expect(await rates()).toEqual([]);
    await setParameter(test.workspace, "company.currency", "CHF", ana);
    expect(await rates()).toEqual([
      { currency: "CHF", factor: 1 },
      { currency: "EUR", factor: 0.95 },
    ]);
    await setParameter(test.workspace, "company.currency", "EUR", ana);
    expect(await rates()).toEqual([{ currency: "EUR", factor: 1 }]);
  });

  it("are copied again after a kill between records and facts", async () => {
    await test.workspace.write((connection) =>
      connection.run("UPDATE mirror_state SET pending = true WHERE part = 'parameters'"),
    );
    await (await test.workspace.records())
      .insertInto("parameter_version")
      .values({ code: "rhythm.peerWeight", version: 1, value: JSON.stringify({ value: 5 }), author: "ana" })
      .execute();
    await test.reopen();
    expect(await parameter("rhythm.peerWeight")).toMatchObject({ value: 5, version: 1 });
    expect(await rebuildMirror(test.workspace)).toEqual([]);
  });
});
