import { defaultActivities } from "@kleinod/engine/measures/cost-to-serve/default-activities-contract.ts";
import { costModel } from "@kleinod/engine/measures/cost-to-serve/model.ts";
import type { ReferenceEvent } from "@kleinod/engine/measures/cost-to-serve/reference.ts";
import { milliminutesOf } from "@kleinod/engine/measures/cost-to-serve/time-equation.ts";
import { parameterSpecs } from "@kleinod/engine/programme/parameters.ts";
import { describe, expect, it } from "vitest";
import { addEvents } from "./cost-to-serve.fixture.ts";
import { costToServe } from "./reports/cost-to-serve.ts";
import { runPipeline } from "./run-pipeline.ts";
import { measuredContext } from "./test-context.fixture.ts";
import { type TestLine, testRelations } from "./test-relations.ts";

const asOf = "2025-12-31";
const model = costModel(Object.fromEntries(parameterSpecs.map((spec) => [spec.code, spec.default])));

/** Cents of one order with one line at the assumed rates, for each named channel. */
const perChannel = model.activities
  .filter(({ event, when }) => event === "order" && when?.channel !== undefined)
  .map(({ time, fallbackRoleIndex }) => {
    const rate = model.roles[fallbackRoleIndex]!.assumedRateCentsPerMinute;
    return (milliminutesOf(time, { lines: 1 }) * rate) / 1000;
  });

const invoices = (customerId: number, count: number): TestLine[] =>
  Array.from({ length: count }, (_, index) => ({
    documentId: customerId * 1_000 + index,
    customerId,
    date: `2025-0${1 + (index % 9)}-10`,
    valueCents: 10_000,
    costCents: 6_000,
  }));
const long = (customerId: number): TestLine => ({
  documentId: customerId,
  customerId,
  date: "2023-01-10",
  valueCents: 100,
  costCents: 50,
});

async function customersOf(lines: readonly TestLine[], events: readonly ReferenceEvent[]) {
  const connection = await testRelations(lines);
  await addEvents(connection, events);
  await runPipeline(connection, { asOf, factsVersion: "1", parameters: [], snapshotTable: "snapshot" });
  const report = await costToServe(connection, measuredContext(asOf, "snapshot"));
  return { report, of: (id: number) => report.customers.find((customer) => customer.id === id)! };
}

describe("cost to serve where little is known", () => {
  it("AT1.4 a customer without channel or activity data gets an interval between the cheapest and the dearest channel, and is unclear", async () => {
    const { report, of } = await customersOf([long(1), ...invoices(1, 9)], []);
    const customer = of(1);
    expect(customer).toMatchObject({ tier: "T0", isUnclear: true });
    // Nine orders: at least as wide as between the cheapest and the dearest way of taking them.
    const [cheapest, dearest] = [9 * Math.min(...perChannel), 9 * Math.max(...perChannel)];
    expect(customer.highCents - customer.lowCents).toBeGreaterThanOrEqual(Math.floor(dearest - cheapest));
    expect(customer.lowCents).toBeLessThan(customer.fullCents);
    expect(customer.fullCents).toBeLessThan(customer.highCents);
    expect(report.unclear).toEqual([
      { field: "pools", reason: "costPoolsMissing" },
      { field: "customers.lowCents", reason: "channelsMissing" },
      { field: "customers.highCents", reason: "activitiesMissing" },
    ]);
    expect(report.totals.unclear).toBe(1);
  });

  it("AT1.4 is clear for a customer whose channels or talks are known, in the same store", async () => {
    const order = (customerId: number, channel: "web" | null): ReferenceEvent => ({
      event: "order",
      customerId,
      day: "2025-05-05",
      channel,
      drivers: { lines: 1 },
    });
    const { of } = await customersOf(
      [long(1), long(2), long(3)],
      [
        { ...order(1, "web"), day: "2023-01-01" },
        order(1, "web"),
        order(2, null),
        order(3, null),
        {
          event: "activity",
          customerId: 3,
          day: "2025-05-05",
          activityType: "call",
          role: "Innendienst",
          minutes: 10,
        },
      ],
    );
    expect(of(1)).toMatchObject({ isUnclear: false, tier: "T2" });
    expect(of(2)).toMatchObject({ isUnclear: true, tier: "T0" });
    expect(of(3)).toMatchObject({ isUnclear: false, tier: "T2" });
  });

  it("opens the interval upwards where a role does not log everything, and never for logged minutes alone downwards", async () => {
    const { of } = await customersOf(
      [long(1)],
      [
        { event: "order", customerId: 1, day: "2023-01-01", channel: "web" },
        {
          event: "activity",
          customerId: 1,
          day: "2025-05-05",
          activityType: "visit",
          role: "Aussendienst",
          minutes: 100,
        },
      ],
    );
    const [year] = defaultActivities.filter(({ code }) => code === "customerYear");
    // The visit: 100 · 1.55 = 155.00, logged; the customer year: 25 · 2.20 = 55.00 ± 50 %.
    expect(of(1).fullCents).toBe(15_500 + 5_500);
    expect(year!.uncertaintyRatio).toBe(0.5);
    expect(of(1).lowCents).toBe(21_000 - 2_750);
    // Field sales logs 70 %: 155.00 · (1 ÷ 0.7 − 1) = 66.43 more.
    expect(of(1).highCents).toBe(21_000 + 2_750 + 6_643);
  });

  it("leaves contribution unknown where cost of goods is, and cost known", async () => {
    const { report, of } = await customersOf(
      [long(1), ...invoices(1, 2).map((line) => ({ ...line, costCents: null }))],
      [],
    );
    expect(of(1)).toMatchObject({
      contribution1Cents: null,
      contribution2Cents: null,
      contribution3Cents: null,
      contributionAvoidableCents: null,
      servableContributionCents: null,
    });
    expect(of(1).fullCents).toBeGreaterThan(0);
    expect(report.negative).toMatchObject({ fullRatio: null, avoidableRatio: null, known: 0, unclear: 1 });
  });

  it("keeps the order of contributions: full below direct below avoidable below the best service model", async () => {
    const { of } = await customersOf([long(1), ...invoices(1, 9)], []);
    const { contribution1Cents, contribution2Cents, contribution3Cents, contributionAvoidableCents } = of(1);
    const { servableContributionCents, servableLowCents, servableHighCents, fullCents, avoidableCents } =
      of(1);
    expect(contribution1Cents! - contribution3Cents!).toBe(fullCents);
    expect(contribution1Cents! - contributionAvoidableCents!).toBe(avoidableCents);
    // The customer year, 55.00, is allocated.
    expect(contribution2Cents! - contribution3Cents!).toBe(5_500);
    expect(servableContributionCents!).toBeGreaterThanOrEqual(contributionAvoidableCents!);
    expect(servableLowCents!).toBeLessThanOrEqual(servableContributionCents!);
    expect(servableHighCents!).toBeGreaterThanOrEqual(servableContributionCents!);
  });
});
