import { numberText } from "@kleinod/engine/figure-text.ts";
import type { Forecast, Forecaster } from "@kleinod/engine/measures/expectation/report-contract.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatMoney, formatPercent } from "../output/language.ts";
import { type TableColumn, tableText } from "../output/table.ts";

type Holdout = NonNullable<Forecast["holdout"]>;
type Model = NonNullable<Forecast["model"]>;
type Parameter = Model["parameters"][number];
type Group = Holdout["byFrequency"][number] & { readonly expected: number | null };
type Month = Forecast["tracking"][number];

/** Months that a reader of a terminal wants to see. */
const shownMonths = 24;

/** The report in words: the next 12 months, the model and why, its errors beside those of others, the course of the base. */
export function forecastText(report: Forecast, io: Io): string {
  const blocks = [
    ...(report.next12 === null ? [] : [next12Text(report, report.next12, io)]),
    ...(report.model === null ? [] : [modelText(report.model, io)]),
    ...(report.holdout === null ? [] : [holdoutText(report.holdout, io)]),
    ...(report.tracking.length === 0 ? [] : [trackingText(report.tracking.slice(-shownMonths), io)]),
    ...report.unclear.map(({ field, reason, cure }) =>
      cure === undefined ? `${field}: ${reason}` : `${field}: ${reason}. ${io.text(cure)}`,
    ),
  ];
  return blocks.join("\n\n");
}

function next12Text(report: Forecast, next12: NonNullable<Forecast["next12"]>, io: Io): string {
  const { orders, salesCents, customers, level, ordersLast12, activeCustomers } = next12;
  const count = (value: number) => formatCount(Math.round(value), io.language);
  const money = (cents: number) => formatMoney(cents, report.currency, io.language);
  const between = (low: number | null, high: number | null, spelled: (value: number) => string) =>
    low === null || high === null ? "" : ` (${spelled(low)}–${spelled(high)})`;
  const expected = `${count(orders.expected)}${between(orders.low, orders.high, count)}`;
  const sales =
    salesCents === null
      ? null
      : `${money(salesCents.expected)}${between(salesCents.low, salesCents.high, money)}`;
  const percent = formatPercent(level, io.language);
  return io.text({
    de: `Die 12 Monate nach dem ${report.asOf}: von ${count(customers)} Kunden ${expected} Kauftage erwartet${sales === null ? "" : `, Umsatz ${sales}`}; in den letzten 12 Monaten waren es ${count(ordersLast12)} Kauftage. Noch aktiv sind davon rund ${count(activeCustomers)}. In Klammern, was Parameter und Zufall der einzelnen Kunden offen lassen (${percent}).`,
    en: `The 12 months after ${report.asOf}: ${expected} purchase days expected of ${count(customers)} customers${sales === null ? "" : `, sales ${sales}`}; in the last 12 months there were ${count(ordersLast12)} purchase days. About ${count(activeCustomers)} of them are still active. In brackets what parameters and the chance of single customers leave open (${percent}).`,
  });
}

function modelText(model: Model, io: Io): string {
  const digits = (value: number | null) => (value === null ? "–" : numberText(value, 4)[io.language]);
  const { right, left } = columnsOf(io);
  return [
    `${io.text(model.label)}. ${io.text(model.reasonText)} ${io.text(model.supposes)}`,
    tableText(
      [
        left<Parameter>("Parameter", "Parameter", ({ code }) => code),
        right<Parameter>("Wert", "Value", ({ value }) => digits(value)),
        right<Parameter>("Standardfehler", "Standard error", ({ standardError }) => digits(standardError)),
        right<Parameter>("von", "from", ({ low }) => digits(low)),
        right<Parameter>("bis", "to", ({ high }) => digits(high)),
      ],
      model.parameters,
    ),
    ...model.warnings.map(({ text, detail }) => `${io.text(text)} (${detail})`),
  ].join("\n");
}

function holdoutText(holdout: Holdout, io: Io): string {
  const { left, right } = columnsOf(io);
  const count = (value: number) => formatCount(Math.round(value), io.language);
  const digits = (value: number | null) => (value === null ? "–" : numberText(value, 3, 3)[io.language]);
  const percent = (ratio: number | null) => (ratio === null ? "–" : formatPercent(ratio, io.language));
  const chosen = holdout.forecasters.find(({ isChosen }) => isChosen);
  return [
    io.text({
      de: `Probe an ${holdout.months} Monaten: Käufe bis ${holdout.cut} bekannt, ${count(holdout.actualOrders)} Kauftage von ${count(holdout.customersCompared)} Kunden danach vorhergesagt. ${percent(holdout.interval.insideRatio)} der Kunden lagen in ihrer Spanne (verlangt: mindestens ${percent(holdout.interval.level)}).`,
      en: `Tested on ${holdout.months} months: purchases up to ${holdout.cut} known, ${count(holdout.actualOrders)} purchase days of ${count(holdout.customersCompared)} customers forecast after it. ${percent(holdout.interval.insideRatio)} of customers lay within their range (at least ${percent(holdout.interval.level)} wanted).`,
    }),
    tableText(
      [
        left<Forecaster>("", "", ({ isChosen }) => (isChosen ? "*" : "")),
        left<Forecaster>("Modell", "Model", ({ label }) => io.text(label)),
        right<Forecaster>("Fehler (RMSE)", "Error (RMSE)", ({ rmse }) => digits(rmse)),
        right<Forecaster>("MAE", "MAE", ({ mae }) => digits(mae)),
        right<Forecaster>("MSLE", "MSLE", ({ msle }) => digits(msle)),
        right<Forecaster>("Summe daneben", "Total off by", ({ biasRatio }) => percent(biasRatio)),
        right<Forecaster>("Korrelation", "Correlation", ({ correlation }) => digits(correlation)),
      ],
      holdout.forecasters,
    ),
    ...(chosen === undefined
      ? []
      : [
          tableText(
            [
              right<Group>("Käufe davor", "Purchases before", (group) =>
                group.isOrMore ? `${group.frequency}+` : String(group.frequency),
              ),
              right<Group>("Kunden", "Customers", (group) => count(group.customers)),
              right<Group>("wirklich", "actual", (group) => digits(group.actual)),
              right<Group>("erwartet", "expected", (group) => digits(group.expected)),
            ],
            holdout.byFrequency.map((group, index) => ({
              ...group,
              expected: chosen.expectedByFrequency[index] ?? null,
            })),
          ),
        ]),
  ].join("\n");
}

function trackingText(months: readonly Month[], io: Io): string {
  const { left, right } = columnsOf(io);
  const count = (value: number) => formatCount(Math.round(value), io.language);
  return tableText(
    [
      left<Month>("Monat bis", "Month to", ({ to, isHoldout }) => (isHoldout ? `${to} *` : to)),
      right<Month>("wirklich", "actual", ({ actualOrders }) => count(actualOrders)),
      right<Month>("erwartet", "expected", ({ expectedOrders }) => count(expectedOrders)),
      right<Month>("Summe", "cumulative", ({ actualCumulative }) => count(actualCumulative)),
      right<Month>("erwartet", "expected", ({ expectedCumulative }) => count(expectedCumulative)),
    ],
    months,
  );
}

function columnsOf(io: Io) {
  const column =
    (align: "left" | "right") =>
    <Row>(de: string, en: string, value: (row: Row) => string): TableColumn<Row> => ({
      title: io.text({ de, en }),
      value,
      align,
    });
  return { left: column("left"), right: column("right") };
}
