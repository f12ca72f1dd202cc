import {
  bgNbd,
  fitBgNbd,
  fitParetoNbd,
  paretoNbd,
  type RepeatPurchaseModel,
  summarizeTransactions,
} from "../src/index.ts";
import { type CdnowLog, readCdnowSampleLog } from "../test/cdnow-log.ts";
import { lineCharts } from "./line-charts.ts";

const CALIBRATION_WEEKS = 39;
const WEEKS = 78;
/** 1997-01-01, the first day of the first week. */
const FIRST_DAY = Date.UTC(1997, 0, 1) / 86_400_000;
const COLOURS = { actual: "#8b949e", bgNbd: "#2f81f7", paretoNbd: "#e0701a" } as const;

type Model = RepeatPurchaseModel<string, unknown>;

/** The two pictures of the README by file name, made of CDNOW's 1/10 sample: fitted on weeks 1 to 39, held against all 78. */
export function cdnowPictures(): Record<"tracking.svg" | "conditional-expectation.svg", string> {
  const log = readCdnowSampleLog();
  const base = summarizeTransactions(log, {
    unit: "week",
    calibrationEnd: "1997-09-30",
    end: "1998-06-30",
  });
  const models = [
    { name: "BG/NBD", colour: COLOURS.bgNbd, model: bgNbd(fitBgNbd(base).params) },
    { name: "Pareto/NBD", colour: COLOURS.paretoNbd, model: paretoNbd(fitParetoNbd(base).params) },
  ] satisfies { name: string; colour: string; model: Model }[];

  const weeks = Array.from({ length: WEEKS }, (_, i) => i + 1);
  const cumulativeActual = repeatPurchasesByWeek(log);
  const longest = base.age.reduce((a, b) => Math.max(a, b), 0);
  const starts = Array.from(base.age, (age) => longest - age);
  const cumulative = [
    { name: "purchases", colour: COLOURS.actual, values: cumulativeActual },
    ...models.map(({ name, colour, model }) => ({
      name,
      colour,
      values: weeks.map((week) => expectedUpTo(model, starts, week)),
    })),
  ];
  const weekly = cumulative.map((series) => ({
    ...series,
    values: series.values.map((value, i) => value - (series.values[i - 1] ?? 0)),
  }));
  const time = {
    positions: weeks,
    ticks: [1, 13, 26, 39, 52, 65, 78].map((at) => ({ at, label: String(at) })),
    axis: "week since 1 January 1997",
    mark: { at: CALIBRATION_WEEKS, label: "forecast" },
  };

  const groups = ["0", "1", "2", "3", "4", "5", "6", "7+"];
  const members = groups.map((_, group) =>
    base.customer.flatMap((_customer, row) => (Math.min(7, base.frequency[row]!) === group ? [row] : [])),
  );
  const meanByGroup = (values: ArrayLike<number>) =>
    members.map((rows) => rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length);

  return {
    "tracking.svg": lineCharts({
      title: "Repeat purchases of 2,357 CDNOW customers by week, and what the models expect",
      description:
        "Left: purchases of each week; right: all purchases so far. The models know weeks 1 to 39 and foresee weeks 40 to 78.",
      height: 330,
      panels: [
        { title: "Repeat purchases a week", series: weekly, ...time },
        { title: "Repeat purchases so far", series: cumulative, ...time },
      ],
    }),
    "conditional-expectation.svg": lineCharts({
      title: "Purchases per customer in weeks 40 to 78, by purchases in weeks 1 to 39",
      description:
        "Mean of the customers with so many repeat purchases, and what the models expected of them.",
      height: 340,
      panels: [
        {
          title: "Purchases per customer in weeks 40 to 78",
          positions: groups.map((_, i) => i),
          ticks: groups.map((label, at) => ({ at, label, note: members[at]!.length.toLocaleString("en") })),
          axis: "repeat purchases in weeks 1 to 39 (below: how many customers)",
          series: [
            {
              name: "purchases",
              colour: COLOURS.actual,
              values: meanByGroup(base.holdoutFrequency),
              hasDots: true,
            },
            ...models.map(({ name, colour, model }) => ({
              name,
              colour,
              values: meanByGroup(model.conditionalExpectedTransactionsEach(CALIBRATION_WEEKS, base)),
              hasDots: true,
            })),
          ],
        },
      ],
    }),
  };
}

/** All repeat purchases up to the end of each week. */
function repeatPurchasesByWeek(log: CdnowLog): number[] {
  return Array.from({ length: WEEKS }, (_, i) => {
    const end = new Date((FIRST_DAY + (i + 1) * 7 - 1) * 86_400_000);
    return summarizeTransactions(log, { end }).frequency.reduce((sum, x) => sum + x, 0);
  });
}

/** Expected repeat purchases up to a week of customers who begin at these times. */
function expectedUpTo(model: Model, starts: readonly number[], week: number): number {
  const customers = new Map<number, number>();
  for (const start of starts) customers.set(start, (customers.get(start) ?? 0) + 1);
  let sum = 0;
  for (const [start, count] of customers) {
    if (week > start) sum += count * model.expectedTransactions(week - start);
  }
  return sum;
}
