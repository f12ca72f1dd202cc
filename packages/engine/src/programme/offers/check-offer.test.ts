import { describe, expect, it } from "vitest";
import { counts, elementInput, leanOffer } from "./catalogue.fixture.ts";
import { defaultCatalogueRules } from "./catalogue-rules-contract.ts";
import { checkOffer, missingOf, type OfferFacts } from "./check-offer.ts";
import { elementReport } from "./element-report.ts";
import { nextOfferState, offerEvents, offerStates } from "./offer-states-contract.ts";

const report = elementReport(
  elementInput(
    [
      counts("Lieferung", { users: 900, offered: 900, uses: 900, times: 900, minutes: 9_000 }),
      counts("Technische Beratung", { users: 40, minutes: 2_000, largeUsers: 100 }),
      counts("Individuelle Preisliste", { users: 30, minutes: 1_000, largeUsers: 240 }),
      counts("Zuschnitt", { users: 40, named: 30, minutes: 1_000 }),
    ],
    { profiles: [{ element: "Lieferung", role: null, manualTouchesPerUse: 2, isAdvice: false }] },
  ),
);

const facts = (given: Partial<OfferFacts> = {}): OfferFacts => ({
  report,
  largeSets: [],
  needs: [],
  rules: defaultCatalogueRules,
  ...given,
});

const small = { segment: "small", name: { de: "Kleinkunden", en: "Small customers" }, customers: 1000 };
const core = { element: "Lieferung", role: "core" } as const;
const optIn = (element: string) => ({ element, role: "optIn" }) as const;
const kept = [core, optIn("Technische Beratung"), optIn("Individuelle Preisliste"), optIn("Zuschnitt")];

describe("AT5.2 publication of a lean offer", () => {
  it("is refused while cost per customer-year or manual touches are missing, and names which", () => {
    const without = (given: Parameters<typeof leanOffer>[0]) =>
      missingOf(leanOffer({ contents: kept, ...given })).map(({ part }) => part);
    expect(without({})).toEqual([]);
    expect(without({ centsPerCustomerYear: null })).toEqual(["centsPerCustomerYear"]);
    expect(without({ manualTouches: null })).toEqual(["manualTouches"]);
    expect(without({ contents: [], centsPerCustomerYear: null, manualTouches: null })).toEqual([
      "core",
      "centsPerCustomerYear",
      "manualTouches",
    ]);
    // Nothing to pay and nothing to touch are figures too.
    expect(without({ centsPerCustomerYear: 0, manualTouches: 0 })).toEqual([]);
    expect(checkOffer(leanOffer({ contents: kept, manualTouches: null }), facts()).canPublish).toBe(false);
  });

  it("suggests both from the core: cost and touches of its elements over all customers", () => {
    // 9,000 min × CHF 1 ÷ 1,000 customers = CHF 9; 2 touches × 900 uses ÷ 1,000 customers = 1.8.
    expect(checkOffer(leanOffer({ contents: kept }), facts())).toMatchObject({
      suggestedCentsPerCustomerYear: 900,
      suggestedManualTouches: 1.8,
    });
    const uncounted = [{ ...core, element: "Zuschnitt" }];
    expect(checkOffer(leanOffer({ contents: uncounted }), facts()).suggestedManualTouches).toBeNull();
  });
});

describe("AT5.3 300 larger customers eligible for the lean offer", () => {
  /** 300 use nothing or only the price list (60 of them nothing), 100 use what the offer does not have. */
  const each = 2_000_000;
  const set = (used: string[], customers: number) => ({
    used,
    customers,
    salesCents: customers * each,
    salesSquared: customers * each * each,
  });
  const largeSets = [set([], 60), set(["Individuelle Preisliste"], 240), set(["Messtechnik"], 100)];

  it("shows sales at risk as an interval around the assumed share", () => {
    const found = checkOffer(leanOffer({ contents: kept }), facts({ largeSets })).cannibalisation!;
    expect(found).toMatchObject({ customers: 300, ofLarge: 400, salesCents: 300 * each });
    // Middle: 15 % move and cost 5 % of 6 million = CHF 45,000; at most 100 % of 10 % and more.
    expect(found.atRisk.low).toBeGreaterThan(0);
    expect(found.atRisk.low).toBeLessThan(4_500_000);
    expect(found.atRisk.cents / 4_500_000).toBeCloseTo(1, 0);
    expect(found.atRisk.high).toBeGreaterThan(4_500_000);
  });

  it("proposes a fence by self-selection, which leaves 60 eligible, and refuses nobody", () => {
    const { fence, atRisk } = checkOffer(leanOffer({ contents: kept }), facts({ largeSets }))
      .cannibalisation!;
    expect(fence).toMatchObject({ element: "Individuelle Preisliste", largeUserRatio: 0.6, customers: 60 });
    expect(fence!.atRisk!.high).toBeLessThan(atRisk.low * 5);
    expect(fence!.sentence.en).toContain("nobody is refused");
  });

  it("falls back on the way of ordering where no element sets larger customers apart", () => {
    const bare = leanOffer({ contents: [core] });
    const { fence, customers } = checkOffer(bare, facts({ largeSets })).cannibalisation!;
    expect(customers).toBe(60);
    expect(fence).toMatchObject({ element: null, atRisk: null });
  });

  it("says when nobody would be eligible", () => {
    const found = checkOffer(leanOffer({ contents: kept }), facts({ largeSets: [set(["Messtechnik"], 9)] }));
    expect(found.cannibalisation).toMatchObject({ customers: 0, fence: null, atRisk: { cents: 0, high: 0 } });
  });
});

describe("AT5.5 lean must not remove advice where need is broad", () => {
  const lean = leanOffer({
    contents: [core, { element: "Technische Beratung", role: "dropped" }, optIn("Zuschnitt")],
  });
  const found = (need: { known: number; broad: number }, offer = lean) =>
    checkOffer(offer, facts({ needs: [{ ...small, ...need }] }));

  it("finds the conflict and blocks, with the customers concerned", () => {
    const check = found({ known: 1000, broad: 250 });
    expect(check.canPublish).toBe(false);
    expect(check.findings).toMatchObject([
      { rule: "OF01", kind: "contradicts", severity: "block", segment: "small", figures: [{ value: 0.25 }] },
    ]);
    expect(check.findings[0]!.sentence.de).toContain("«Technische Beratung»");
  });

  it("counts an element that the offer does not name as removed", () => {
    expect(
      found({ known: 1000, broad: 250 }, leanOffer({ contents: [core, optIn("Zuschnitt")] })).canPublish,
    ).toBe(false);
  });

  it("has nothing against it where need is narrow or advice can be chosen; unknown is unclear, not a pass", () => {
    expect(found({ known: 1000, broad: 50 }).findings).toEqual([]);
    expect(found({ known: 1000, broad: 900 }, leanOffer({ contents: kept })).findings).toEqual([]);
    expect(found({ known: 0, broad: 0 }).findings).toMatchObject([{ rule: "OF01", severity: "unclear" }]);
  });

  it("warns when what users name as the reason to stay is left out", () => {
    const offer = leanOffer({ contents: [core, optIn("Technische Beratung")] });
    expect(found({ known: 1000, broad: 900 }, offer).findings).toMatchObject([
      { rule: "OF02", severity: "warn" },
    ]);
  });
});

describe("states of a lean offer", () => {
  it("are all reached, and nothing leads out of the table", () => {
    const reached = new Set(
      offerStates.flatMap((state) => offerEvents.map((event) => nextOfferState(state, event))),
    );
    expect(offerStates.filter((state) => state !== "draft" && !reached.has(state))).toEqual([]);
    expect(nextOfferState("published", "publish")).toBeNull();
  });
});
