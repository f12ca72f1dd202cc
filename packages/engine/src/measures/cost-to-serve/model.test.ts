import { describe, expect, it } from "vitest";
import { defaultActivities, defaultRoles } from "./default-activities-contract.ts";
import { costEvents } from "./drivers-contract.ts";
import { costModel, roleFinder } from "./model.ts";
import { activitiesSchema, rolesSchema } from "./model-contract.ts";
import { milliminutesOf } from "./time-equation.ts";

const values = {
  "costToServe.roles": defaultRoles,
  "costToServe.activities": defaultActivities,
  "costToServe.horizonMonths": 12,
};
const model = costModel(values);
const rates: Readonly<Record<string, number>> = {
  insideSales: 0.95,
  fieldSales: 1.55,
  expert: 2,
  logistics: 0.85,
};

/** Cost of one event in CHF at the rates of the reference world. */
function unitCost(code: string, drivers: Record<string, number> = {}): number {
  const activity = model.activities.find((candidate) => candidate.code === code)!;
  const role = model.roles[activity.fallbackRoleIndex]!;
  return (
    (milliminutesOf(activity.time, drivers) / 1000) *
    (rates[role.code] ?? role.assumedRateCentsPerMinute / 100)
  );
}

describe("the shipped cost model", () => {
  it("is valid, and every figure of it says that it is an assumption", () => {
    expect(rolesSchema.safeParse(defaultRoles).success).toBe(true);
    expect(activitiesSchema.safeParse(defaultActivities).success).toBe(true);
    expect(model.problems).toEqual([]);
    expect(defaultActivities.every(({ isAssumption }) => isAssumption)).toBe(true);
    expect(new Set(defaultActivities.map(({ event }) => event))).toEqual(new Set(costEvents));
  });

  it.each([
    // Orders of Alpfix have 2.5 lines on average; the reference world of domain.md §2.5 knows the costs on the right.
    ["orderPhone", 2.5, 19],
    ["orderMail", 2.5, 16],
    ["orderWeb", 2.5, 4.5],
    ["orderField", 2.5, 28],
    ["orderEdi", 2.5, 2],
    ["visit", 0, 260],
    ["call", 0, 11],
    ["expertHour", 0, 120],
    ["customerYear", 0, 55],
    ["phoneDialogue", 0, 24],
  ])("%s with %d lines costs about CHF %d", (code, lines, chf) => {
    expect(Math.abs(unitCost(code, { lines }) - chf)).toBeLessThanOrEqual(0.06 * chf);
  });

  it("picks, packs, ships and bills an order for about CHF 21", () => {
    // (15 + 3 · 2.5) · 0.85 + 2 · 0.95 = 19.1 + 1.9
    expect(unitCost("delivery", { lines: 2.5 }) + unitCost("invoice")).toBeCloseTo(21.0, 0);
  });

  it("knows roles by other names, whatever case, accents and punctuation", () => {
    const find = roleFinder(defaultRoles);
    const codeOf = (name: string) => defaultRoles[find(name) ?? -1]?.code ?? null;
    expect(codeOf("Außendienst")).toBe("fieldSales");
    expect(codeOf("AUSSENDIENST")).toBe("fieldSales");
    expect(codeOf("Key-Account Manager")).toBe("keyAccount");
    expect(codeOf("inside_sales")).toBe("insideSales");
    expect(codeOf("Geschaeftsleitung")).toBeNull();
    expect(codeOf("Hofnarr")).toBeNull();
  });
});

describe("a cost model with mistakes", () => {
  const change = (code: string, more: object) =>
    defaultActivities.map((activity) => (activity.code === code ? { ...activity, ...more } : activity));

  it("is refused with the activity, the driver, its place and the allowed ones", () => {
    const parsed = activitiesSchema.safeParse(change("visit", { equation: "60 + 2*lines" }));
    expect(parsed.error?.issues[0]).toMatchObject({ path: [13, "equation"] });
    expect(parsed.error?.issues[0]?.message).toBe(
      'Activity "visit": There is no driver "lines" here (character 6); allowed are: newCustomer.',
    );
    expect(activitiesSchema.safeParse(change("visit", { equation: "-5" })).success).toBe(false);
    expect(
      activitiesSchema.safeParse(
        change("visit", { insteadBy: { activity: "flying", feasibleRatio: { low: 0, mid: 0, high: 0 } } }),
      ).success,
    ).toBe(false);
    expect(activitiesSchema.safeParse([...defaultActivities, defaultActivities[0]!]).success).toBe(false);
    expect(rolesSchema.safeParse([...defaultRoles, defaultRoles[0]!]).success).toBe(false);
  });

  it("computes what is right and names what is not", () => {
    const broken = costModel({
      ...values,
      "costToServe.activities": change("visit", { equation: "60 + 2*lines" }).map((activity) =>
        activity.code === "invoice" ? { ...activity, role: "jester" } : activity,
      ),
    });
    expect(broken.activities).toHaveLength(defaultActivities.length - 2);
    expect(broken.problems).toMatchObject([
      { code: "unknownRole", file: "costToServe.activities", value: "jester" },
      { code: "equationInvalid", file: "costToServe.activities", value: "60 + 2*lines" },
    ]);
  });
});
