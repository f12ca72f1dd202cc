import { defaultActivities } from "@kleinod/engine/measures/cost-to-serve/default-activities-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diffParameter } from "./diff-parameter.ts";
import { listParameters, setParameter } from "./parameters.ts";
import { addFacts, monthlyBuyers, type TestWorkspace, testWorkspace } from "./testing/test-workspace.ts";

let test: TestWorkspace;
beforeAll(async () => {
  test = await testWorkspace();
  await addFacts(test.workspace, 1, { lines: monthlyBuyers(5, 10_000) });
});
afterAll(() => test.remove());

const changed = (code: string, equation: string) =>
  defaultActivities.map((activity) => (activity.code === code ? { ...activity, equation } : activity));

describe("time equations in the app", () => {
  it("are refused with activity, driver, place and what is allowed; the value that held still holds", async () => {
    const refusal = await setParameter(
      test.workspace,
      "costToServe.activities",
      changed("visit", "90 + 3*km"),
      {
        author: "ana",
      },
    );
    expect(refusal).toEqual({
      ok: false,
      code: "valueNotAllowed",
      message: {
        de: "costToServe.activities[13].equation: Tätigkeit «visit»: Den Treiber «km» (Zeichen 6) gibt es hier nicht; erlaubt sind: newCustomer.",
        en: 'costToServe.activities[13].equation: Activity "visit": There is no driver "km" here (character 6); allowed are: newCustomer.',
      },
    });
    const held = (await listParameters(test.workspace)).find(({ code }) => code === "costToServe.activities");
    expect(held).toMatchObject({ version: 0, isDefault: true, isAssumption: true });
  });

  it("show what they would cost the whole base before they apply, and keep nothing", async () => {
    const same = await diffParameter(test.workspace, "costToServe.activities", defaultActivities);
    if (!same.ok) throw new Error(same.message.en);
    expect(same.cost.after).toEqual(same.cost.before);
    expect(same.affected).toBe(0);
    const dearer = await diffParameter(test.workspace, "costToServe.activities", changed("delivery", "1000"));
    if (!dearer.ok) throw new Error(dearer.message.en);
    expect(dearer.cost.before).toEqual(same.cost.before);
    expect(dearer.cost.after.fullCents).toBeGreaterThan(dearer.cost.before.fullCents);
    expect(dearer.cost.after.avoidableCents).toBeLessThan(dearer.cost.after.fullCents);
    expect(dearer.affected).toBeGreaterThan(0);
    const again = await diffParameter(test.workspace, "costToServe.activities", defaultActivities);
    expect(again).toEqual(same);
  });

  it("show that a longer horizon makes more of the cost avoidable, and none of it dearer", async () => {
    const diff = await diffParameter(test.workspace, "costToServe.horizonMonths", 24);
    if (!diff.ok) throw new Error(diff.message.en);
    expect(diff.cost.after.fullCents).toBe(diff.cost.before.fullCents);
    expect(diff.cost.after.avoidableCents).toBeGreaterThan(diff.cost.before.avoidableCents);
  });
});
