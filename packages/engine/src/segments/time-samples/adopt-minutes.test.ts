import { describe, expect, it } from "vitest";
import { defaultActivities } from "../../measures/cost-to-serve/default-activities-contract.ts";
import { activitiesSchema } from "../../measures/cost-to-serve/model-contract.ts";
import { adoptMinutes, withBase } from "./adopt-minutes.ts";

describe("measured minutes", () => {
  it("take the place of the base minutes alone", () => {
    expect(withBase("12 + 3*lines + 15[newCustomer]", 9.5)).toBe("9.5 + 3*lines + 15[newCustomer]");
    expect(withBase("11.6", 8.2)).toBe("8.2");
    expect(withBase("3*lines", 4)).toBe("4 + 3*lines");
  });

  it("make an activity an evidence of grade B with the uncertainty of the sample", () => {
    const { value, changes, reason } = adoptMinutes(defaultActivities, [
      { activity: "call", timed: 40, meanMinutes: 8.24, lowMinutes: 7.24, highMinutes: 9.24 },
    ]);
    const call = value.find(({ code }) => code === "call");
    // half of 2 ÷ 8.24
    expect(call).toMatchObject({
      equation: "8.2",
      grade: "B",
      isAssumption: false,
      uncertaintyRatio: 0.121,
    });
    expect(changes).toMatchObject([{ activity: "call", before: "11.6", after: "8.2", timed: 40 }]);
    expect(reason).toContain("n = 40");
    expect(reason).toContain("7.2–9.2");
    expect(activitiesSchema.safeParse(value).success).toBe(true);
    expect(value.filter(({ code }) => code !== "call")).toEqual(
      defaultActivities.filter(({ code }) => code !== "call"),
    );
  });
});
