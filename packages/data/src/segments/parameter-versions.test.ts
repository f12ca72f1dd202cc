import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parameterVersions } from "./parameter-versions.ts";
import { setParameter } from "./parameters.ts";
import { type TestWorkspace, testWorkspace } from "./testing/test-workspace.ts";

let test: TestWorkspace;
beforeAll(async () => {
  test = await testWorkspace();
});
afterAll(() => test.remove());

describe("versions of a parameter", () => {
  it("are the shipped value alone until somebody sets one", async () => {
    expect(await parameterVersions(test.workspace, "rhythm.dormantQuantile")).toEqual([
      { version: 0, value: 0.95, author: null, reason: null, validFrom: null },
    ]);
  });

  it("stay, the latest first, with author and reason; setting an old value back is a version too", async () => {
    const code = "rhythm.dormantQuantile";
    await setParameter(test.workspace, code, 0.9, { author: "ana", reason: "too many calls" });
    await setParameter(test.workspace, code, 0.95, { author: "ben" });
    expect(await parameterVersions(test.workspace, code)).toMatchObject([
      { version: 2, value: 0.95, author: "ben", reason: null },
      { version: 1, value: 0.9, author: "ana", reason: "too many calls" },
      { version: 0, value: 0.95, author: null },
    ]);
  });

  it("refuse a code that is no parameter", async () => {
    await expect(parameterVersions(test.workspace, "no.such")).rejects.toThrow("no.such");
  });
});
