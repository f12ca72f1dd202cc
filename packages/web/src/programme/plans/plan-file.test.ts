import { describe, expect, it } from "vitest";
import { readPlanFile } from "./plan-file.ts";

const file = (content: string) => new Blob([content]);

describe("A plan file", () => {
  it("is read as it stands", async () => {
    const plan = { name: "Plan", snapshot: "latest", assignments: [] };
    expect(await readPlanFile(file(JSON.stringify(plan)))).toEqual(plan);
  });

  it.each(["", "no json", "[]", "null", '{"name":"x"}', '{"name":1,"assignments":[]}'])(
    "is none when it holds %j",
    async (content) => {
      expect(await readPlanFile(file(content))).toBeNull();
    },
  );
});
