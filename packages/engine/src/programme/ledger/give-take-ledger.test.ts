import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LedgerLine } from "../contracts/finding-contract.ts";
import { leverOptions } from "../lever-options.ts";
import { balanceOf, giveTakeLedger } from "./give-take-ledger.ts";
import type { SegmentMeans } from "./segment-means-contract.ts";

const means: SegmentMeans = {
  customers: 100,
  salesCents: 200_000,
  ordersByChannel: { phone: 4, mail: 2, web: 3, field: 1, edi: 0, counter: 0, partner: 0, unknown: 0 },
  events: { fieldVisits: 0.5, orderEntry: 10, logistics: 10, experts: 0.3, contacts: 2, other: 1 },
  ordersBelow: new Map([[0, 2.5]]),
};
const assign = (option: string, params = {}, segment = "small") => ({
  option,
  segment,
  from: "2027-01-01",
  params,
});
const certain = (mid: number) => ({ low: mid, mid, high: mid, source: "expert" as const });

function ledger(
  assignments: ReturnType<typeof assign>[],
  assumptions: Record<string, ReturnType<typeof certain>> = {},
  known = new Map([["small", means]]),
) {
  return giveTakeLedger({
    plan: { assignments, assumptions },
    options: leverOptions,
    means: known,
    ownerHourCents: 8_000,
  });
}

describe("give/take ledger (K19)", () => {
  it("a surcharge costs the orders that pay it", () => {
    const { lines, balances } = ledger([assign("L3a", { thresholdCents: 10_000, feeCents: 1_500 })], {
      "L3a.consolidateRatio": certain(0.2),
      "L3a.moveRatio": certain(0.2),
      "L3a.waiveRatio": certain(0.5),
    });
    // 2.5 orders below × (1 − 0.2 − 0.2) that do not get out of the way × 0.5 not waived = 0.75 × CHF 15 = CHF 11.25
    expect(lines).toMatchObject([
      {
        option: "L3a",
        kind: "take",
        minutesPerYear: 0,
        moneyCentsPerYear: -1_125,
        valueCentsPerYear: -1_125,
      },
    ]);
    expect(balances).toMatchObject([
      { segment: "small", customers: 100, givesCents: 0, takesCents: 1_125, balanceCents: -1_125 },
    ]);
  });

  it("a web shop gives the minutes that an order takes less, at the owner's hour", () => {
    const { lines } = ledger([assign("L5a", { targetMinutesPerOrder: 3 })]);
    const [line] = lines;
    expect(line?.kind).toBe("give");
    expect(line?.minutesPerYear).toBeGreaterThan(0);
    expect(line?.valueCentsPerYear).toBe(Math.round(((line?.minutesPerYear ?? 0) * 8_000) / 60));
  });

  it("what nobody has put into numbers stays unknown, and so does the balance", () => {
    const { lines, balances } = ledger([assign("L3a"), assign("L7b"), assign("L3b")]);
    const unknown = lines.filter(({ valueCentsPerYear }) => valueCentsPerYear === null);
    // A named face has no number; what an impossible order costs nobody knows. The orders below 100 are known for L3a only.
    expect(unknown.map(({ option }) => option)).toEqual(["L7b", "L3b"]);
    expect(balances).toMatchObject([
      { givesCents: null, takesCents: null, balanceCents: null, unknownOptions: ["L7b", "L3b"] },
    ]);
    expect(balances[0]?.knownBalanceCents).toBe(lines[0]?.valueCentsPerYear);
  });

  it("a neutral option that says nothing of the customer is worth nothing", () => {
    expect(ledger([assign("L6b")]).lines).toMatchObject([{ kind: "neutral", valueCentsPerYear: 0 }]);
  });

  it("options for all small customers count in a segment at its own means, unless the segment has its own", () => {
    const busy: SegmentMeans = {
      ...means,
      ordersBelow: new Map([
        [0, 5],
        [1, 5],
      ]),
    };
    const known = new Map([
      ["small", means],
      ["busy", busy],
    ]);
    const { lines } = ledger(
      [assign("L3a"), assign("L3a", { feeCents: 500 }, "busy"), assign("L5a")],
      {},
      known,
    );
    expect(lines.map(({ segment, option }) => `${segment} ${option}`)).toEqual([
      "small L3a",
      "small L5a",
      "busy L3a",
      "busy L5a",
    ]);
  });

  it("every option can be asked, with its usual decisions", () => {
    for (const { code } of leverOptions) {
      const [line] = ledger([assign(code)]).lines;
      expect(line?.option).toBe(code);
      expect(Number.isNaN(line?.valueCentsPerYear)).toBe(false);
    }
  });

  it("balances are the sums of their lines", () => {
    const line = fc.record({
      kind: fc.constantFrom("give" as const, "take" as const, "neutral" as const),
      value: fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (drawn) => {
        const lines = drawn.map(
          ({ kind, value }, index): LedgerLine => ({
            segment: "small",
            option: `O${index}`,
            kind,
            liveFrom: "2027-01-01",
            minutesPerYear: null,
            moneyCentsPerYear: value,
            valueCentsPerYear: value,
            sentence: { de: "", en: "" },
          }),
        );
        const balance = balanceOf(lines);
        const sum = drawn.reduce((total, { value }) => total + (value ?? 0), 0);
        expect(balance.knownBalanceCents).toBe(sum);
        expect(balance.balanceCents).toBe(drawn.some(({ value }) => value === null) ? null : sum);
        if (balance.givesCents !== null && balance.takesCents !== null)
          expect(balance.givesCents - balance.takesCents).toBe(balance.balanceCents);
      }),
    );
  });
});
