import { plainCase } from "./doubling-case.fixture.ts";
import type { DoublingCase } from "./doubling-case.ts";
import { type DoublingReportInput, doubledResult, doublingReportOf } from "./report.ts";

/** Today 60.00 short per customer and year; visits are most of the cost. */
export const todayCase: DoublingCase = {
  ...plainCase,
  marginRatio: 0.32,
  roles: [
    {
      code: "generalist",
      label: { de: "Innendienst", en: "Inside sales" },
      capacityMinutes: 160_000,
      usedMinutes: 120_000,
      minutesPerNewCustomer: 90,
      centsPerMinute: 100,
      blockMinutes: 80_000,
    },
  ],
};

/** Visits give way to talks, winning customers costs half; the programme costs 30,000.00 a year. */
export const planCase: DoublingCase = {
  ...todayCase,
  driverCents: { ...todayCase.driverCents, fieldVisits: 2_000, contacts: 3_000, orderEntry: 4_000 },
  acquisitionCents: 14_000,
  platformCents: 3_000_000,
};

/** Results in worlds around one, in which acquisition costs more or less. */
export const resultsAround = (world: DoublingCase): number[] =>
  Array.from({ length: 101 }, (_, index) =>
    doubledResult({ ...world, acquisitionCents: world.acquisitionCents * (0.5 + index / 100) }),
  );

export function reportInput(plan: DoublingCase | null = planCase): DoublingReportInput {
  const scope = {
    today: { mid: todayCase, drawnResultsCents: resultsAround(todayCase) },
    plan: plan === null ? null : { mid: plan, drawnResultsCents: resultsAround(plan) },
  };
  return {
    asOf: "2026-06-30",
    currency: "CHF",
    snapshotId: "2026-06-30",
    planName: plan === null ? null : "Einfacher Weg",
    all: { code: "small", name: "Kleinkunden", ...scope },
    segments: [{ code: "lowNeed", name: "Einfacher Bedarf", ...scope }],
    growthOptionCents: 0,
    assumptions: [
      {
        key: "world.acquisitionCents",
        label: { de: "Kosten, einen Kunden zu gewinnen", en: "Cost of winning a customer" },
        unit: "cents",
        low: 22_000,
        mid: 32_000,
        high: 45_000,
        source: "assumption",
        grade: "D",
        note: null,
      },
    ],
    notes: [],
    unclear: [],
  };
}

export const exampleReport = (plan: DoublingCase | null = planCase) => doublingReportOf(reportInput(plan));
