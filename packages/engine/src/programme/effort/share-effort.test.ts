import { describe, expect, it } from "vitest";
import { adbudgResponse } from "./adbudg.ts";
import { type EffortRequest, effortReportSchema } from "./effort-contract.ts";
import { shareEffort } from "./share-effort.ts";

const points = (a: number, b: number, c: number, d: number) =>
  [0, 0.5, 1, 1.5, 2, 3].map((effort) => ({ effort, response: adbudgResponse({ a, b, c, d }, effort) }));
const segment = (code: string, salesCents: number, curve: [number, number, number, number]) => ({
  segment: code,
  todayMinutes: 6_000,
  salesCents,
  marginRatio: 0.4,
  points: points(...curve),
});
const report = (request: EffortRequest) => {
  const found = shareEffort(request);
  if ("code" in found) throw new Error(found.message.en);
  return effortReportSchema.parse(found);
};

describe("shareEffort", () => {
  it("takes time from where talks change nothing to where they do", () => {
    const found = report({
      segments: [
        segment("deaf", 1_000_000, [1.001, 0.999, 1, 1]),
        segment("open", 1_000_000, [1.6, 0.4, 1, 1]),
      ],
    });
    const [deaf, open] = found.segments;
    expect(deaf!.bestMinutes).toBe(0);
    // In steps of 18,000 ÷ 400 = 45 minutes.
    expect(open!.bestMinutes).toBeGreaterThan(11_950);
    // Sales at double effort 0.4 + 1.2 · 2/3 = 1.2 instead of 1.0: 0.2 · 10,000 · 40 % = CHF 800, less CHF 4 of the other.
    expect(open!.changeCents).toBeCloseTo(80_000, -3);
    expect(found.changeCents).toBeLessThanOrEqual(found.boundCents);
  });

  it("leaves alike segments as they are", () => {
    const alike = [segment("a", 1_000_000, [1.6, 0.4, 1, 1]), segment("b", 1_000_000, [1.6, 0.4, 1, 1])];
    for (const { bestMinutes } of report({ segments: alike }).segments)
      expect(bestMinutes).toBeCloseTo(6_000, -2);
  });

  it("keeps the least that is promised, and says when it is too much", () => {
    const deaf = { ...segment("deaf", 1_000_000, [1.001, 0.999, 1, 1]), leastMinutes: 1_500 };
    const open = segment("open", 1_000_000, [1.6, 0.4, 1, 1]);
    expect(report({ segments: [deaf, open] }).segments[0]!.bestMinutes).toBe(1_500);
    expect(shareEffort({ totalMinutes: 1_000, segments: [deaf, open] })).toMatchObject({
      code: "effortTooLittle",
    });
  });

  it("declines a segment with too few different efforts", () => {
    const same = { ...segment("a", 1, [1.6, 0.4, 1, 1]), points: Array(5).fill({ effort: 1, response: 1 }) };
    expect(shareEffort({ segments: [same] })).toMatchObject({ code: "effortPointsTooFew" });
  });
});
