import { describe, expect, it } from "vitest";
import type { PlainDate } from "../../units.ts";
import { insightInputSchema } from "./contract.ts";
import { insightState, insightYield, knownStrength, usualStrength } from "./life.ts";
import { surveyFact, wilson } from "./survey-fact.ts";

const today = "2026-01-31" as PlainDate;
const sixMonthsAgo = "2025-07-31" as PlainDate;
const insight = { statedOn: "2026-01-10", expiresOn: "2026-07-10", decisions: [] };

describe("an insight", () => {
  it("needs a claim and a kind, nothing else", () => {
    expect(
      insightInputSchema.safeParse({ claim: "Planer fragen nach BIM-Daten", evidenceKind: "conversation" })
        .success,
    ).toBe(true);
    expect(insightInputSchema.safeParse({ claim: "Planer fragen nach BIM-Daten" }).success).toBe(false);
    expect(usualStrength("conversation")).toBe("weak");
    expect(usualStrength("experiment")).toBe("strong");
    expect(usualStrength("workshop")).toBe("medium");
    expect(["Hoch", "mittel", " low ", "very sure", null].map(knownStrength)).toEqual([
      "strong",
      "medium",
      "weak",
      "very sure",
      null,
    ]);
  });

  it("leaves the screens on the day after its last", () => {
    expect(insightState({ ...insight, expiresOn: "2026-01-31" }, today, sixMonthsAgo)).toBe("live");
    expect(insightState({ ...insight, expiresOn: "2026-01-30" }, today, sixMonthsAgo)).toBe("expired");
    expect(insightState({ ...insight, expiresOn: null }, today, sixMonthsAgo)).toBe("live");
  });

  it("is archived when it changed no decision for six months", () => {
    const old = { ...insight, statedOn: "2025-07-31" };
    expect(insightState(old, today, sixMonthsAgo)).toBe("archived");
    expect(insightState({ ...old, decisions: [{ decidedOn: "2025-11-01" }] }, today, sixMonthsAgo)).toBe(
      "live",
    );
    expect(insightState({ ...old, statedOn: "2025-08-01" }, today, sixMonthsAgo)).toBe("live");
  });

  it("K29: of four of the last six months one changed a decision; the old one does not count", () => {
    const made = (statedOn: string, decisions: number) => ({
      statedOn,
      decisions: Array(decisions).fill({}),
    });
    const found = insightYield(
      [
        made("2026-01-01", 2),
        made("2025-12-01", 0),
        made("2025-11-01", 0),
        made("2025-08-01", 0),
        made("2025-01-01", 1),
      ],
      sixMonthsAgo,
    );
    expect(found).toEqual({ created: 4, changedDecision: 1, ratio: 0.25 });
    expect(insightYield([], sixMonthsAgo).ratio).toBeNull();
  });
});

describe("a question of a survey", () => {
  it("has a mean with the interval of the mean", () => {
    const sums = {
      question: "war einfach",
      responses: 120,
      scored: 100,
      mean: 5.2,
      deviation: 1.5,
      scaleMax: 7,
      high: 70,
      firstAnswer: null,
      lastAnswer: null,
    };
    const fact = surveyFact(sums, []);
    // 1.96 × 1.5 ÷ √100 = 0.294
    expect(fact.low).toBeCloseTo(5.2 - 0.294, 3);
    expect(fact.high).toBeCloseTo(5.2 + 0.294, 3);
    expect(fact.highShare).toBe(0.7);
    expect(surveyFact({ ...sums, scored: 1, deviation: null, high: 1 }, []).low).toBeNull();
    expect(
      surveyFact({ ...sums, scored: 0, mean: null, deviation: null, high: null }, []).highShare,
    ).toBeNull();
  });

  it("has a share whose interval stays within 0 and 1 (Wilson, published: 10 of 20 gives .299 to .701)", () => {
    const { low, high } = wilson(10, 20);
    expect(low).toBeCloseTo(0.2993, 3);
    expect(high).toBeCloseTo(0.7007, 3);
    expect(wilson(5, 5).high).toBeCloseTo(1, 12);
    expect(wilson(0, 5).low).toBeCloseTo(0, 12);
  });
});
