import { describe, expect, it } from "vitest";
import type { DecisionFigures } from "./decision-contract.ts";
import { compareDecision, decisionState, decisionsSentence, dueDay } from "./decision-life.ts";

const figures = (given: Partial<DecisionFigures> = {}): DecisionFigures => ({
  asOf: "2026-05-31",
  snapshotId: "s1",
  customers: 2_000,
  salesCents: 500_000_00,
  contributionCents: null,
  minutes: 90_000,
  ...given,
});

describe("a decision at its review", () => {
  it("sets figures of then and now side by side and claims no effect", () => {
    const now = figures({
      asOf: "2026-11-20",
      customers: 2_100,
      salesCents: 530_000_00,
      contributionCents: 7,
      minutes: 80_000,
    });
    const { rows, sentence } = compareDecision(figures(), now);
    expect(rows.map(({ code, difference }) => [code, difference])).toEqual([
      ["customers", 100],
      ["salesCents", 30_000_00],
      // Unknown then stays unknown.
      ["contributionCents", null],
      ["minutes", -10_000],
    ]);
    expect(sentence.de).toContain("ohne Kontrollgruppe wird keine Wirkung behauptet");
    expect(sentence.en).toContain("no effect is claimed without a control group");
  });

  it("says when there are no newer data", () => {
    expect(compareDecision(figures(), figures()).sentence.en).toContain("no newer data");
  });

  it("is overdue after its day, due 30 days before, and done when nothing is planned any more", () => {
    expect(decisionState("2026-11-22", "2026-11-23")).toBe("overdue");
    expect(decisionState("2026-11-23", "2026-11-23")).toBe("due");
    expect(decisionState("2026-12-23", "2026-11-23")).toBe("due");
    expect(decisionState("2026-12-24", "2026-11-23")).toBe("open");
    expect(decisionState(dueDay("2026-01-01", [{ id: 1, nextReviewOn: null }]), "2026-11-23")).toBe(
      "reviewed",
    );
    const twice = [
      { id: 2, nextReviewOn: "2027-06-01" },
      { id: 1, nextReviewOn: "2026-12-01" },
    ];
    expect(dueDay("2026-01-01", twice)).toBe("2027-06-01");
  });

  it("has a sentence for an empty record", () => {
    expect(decisionsSentence([]).en).toBe("No decision is on record yet.");
  });
});
