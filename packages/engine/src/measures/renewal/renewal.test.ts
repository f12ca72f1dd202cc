import { describe, expect, it } from "vitest";
import { addMonths, dayNumber, months, monthsUntil, wholeMonths } from "./calendar-days.ts";
import { judgeModel } from "./choose-renewal-model.ts";
import { computeRenewals } from "./compute.ts";
import { contractEnd } from "./contract-ends.ts";
import { type ContractTable, contractColumns } from "./contract-table.ts";
import { RenewalExpectations, type RunningContract } from "./expect-renewals.ts";
import { joinRenewals } from "./join-renewals.ts";
import { observedCurve } from "./observed-curve.ts";
import { type Lifetime, lifetimeOf, renewalPeriod } from "./renewal-periods.ts";

const day = dayNumber;
const asOf = day("2026-11-20");

interface Row {
  readonly start: string;
  readonly end?: string;
  readonly cancelled?: string;
  readonly term?: number;
  readonly notice?: number;
  readonly income?: number;
  readonly customer?: number;
  readonly agreement?: number;
}

function table(rows: readonly Row[]): ContractTable {
  const column: Readonly<Record<(typeof contractColumns)[number], (row: Row, index: number) => number>> = {
    row: (_, index) => index,
    customer: (row) => row.customer ?? 1,
    agreement: (row, index) => row.agreement ?? index,
    startDay: (row) => day(row.start),
    endDay: (row) => (row.end === undefined ? Number.NaN : day(row.end)),
    cancelledDay: (row) => (row.cancelled === undefined ? Number.NaN : day(row.cancelled)),
    termMonths: (row) => row.term ?? Number.NaN,
    noticeMonths: (row) => row.notice ?? Number.NaN,
    income: (row) => row.income ?? Number.NaN,
  };
  return Object.fromEntries(
    contractColumns.map((name) => [name, Float64Array.from(rows, column[name])]),
  ) as unknown as ContractTable;
}
const endOf = (row: Row) => contractEnd(table([row]), 0, asOf, 12);

describe("months", () => {
  it("are counted as the calendar has them", () => {
    expect(addMonths(day("2024-01-31"), 1)).toBe(day("2024-02-29"));
    expect(wholeMonths(day("2024-01-31"), day("2024-02-28"))).toBe(0);
    expect(wholeMonths(day("2024-01-15"), day("2026-11-14"))).toBe(33);
    expect(months(day("2024-01-01"), day("2025-01-01"))).toBe(12);
    expect(monthsUntil(asOf, day("2026-11-21"))).toBe(1);
    expect(monthsUntil(asOf, day("2027-11-20"))).toBe(12);
  });
});

describe("the end of a contract", () => {
  it("is stated, agreed ahead, or counted from the start", () => {
    expect(endOf({ start: "2024-01-01", end: "2025-12-31" })).toMatchObject({ endedOn: day("2025-12-31") });
    expect(endOf({ start: "2024-01-01", end: "2027-12-31" })).toMatchObject({
      endedOn: null,
      nextEnd: day("2027-12-31"),
      isCancelled: false,
      isAgreed: true,
    });
    // Terms of 24 months from 1 March 2021: the third one ends on 28 February 2027.
    expect(endOf({ start: "2021-03-01", term: 24 })).toMatchObject({ nextEnd: day("2027-02-28") });
    expect(endOf({ start: "2021-03-01" })).toMatchObject({ nextEnd: day("2027-02-28") });
  });

  it("follows from notice: the term that runs when the notice period is over, else the notice period", () => {
    // Notice on 10 November plus 3 months is 10 February 2027; the term then running ends on 31 March 2027.
    const noticed = { start: "2022-04-01", cancelled: "2026-11-10", notice: 3 };
    expect(endOf({ ...noticed, term: 12 })).toMatchObject({ nextEnd: day("2027-03-31"), isCancelled: true });
    expect(endOf(noticed)).toMatchObject({ nextEnd: day("2027-02-10"), isCancelled: true });
    // Notice that is given later was not known at asOf.
    expect(endOf({ ...noticed, cancelled: "2026-12-01", term: 12 })).toMatchObject({ isCancelled: false });
  });
});

describe("renewals under a new number", () => {
  it("continue what ended last before them; parallel contracts stay apart", () => {
    const contracts = table([
      { start: "2020-01-01", end: "2020-12-31", agreement: 1 },
      { start: "2020-01-01", end: "2020-12-31", agreement: 1 },
      { start: "2021-01-01", agreement: 1 },
      { start: "2021-01-15", end: "2021-12-31", agreement: 1 },
      { start: "2022-03-01", agreement: 1 },
      { start: "2022-01-01", agreement: 2 },
    ]);
    const ends = Array.from(contracts.row, (_, i) => contractEnd(contracts, i, asOf, 12));
    // Two months of pause are too long; the last one is another product.
    expect(joinRenewals(contracts, ends).map((each) => each.contracts)).toEqual([[0, 2], [1, 3], [4], [5]]);
  });
});

describe("whole periods", () => {
  const lifetime = (start: string, end: string | null) =>
    lifetimeOf({ contracts: [0], startDay: day(start), endedOn: end === null ? null : day(end) }, asOf, 12);

  it("are paid for, or seen renewed", () => {
    expect(lifetime("2022-11-20", null)).toMatchObject({ periods: 4, isLost: false });
    expect(lifetime("2022-11-21", null)).toMatchObject({ periods: 3, isLost: false });
    expect(lifetime("2020-01-01", "2021-12-31")).toMatchObject({ periods: 2, isLost: true });
    // A month late is still the end of the second period.
    expect(lifetime("2020-01-01", "2022-01-31")).toMatchObject({ periods: 2, isLost: true });
    // Half a year into the third one: not renewed at the end of the third.
    expect(lifetime("2020-01-01", "2022-06-30")).toMatchObject({ periods: 3, isLost: true });
  });

  it("count an early leaver only when the period is over for those who stayed, too", () => {
    expect(lifetime("2026-01-01", "2026-06-30")).toMatchObject({ isEnded: true, isLost: false, periods: 0 });
  });

  it("have the commonest term, of equals the shorter, a year where none is known", () => {
    const terms = (list: number[]) =>
      renewalPeriod(table(list.map((term) => ({ start: "2024-01-01", term }))));
    expect(terms([24, 12, 24])).toEqual({ months: 24, basis: "commonestTerm", ratio: 2 / 3 });
    expect(terms([24, 12])).toMatchObject({ months: 12 });
    expect(renewalPeriod(table([{ start: "2024-01-01" }]))).toEqual({
      months: 12,
      basis: "default",
      ratio: null,
    });
  });
});

describe("a running contract", () => {
  const half = (stand: { decisionIn: number }) => (ahead: number) =>
    ahead < stand.decisionIn ? 1 : 0.5 ** (1 + Math.floor((ahead - stand.decisionIn) / 12));
  const curve = {
    ahead: half,
    estimate: (quantity: (ahead: typeof half) => number) => ({
      expected: quantity(half),
      low: null,
      high: null,
    }),
  };
  const contract: RunningContract = {
    row: 0,
    customer: 1,
    startDay: 0,
    nextEnd: 0,
    isCancelled: false,
    isAgreed: false,
    age: 18,
    decisionIn: 6,
    income: 12_000,
  };

  it("is certain until its term ends, and then renewed every year with one half", () => {
    const expectations = new RenewalExpectations(curve, { months: 24, discount: 0 });
    const own = expectations.contract(contract);
    expect(own).toMatchObject({ renewalProbability: 0.5, probability12: 0.5 });
    // 6 months at 1, 12 at 0.5, 6 at 0.25: 6 + 6 + 1.5 = 13.5 months.
    expect(own.years).toBeCloseTo(13.5 / 12, 12);
    // Two of them: both gone with 0.25 in the middle year, 0.5625 later: 6 + 12 · 0.75 + 6 · 0.4375 months.
    expect(expectations.yearsUnderContract([contract, contract])).toBeCloseTo(17.625 / 12, 12);
    expect(expectations.anyIn12([contract, contract])).toBeCloseTo(0.75, 12);
    // What is left of 120.00 twice: 120.00.
    expect(expectations.incomeIn12([contract, contract])?.expected).toBe(12_000);
  });

  it("is renewed or not, which its income leaves open even where the curve is certain", () => {
    const estimate = (quantity: (ahead: typeof half) => number) => {
      const expected = quantity(half);
      return { expected, low: expected, high: expected };
    };
    const expectations = new RenewalExpectations({ ...curve, estimate }, { months: 24, discount: 0 });
    // √(2 · 12000² · ½ · ½) = 8485; 80 %: 12000 ± 1.2816 · 8485.
    expect(expectations.incomeIn12([contract, contract])).toEqual({
      expected: 12_000,
      low: 1_126,
      high: 22_874,
    });
  });

  it("under notice ends for certain, and a later month counts less", () => {
    const expectations = new RenewalExpectations(curve, { months: 24, discount: 0.1 });
    const cancelled = { ...contract, isCancelled: true };
    const own = expectations.contract(cancelled);
    expect(own).toMatchObject({ renewalProbability: 0, probability12: 0 });
    // Months 0 to 5, each discounted at its middle.
    const expected = [0, 1, 2, 3, 4, 5].reduce((sum, month) => sum + 1.1 ** -((month + 0.5) / 12) / 12, 0);
    expect(own.years).toBeCloseTo(expected, 12);
    expect(expectations.incomeIn12([cancelled])).toMatchObject({ expected: 0 });
  });
});

describe("the observed curve", () => {
  const of = (lived: number, isEnded: boolean): Lifetime => ({
    months: lived,
    isEnded,
    periods: 0,
    isLost: false,
    dueOn: [],
  });

  it("is Kaplan–Meier, and goes on at the mean rate behind it", () => {
    // Ten contracts: 2 end at 6 months, 3 at 12, five are watched for 20.
    const curve = observedCurve([
      ...[6, 6].map((lived) => of(lived, true)),
      ...[12, 12, 12].map((lived) => of(lived, true)),
      ...[20, 20, 20, 20, 20].map((lived) => of(lived, false)),
    ]);
    const ahead = curve.ahead({ age: 0, decisionIn: 12, isAgreed: false });
    expect(ahead(5)).toBe(1);
    expect(ahead(6)).toBeCloseTo(0.8, 12);
    // 0.8 · (1 − 3/8) = 0.5
    expect(ahead(12)).toBeCloseTo(0.5, 12);
    // 5 ends in 12 + 36 + 100 months; 10 months behind the last watched one.
    expect(ahead(30)).toBeCloseTo(0.5 * Math.exp((-10 * 5) / 148), 12);
    // Whoever has lived 7 months: 5/8 are still there at 12. Bound until then: certain before.
    expect(curve.ahead({ age: 7, decisionIn: 5, isAgreed: false })(5)).toBeCloseTo(5 / 8, 12);
    expect(curve.ahead({ age: 7, decisionIn: 9, isAgreed: true })(8)).toBe(1);
    const { expected, low, high } = curve.estimate((at) =>
      at({ age: 0, decisionIn: 12, isAgreed: false })(12),
    );
    // Greenwood of ln S: 2/(10·8) + 3/(8·5) = 0.1; 10 % quantile of the normal: −1.2816.
    expect(expected).toBeCloseTo(0.5, 12);
    expect(low).toBeCloseTo(0.5 * Math.exp(-1.281_551_6 * Math.sqrt(0.1)), 6);
    expect(high).toBeCloseTo(0.5 * Math.exp(1.281_551_6 * Math.sqrt(0.1)), 6);
  });
});

describe("a model on renewals that it has not seen", () => {
  it("is judged by the probability of what happened", () => {
    const judged = judgeModel(
      { code: "shiftedBetaGeometric", retention: (renewal) => (renewal === 1 ? 0.8 : 0.9), warnings: [] },
      { due: [10, 20], lost: [3, 1] },
    );
    // 10 · 0.2 + 20 · 0.1 = 4 ends expected.
    expect(judged.predictedEnded).toBeCloseTo(4, 12);
    const loss = -(3 * Math.log(0.2) + 7 * Math.log(0.8) + Math.log(0.1) + 19 * Math.log(0.9)) / 30;
    expect(judged.logLoss).toBeCloseTo(loss, 12);
    // √((10 · 0.1² + 20 · 0.05²) / 30)
    expect(judged.rmse).toBeCloseTo(Math.sqrt((10 * 0.01 + 20 * 0.0025) / 30), 12);
  });
});

describe("renewals of a company", () => {
  it("do not depend on which contracts name a customer, and sum what customers bring", () => {
    const rows: Row[] = [
      { start: "2024-05-01", income: 36_500, customer: 7, term: 12 },
      { start: "2025-11-21", income: 36_500, customer: 7, term: 12 },
      { start: "2025-01-01", end: "2026-05-21", income: 36_500, customer: 7, term: 12 },
      { start: "2025-01-01", income: 10_000, customer: Number.NaN, term: 12 },
    ];
    const { customers, basis, incomeIn12 } = computeRenewals(table(rows), "2026-11-20", {
      months: 36,
      discount: 0.08,
    });
    expect(basis.retention).toBeNull();
    expect(incomeIn12).toBeNull();
    expect(customers).toHaveLength(1);
    expect(customers[0]).toMatchObject({
      customer: 7,
      runningContracts: 2,
      incomePerYear: 73_000,
      contractMonths: 30,
      // 365.00 each for the two that ran all year; the third for 182 of 365 days: 365.00 · 182/365 = 182.00.
      incomeLast12: 36_500 + 36_500 + 18_200,
      nextEnd: day("2026-11-20"),
    });
    expect(customers[0]!.probability12).toBeNaN();
  });
});
