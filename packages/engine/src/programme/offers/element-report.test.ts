import { describe, expect, it } from "vitest";
import { counts, elementInput } from "./catalogue.fixture.ts";
import { elementReport, meanRate } from "./element-report.ts";

/** 40 of 1,000 customers use it (4 %); 1,800 of 10,000 minutes are theirs (18 %). */
const rare = (named: number) => counts("Bonusgespräch", { minutes: 1_800, named });
/** 900 of 1,000 use it and take the other 8,200 minutes. */
const common = counts("Lieferung", { offered: 900, users: 900, uses: 900, times: 900, minutes: 8_200 });

const rowOf = (named: number, given: Parameters<typeof elementInput>[1] = {}) =>
  elementReport(elementInput([rare(named), common], given)).elements.find(
    ({ element }) => element === "Bonusgespräch",
  )!;

describe("AT5.1 an element used by 4 % that causes 18 % of service cost", () => {
  it("is proposed as opt-in", () => {
    const row = rowOf(0);
    expect(row).toMatchObject({
      proposal: "optIn",
      userRatio: 0.04,
      costShareRatio: 0.18,
      costCents: 180_000,
    });
    expect(row.sentence.de).toBe(
      "4 % der Kleinkunden nutzen «Bonusgespräch»; es verursacht 18 % der Kosten aller Leistungselemente (CHF 1’800); 0 % der Nutzer (0 bis 4 %) nennen es als Grund zu bleiben: zur Wahl stellen.",
    );
  });

  it("stays when those 4 % name it as the reason to stay", () => {
    // 30 of 40 users: 75 %, Wilson 80 % interval about 65 … 83 %.
    const row = rowOf(30);
    expect(row).toMatchObject({ proposal: "keepAsReasonToStay", namedAsReason: 30, reasonToStayRatio: 0.75 });
    expect(row.reasonToStayLow).toBeGreaterThan(0.64);
    expect(row.reasonToStayHigh).toBeLessThan(0.84);
  });

  it("stays as long as half of them may name it: 17 of 40 are 42 %, up to 53 %", () => {
    expect(rowOf(17)).toMatchObject({ proposal: "keepAsReasonToStay" });
    expect(rowOf(12)).toMatchObject({ proposal: "optIn" });
  });

  it("is unclear when nobody was ever asked: unknown is no permission", () => {
    const row = rowOf(0, { reasons: 0 });
    expect(row).toMatchObject({ proposal: "unclear", namedAsReason: null, reasonToStayRatio: null });
    expect(elementReport(elementInput([rare(0)], { reasons: 0 })).unclear).toContainEqual(
      expect.objectContaining({ field: "elements.reasonToStayRatio" }),
    );
  });
});

describe("an element report", () => {
  it("sums to the whole: cost shares are one, dearest first", () => {
    const { elements, costCents } = elementReport(elementInput([rare(0), common]));
    expect(elements.map(({ element }) => element)).toEqual(["Lieferung", "Bonusgespräch"]);
    expect(elements.reduce((sum, row) => sum + row.costCents, 0)).toBe(costCents);
    expect(elements.reduce((sum, row) => sum + (row.costShareRatio ?? 0), 0)).toBeCloseTo(1, 12);
  });

  it("keeps what many use, and drops what nobody uses although it was offered", () => {
    const idle = counts("Jahrbuch", { users: 0, uses: 0, offered: 50 });
    const { elements } = elementReport(elementInput([common, idle]));
    expect(elements.map(({ element, proposal }) => [element, proposal])).toEqual([
      ["Lieferung", "core"],
      ["Jahrbuch", "drop"],
    ]);
    expect(elements[1]).toMatchObject({ unitCostCentsPerCustomerYear: null, reasonToStayRatio: null });
  });

  it("prices times that nobody clocked with the element's mean, or with the usual minutes", () => {
    // 10 clocked with 300 minutes: 30 each; 30 more at 30: 1,200 minutes. Nothing clocked: 40 × 30.
    const half = counts("Schulung", { minutes: 300, withoutMinutes: 30 });
    const none = counts("Zuschnitt", { minutes: 0, withoutMinutes: 40 });
    const { elements } = elementReport(elementInput([half, none]));
    expect(elements.map(({ minutes, withoutMinutes }) => [minutes, withoutMinutes])).toEqual([
      [1_200, 30],
      [1_200, 40],
    ]);
  });

  it("prices with the mean of all work and shows the range, until a person names the role", () => {
    const label = { de: "", en: "" };
    const roles = [
      { code: "cheap", label, centsPerMinute: 80, minutes: 300 },
      { code: "dear", label, centsPerMinute: 200, minutes: 100 },
      { code: "idle", label, centsPerMinute: 900, minutes: 0 },
    ];
    // (300 × 80 + 100 × 200) ÷ 400 = 110
    expect(meanRate(roles)).toEqual({ mean: 110, low: 80, high: 200 });
    expect(rowOf(0, { roles })).toMatchObject({
      costCents: 198_000,
      costLowCents: 144_000,
      costHighCents: 360_000,
      roleIsAssumed: true,
    });
    const profile = { element: "Bonusgespräch", role: "dear", manualTouchesPerUse: 3, isAdvice: null };
    expect(rowOf(0, { roles, profiles: [profile] })).toMatchObject({
      costCents: 360_000,
      costLowCents: 360_000,
      roleIsAssumed: false,
      manualTouches: 3,
    });
  });

  it("leaves touches by hand unknown until somebody counted them", () => {
    expect(rowOf(0).manualTouches).toBeNull();
  });

  it("tells advice from the name where no person said so", () => {
    const rows = [counts("Technische Beratung"), counts("Zuschnitt")];
    const byName = (profiles: Parameters<typeof elementInput>[1]) =>
      elementReport(elementInput(rows, profiles)).elements.map(({ isAdvice }) => isAdvice);
    expect(byName({})).toEqual([true, null]);
    const profile = {
      element: "Technische Beratung",
      role: null,
      manualTouchesPerUse: null,
      isAdvice: false,
    };
    expect(byName({ profiles: [profile] })).toEqual([false, null]);
  });

  it("says what is missing where no file names elements, and never divides by zero", () => {
    const report = elementReport(elementInput([], { customers: 0, roles: [] }));
    expect(report).toMatchObject({
      elements: [],
      rate: null,
      costCents: 0,
      unclear: [{ field: "elements" }],
    });
    const nobody = elementReport(elementInput([counts("Zuschnitt")], { customers: 0, roles: [] }));
    expect(nobody.elements[0]).toMatchObject({ userRatio: null, costShareRatio: null, costCents: 0 });
  });
});
