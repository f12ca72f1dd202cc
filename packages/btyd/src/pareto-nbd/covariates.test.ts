import { describe, expect, it } from "vitest";
import { random } from "../../test/random.ts";
import { simulateParetoNbd } from "../../test/simulate-pareto-nbd.ts";
import { quantityInterval } from "../fits/quantity-interval.ts";
import { fitParetoNbd } from "./fit.ts";
import { fitParetoNbdWithCovariates } from "./fit-with-covariates.ts";
import { paretoNbdWithCovariates } from "./model-with-covariates.ts";

const NAMES = ["r", "alpha", "s", "beta"] as const;
const TRUTH = { r: 1.2, alpha: 9, s: 1.1, beta: 20 };
const EFFECTS = { online: 0.6, staff: 0.02, onlineLeaving: 0.7 };
const CUSTOMERS = 3000;

function expectNear(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}

const next = random(5);
const online = Array.from({ length: CUSTOMERS }, () => (next() < 0.4 ? 1 : 0));
/** Employees of a customer: in few classes, as such data are. */
const staff = Array.from({ length: CUSTOMERS }, () => 10 + 5 * Math.floor(6 * next()));
const inRealTime = simulateParetoNbd(
  next,
  (i) => ({
    ...TRUTH,
    alpha: TRUTH.alpha * Math.exp(-EFFECTS.online * online[i]! - EFFECTS.staff * staff[i]!),
    beta: TRUTH.beta * Math.exp(-EFFECTS.onlineLeaving * online[i]!),
  }),
  CUSTOMERS,
  (draw) => 30 + Math.floor(10 * draw()),
  26,
);
const simulated = { ...inRealTime, recency: inRealTime.recency.map((time) => Math.ceil(time * 7) / 7) };
const covariates = { transaction: { online, staff }, lifetime: { online } };
const histories = { ...simulated, covariates };
const fit = fitParetoNbdWithCovariates(histories);
const plain = fitParetoNbd(simulated);

describe("on simulated customers", () => {
  it("recovers parameters within 10 % and effects within three standard errors", () => {
    expect(fit).toMatchObject({ model: "paretoNbdWithCovariates", converged: true, warnings: [] });
    expectNear(fit.params.r, TRUTH.r, 0.1);
    expectNear(fit.params.alpha, TRUTH.alpha, 0.1);
    const within = (found: number | undefined, truth: number, error: number | null | undefined) =>
      expect(Math.abs((found ?? Number.NaN) - truth)).toBeLessThan(3 * (error ?? 0));
    within(
      fit.params.transactionEffects.online,
      EFFECTS.online,
      fit.standardErrors.transactionEffects.online,
    );
    within(fit.params.transactionEffects.staff, EFFECTS.staff, fit.standardErrors.transactionEffects.staff);
    within(
      fit.params.lifetimeEffects.online,
      EFFECTS.onlineLeaving,
      fit.standardErrors.lifetimeEffects.online,
    );
    within(fit.params.s, TRUTH.s, fit.standardErrors.s);
    within(fit.params.beta, TRUTH.beta, fit.standardErrors.beta);
    expect(fit.standardErrors.transactionEffects.online).toBeLessThan(0.1);
  });

  it("forecasts within 5 % what the true parameters would, overall and of each group", () => {
    const truth = paretoNbdWithCovariates({
      ...TRUTH,
      transactionEffects: { online: EFFECTS.online, staff: EFFECTS.staff },
      lifetimeEffects: { online: EFFECTS.onlineLeaving },
    }).conditionalExpectedTransactionsEach(26, histories);
    const expected = paretoNbdWithCovariates(fit.params).conditionalExpectedTransactionsEach(26, histories);
    for (const groups of [[0, 1], [0], [1]]) {
      const total = (values: ArrayLike<number>) =>
        Array.from(values).reduce(
          (sum, value, row) => (groups.includes(online[row]!) ? sum + value : sum),
          0,
        );
      expectNear(total(expected), total(truth), 0.05);
      // Purchases differ so much between customers that chance alone moves a total by some percent.
      expectNear(total(expected), total(simulated.future), 0.12);
    }
  });

  it("beats the fit without covariates by far more than chance", () => {
    // χ² with 3 degrees of freedom exceeds 16.3 in one of a thousand cases.
    expect(2 * (fit.logLikelihood - plain.logLikelihood)).toBeGreaterThan(100);
  });

  it("gains no more than chance from covariates that are noise", () => {
    const draw = random(6);
    const noise = online.map(() => (draw() < 0.5 ? 1 : 0));
    const found = fitParetoNbdWithCovariates({
      ...simulated,
      covariates: { transaction: { noise }, lifetime: { noise } },
    });
    const ratio = 2 * (found.logLikelihood - plain.logLikelihood);
    expect(ratio).toBeGreaterThanOrEqual(-1e-6);
    // χ² with 2 degrees of freedom exceeds 13.8 in one of a thousand cases.
    expect(ratio).toBeLessThan(13.8);
  });

  it("reports the likelihood of its parameters", () => {
    expect(paretoNbdWithCovariates(fit.params).logLikelihood(histories)).toBeCloseTo(fit.logLikelihood, 5);
  });

  it("has intervals for the expectation of a customer and for an effect", () => {
    const customer = { frequency: 3, recency: 20, age: 30 };
    const expectation = quantityInterval(fit, (params) =>
      paretoNbdWithCovariates(params)
        .forCustomer({ transaction: { online: 1, staff: 20 }, lifetime: { online: 1 } })
        .conditionalExpectedTransactions(26, customer),
    );
    expect(expectation?.low).toBeLessThan(expectation?.estimate ?? 0);
    expect(expectation?.high).toBeGreaterThan(expectation?.estimate ?? 0);
    const effect = quantityInterval(
      fit,
      ({ transactionEffects }) => transactionEffects.online ?? Number.NaN,
      {
        range: "real",
      },
    );
    // A nominal 90 % interval is 1.6449 standard errors to each side.
    const half = 1.6448536 * (fit.standardErrors.transactionEffects.online ?? Number.NaN);
    expectNear((effect?.high ?? 0) - (effect?.estimate ?? 0), half, 1e-6);
  });
});

describe("is the plain model", () => {
  it("without covariates", () => {
    const found = fitParetoNbdWithCovariates({ ...simulated, covariates: {} });
    for (const name of NAMES) {
      expectNear(found.params[name], plain.params[name], 1e-6);
      expectNear(found.standardErrors[name] ?? 0, plain.standardErrors[name] ?? 0, 1e-4);
    }
    expect(found.logLikelihood).toBeCloseTo(plain.logLikelihood, 6);
    expect(found.params).toMatchObject({ transactionEffects: {}, lifetimeEffects: {} });
  });

  it("of a customer with covariates of 0", () => {
    const model = paretoNbdWithCovariates(fit.params).forCustomer({
      transaction: { online: 0, staff: 0 },
      lifetime: { online: 0 },
    });
    const { r, alpha, s, beta } = fit.params;
    expect(model.params).toEqual({ r, alpha, s, beta });
  });

  it("with alpha and beta of the customer, for every answer of a table", () => {
    const model = paretoNbdWithCovariates(fit.params);
    const rows = {
      frequency: [3, 0, 5, 1],
      recency: [20, 0, 31, 2],
      age: [30, 12, 33, 40],
      weight: [1, 2, 1, 3],
      covariates: {
        transaction: { online: [1, 0, 1, 0], staff: [20, 15, 20, 35] },
        lifetime: { online: [1, 0, 1, 0] },
      },
    };
    const single = rows.frequency.map((frequency, row) => {
      const { transaction, lifetime } = rows.covariates;
      const of = model.forCustomer({
        transaction: { online: transaction.online[row]!, staff: transaction.staff[row]! },
        lifetime: { online: lifetime.online[row]! },
      });
      const customer = { frequency, recency: rows.recency[row]!, age: rows.age[row]! };
      return {
        alive: of.probabilityAlive(customer),
        expected: of.conditionalExpectedTransactions(26, customer),
        whileAlive: of.expectedTransactionsWhileAlive(26, customer),
        discounted: of.discountedExpectedTransactions(0.01, customer),
        interval: of.transactionInterval(26, customer, 0.9),
        likelihood: rows.weight[row]! * of.logLikelihoodOf(customer),
      };
    });
    expect([...model.probabilityAliveEach(rows)]).toEqual(single.map(({ alive }) => alive));
    expect([...model.conditionalExpectedTransactionsEach(26, rows)]).toEqual(
      single.map(({ expected }) => expected),
    );
    expect([...model.expectedTransactionsWhileAliveEach(26, rows)]).toEqual(
      single.map(({ whileAlive }) => whileAlive),
    );
    expect([...model.discountedExpectedTransactionsEach(0.01, rows)]).toEqual(
      single.map(({ discounted }) => discounted),
    );
    const intervals = model.transactionIntervalEach(26, rows, 0.9);
    expect([...intervals.low]).toEqual(single.map(({ interval }) => interval.low));
    expect([...intervals.high]).toEqual(single.map(({ interval }) => interval.high));
    const likelihood = single.reduce((sum, row) => sum + row.likelihood, 0);
    expect(model.logLikelihood(rows)).toBeCloseTo(likelihood, 10);
  });
});

describe("does not depend on", () => {
  it("the order of rows or of covariates", () => {
    const other = fitParetoNbdWithCovariates({
      frequency: simulated.frequency.toReversed(),
      recency: simulated.recency.toReversed(),
      age: simulated.age.toReversed(),
      covariates: {
        lifetime: { online: online.toReversed() },
        transaction: { staff: staff.toReversed(), online: online.toReversed() },
      },
    });
    for (const name of NAMES) expectNear(other.params[name], fit.params[name], 1e-5);
    expectNear(other.params.lifetimeEffects.online ?? 0, fit.params.lifetimeEffects.online ?? 0, 1e-5);
    expectNear(other.params.transactionEffects.staff ?? 0, fit.params.transactionEffects.staff ?? 0, 1e-5);
  });

  it("the unit and the zero of a covariate: 2 · staff − 7 has half the effect and the same expectations", () => {
    const moved = {
      transaction: { online, staff: staff.map((value) => 2 * value - 7) },
      lifetime: { online },
    };
    const other = fitParetoNbdWithCovariates({ ...simulated, covariates: moved });
    const effect = fit.params.transactionEffects.staff ?? 0;
    expectNear(other.params.transactionEffects.staff ?? 0, effect / 2, 1e-5);
    expectNear(
      other.standardErrors.transactionEffects.staff ?? 0,
      (fit.standardErrors.transactionEffects.staff ?? 0) / 2,
      1e-3,
    );
    // alpha · e^(−effect · staff) = alpha' · e^(−effect / 2 · (2 · staff − 7))
    expectNear(other.params.alpha, fit.params.alpha * Math.exp((-7 * effect) / 2), 1e-5);
    expect(other.logLikelihood).toBeCloseTo(fit.logLikelihood, 5);
  });

  it("the time unit", () => {
    const scale = (values: number[]) => values.map((value) => value * 7);
    const other = fitParetoNbdWithCovariates({
      ...histories,
      recency: scale(simulated.recency),
      age: scale(simulated.age),
    });
    expectNear(other.params.alpha, 7 * fit.params.alpha, 1e-5);
    expectNear(other.params.beta, 7 * fit.params.beta, 1e-5);
    expectNear(other.params.transactionEffects.online ?? 0, fit.params.transactionEffects.online ?? 0, 1e-5);
  });

  it("which customers a prediction is for: a part of the table is answered as in the whole", () => {
    const model = paretoNbdWithCovariates(fit.params);
    const part = <T>(values: T[]) => values.slice(100, 200);
    const whole = model.conditionalExpectedTransactionsEach(26, histories);
    const found = model.conditionalExpectedTransactionsEach(26, {
      frequency: part(simulated.frequency),
      recency: part(simulated.recency),
      age: part(simulated.age),
      covariates: {
        transaction: { online: part(online), staff: part(staff) },
        lifetime: { online: part(online) },
      },
    });
    expect([...found]).toEqual([...whole.slice(100, 200)]);
  });
});

describe("a covariate without information of its own gets the effect 0 and a warning", () => {
  it("when it is the same for all", () => {
    const found = fitParetoNbdWithCovariates({
      ...simulated,
      covariates: { transaction: { online, country: online.map(() => 41) } },
    });
    expect(found.warnings).toEqual([
      {
        code: "doesNotVary",
        message: "The transaction covariate country is the same for all customers.",
        fallback: "Its effect was set to 0.",
      },
    ]);
    expect(found.params.transactionEffects.country).toBe(0);
    expect(found.standardErrors.transactionEffects.country).toBeNull();
    // The model takes the covariate all the same, so that the table of the fit can be predicted.
    const half = quantityInterval(found, (params) =>
      paretoNbdWithCovariates(params)
        .forCustomer({ transaction: { online: 1, country: 41 } })
        .expectedTransactions(26),
    );
    expect(half?.low).toBeGreaterThan(0);
  });

  it("when it follows from others", () => {
    const found = fitParetoNbdWithCovariates({
      ...simulated,
      covariates: { transaction: { online, staff, offline: online.map((value) => 1 - value) } },
    });
    expect(found.warnings).toEqual([
      {
        code: "weaklyIdentified",
        message: "The transaction covariate offline follows from the transaction covariates before it.",
        fallback: "Its effect was set to 0.",
      },
    ]);
    expect(found.params.transactionEffects.offline).toBe(0);
    expect(found.params.transactionEffects.online).toBeGreaterThan(0.3);
  });

  it("and one of a group in which nobody bought again is held back by a weak prior", () => {
    const silent = simulated.frequency.map((x, row) => (x === 0 && row % 40 === 0 ? 1 : 0));
    const found = fitParetoNbdWithCovariates({ ...simulated, covariates: { transaction: { silent } } });
    expect(found.warnings.map(({ code }) => code)).toContain("weaklyIdentified");
    expect(found.warnings[0]?.message).toBe(
      "The data hardly say how the transaction covariate silent matters.",
    );
    expect(Number.isFinite(found.params.transactionEffects.silent)).toBe(true);
    expect(found.params.transactionEffects.silent).toBeLessThan(-1);
  });
});

describe("regularisation", () => {
  const effectsOf = (regularisation: number) => {
    const { params } = fitParetoNbdWithCovariates(histories, { regularisation });
    return Object.values({ ...params.transactionEffects, lifetime: params.lifetimeEffects.online ?? 0 });
  };
  const size = (effects: number[]) => Math.hypot(...effects);

  it("of 0 is none", () => {
    expect(fitParetoNbdWithCovariates(histories, { regularisation: 0 })).toEqual(fit);
  });

  it("shrinks effects, to 0 in the end", () => {
    const sizes = [0, 0.05, 0.5, 1e4].map((weight) => size(effectsOf(weight)));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes[3]).toBeLessThan(1e-3);
  });

  it("reports the likelihood without the penalty", () => {
    const found = fitParetoNbdWithCovariates(histories, { regularisation: 0.05 });
    expect(paretoNbdWithCovariates(found.params).logLikelihood(histories)).toBeCloseTo(
      found.logLikelihood,
      5,
    );
    expect(found.logLikelihood).toBeLessThan(fit.logLikelihood);
  });
});

describe("throws for arguments out of range", () => {
  const rows = { frequency: [1, 0], recency: [2, 0], age: [9, 9] };
  const model = paretoNbdWithCovariates({
    ...TRUTH,
    transactionEffects: { online: 0.5 },
    lifetimeEffects: {},
  });

  it("naming covariate, row and value", () => {
    const withNaN = { ...rows, covariates: { transaction: { online: [1, Number.NaN] } } };
    const message = "transaction covariate online of row 1 is NaN; expected a finite number";
    expect(() => fitParetoNbdWithCovariates(withNaN)).toThrow(message);
    expect(() => model.probabilityAliveEach(withNaN)).toThrow(message);
    expect(() => fitParetoNbdWithCovariates({ ...rows, covariates: { lifetime: { online: [1] } } })).toThrow(
      "length of lifetime covariate online is 1; expected 2, the length of frequency",
    );
  });

  it("naming a covariate that is missing, or that the model does not know", () => {
    expect(() => model.forCustomer({})).toThrow(
      "transaction covariate online is undefined; expected a value, because the model has an effect for it",
    );
    expect(() => model.forCustomer({ transaction: { online: 1, price: 2 } })).toThrow(
      "transaction covariate is price; expected one that the model has an effect for: online",
    );
    expect(() => model.forCustomer({ transaction: { online: Number.NaN } })).toThrow(
      "transaction covariate online is NaN; expected a finite number",
    );
    expect(() => model.probabilityAliveEach({ ...rows, covariates: {} })).toThrow(
      "transaction covariate online",
    );
  });

  it("naming an effect, a parameter, an option", () => {
    const params = { ...TRUTH, transactionEffects: { online: Number.NaN }, lifetimeEffects: {} };
    expect(() => paretoNbdWithCovariates(params)).toThrow(
      "transaction effect of online is NaN; expected a finite number",
    );
    expect(() => paretoNbdWithCovariates({ ...params, beta: -1 })).toThrow(
      "paretoNbdWithCovariates parameter beta is -1; expected a finite number > 0",
    );
    expect(() => fitParetoNbdWithCovariates({ ...rows, covariates: {} }, { regularisation: -1 })).toThrow(
      "regularisation is -1; expected a finite number ≥ 0",
    );
  });
});
