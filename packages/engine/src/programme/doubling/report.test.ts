import { describe, expect, it } from "vitest";
import { plainCase } from "./doubling-case.fixture.ts";
import { exampleReport, planCase, reportInput, resultsAround, todayCase } from "./report.fixture.ts";
import { doublingReportOf } from "./report.ts";
import { type DoublingOutcome, doublingReportSchema } from "./report-contract.ts";
import { verdictOf } from "./sentences.ts";

describe("the document of the doubling test", () => {
  it("has the shape that its readers agreed on", () => {
    expect(doublingReportSchema.parse(exampleReport())).toEqual(exampleReport());
    expect(doublingReportSchema.parse(exampleReport(null)).plan).toBeNull();
  });

  it("gives today and plan the same shape", () => {
    const { today, plan, segments } = exampleReport();
    expect(Object.keys(plan!)).toEqual(Object.keys(today));
    expect(Object.keys(segments[0]!.plan!)).toEqual(Object.keys(today));
  });

  it("has a table whose changes sum to the difference of the marginal customer", () => {
    const { today, plan, difference } = exampleReport();
    expect(difference.reduce((sum, { changeCents }) => sum + changeCents, 0)).toBe(
      plan!.marginalAfterAcquisitionPerCustomerYearCents - today.marginalAfterAcquisitionPerCustomerYearCents,
    );
  });

  it("with a plan that changes nothing says the same of both, to the cent", () => {
    const { today, plan, curve } = exampleReport(todayCase);
    const { flipRanking: _a, ...planned } = plan!;
    const { flipRanking: _b, ...own } = today;
    expect(planned).toEqual(own);
    expect(curve.every((point) => point.plan!.resultCents === point.today.resultCents)).toBe(true);
  });

  it("puts the middle between the 10 % and the 90 % of the drawn worlds", () => {
    const { today } = exampleReport();
    expect(today.lowCents).toBeLessThan(today.yearlyResultCents);
    expect(today.highCents).toBeGreaterThan(today.yearlyResultCents);
    // Acquisition from 0.6 to 1.4 times 320.00 ÷ 4 years, 1,000 customers: ±32.00 each.
    expect(today.highCents - today.lowCents).toBe(2 * 3_200_000);
  });

  it("AT4.3 keeps the option value of growth in a line of its own, in no other number", () => {
    const without = exampleReport();
    expect(without.growthOptionCents).toBe(0);
    const withOption = doublingReportOf({ ...reportInput(), growthOptionCents: 50_000_000 });
    expect({ ...withOption, growthOptionCents: 0 }).toEqual(without);
  });

  it("runs from half to twenty times, and nothing happens at today's number", () => {
    const { curve, customers } = exampleReport();
    expect(curve[0]).toMatchObject({ ratio: 0.5, customers: 500 });
    expect(curve.at(-1)).toMatchObject({ ratio: 20, customers: 20_000 });
    expect(curve.find((point) => point.customers === customers)!.today).toMatchObject({
      resultCents: 0,
      stepCents: 0,
    });
  });

  it("names every position that the doubling needs, where it is needed", () => {
    const { steps } = exampleReport(null);
    // 24,000 free of 144,000 usable: 266 customers; a position carries 72,000 ÷ 90 = 800 more.
    expect(steps).toEqual([
      {
        scenario: "today",
        role: "generalist",
        label: { de: "Innendienst", en: "Inside sales" },
        atCustomers: 1_267,
        positions: 1,
        costCents: 8_000_000,
      },
    ]);
  });
});

describe("the verdict", () => {
  const outcome = (lowCents: number, yearlyResultCents: number, highCents: number) =>
    ({ lowCents, yearlyResultCents, highCents }) as DoublingOutcome;

  it("is firm only where eight of ten worlds agree", () => {
    expect(verdictOf(outcome(1, 5, 9))).toBe("pays");
    expect(verdictOf(outcome(-9, -5, -1))).toBe("paysNot");
    expect(verdictOf(outcome(-1, 5, 9))).toBe("leansYes");
    expect(verdictOf(outcome(-9, -5, 1))).toBe("leansNo");
  });

  it("says amounts, uncertainty and both cases in one sentence", () => {
    const { sentence, because } = exampleReport();
    expect(sentence.de).toBe(
      "Heute rechnet es sich nicht, die Kleinkunden von 1’000 auf 2’000 zu verdoppeln: CHF −74’000 im Jahr (in acht von zehn Fällen CHF −106’000 bis CHF −42’000); mit dem Plan «Einfacher Weg» rechnet es sich: CHF 51’000 im Jahr (in acht von zehn Fällen CHF 37’000 bis CHF 65’000).",
    );
    // Visits 80.00, winning (320 − 140) ÷ 4 = 45.00, order entry 40.00 less; talks 10.00 more.
    expect(because[1]!.de).toBe(
      "Den Unterschied zu heute macht je neuen Kunden und Jahr vor allem «Besuche» (+CHF 80.00), dann «Gewinnung» (+CHF 45.00), dann «Auftragserfassung» (+CHF 40.00).",
    );
  });

  it("says in words which driver is closest, and that no number of customers pays", () => {
    const { because } = exampleReport(null);
    expect(because.map(({ en }) => en)).toEqual([
      "One more small customer contributes CHF 20.00 a year; after CHF 320.00 for winning it, spread over 4.0 years, CHF −60.00 remain.",
      "“Field visits” is closest (CHF 100.00 per new customer and year): 74% less of it and the result is zero.",
      "Up to 20,000 customers there is no number from which growth carries itself.",
      // 80,000 minutes are paid, 66,000 of the 90,000 land on them: 90 · 1,000 less 24,000 free; 14,000 idle at 1.00.
      "Until the number has doubled one whole position is needed, the first at 1,267 customers (Inside sales); what idles of them costs CHF 14,000 a year.",
    ]);
  });

  it("speaks of the next customer where growth pays at once", () => {
    const mid = { ...plainCase };
    const input = reportInput(null);
    const report = doublingReportOf({
      ...input,
      all: { ...input.all, today: { mid, drawnResultsCents: resultsAround(mid) } },
    });
    expect(report.because.map(({ en }) => en)).toContain("Growth carries itself from the next customer on.");
    expect(planCase.platformCents).toBeGreaterThan(0);
  });
});
