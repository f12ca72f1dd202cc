import type { Forecast } from "@kleinod/engine/measures/expectation/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { KeyFigure } from "../../ui/key-figure.tsx";
import { PartsFigure } from "../../ui/parts-figure.tsx";
import { SumLines } from "../../ui/sum-lines.tsx";
import { Unclear } from "../../ui/unclear.tsx";
import { biasWord } from "./forecast-sentence.ts";

/** What comes, and how well the same forecast would have met the last months. */
export function ForecastFigures({ forecast }: { forecast: Forecast }) {
  const { t, format } = useTexts();
  const { next12, currency, unclear } = forecast;
  if (next12 === null) return null;
  const { orders, salesCents } = next12;
  const count = (value: number) => format.count(Math.round(value));
  const range = (low: number | null, high: number | null, show: (value: number) => string) =>
    low === null || high === null ? null : t("forecast.range", { low: show(low), high: show(high) });
  const lines = (...texts: readonly (string | null)[]) =>
    texts
      .filter((text) => text !== null)
      .map((text) => (
        <span key={text} style={{ display: "block" }}>
          {text}
        </span>
      ));
  return (
    <section className="k-figures" aria-label={t("forecast.figures")}>
      <KeyFigure
        code="expectedOrders12"
        label={t("forecast.figure.orders")}
        value={count(orders.expected)}
        more={lines(
          range(orders.low, orders.high, count),
          t("forecast.figure.ordersBefore", { n: format.count(next12.ordersLast12) }),
        )}
      />
      <KeyFigure
        code="expectedSales12Cents"
        label={t("forecast.figure.sales")}
        value={
          salesCents === null ? (
            <Unclear reason={unclear.find(({ field }) => field.includes("ales"))?.reason ?? null} />
          ) : (
            format.moneyShort(salesCents.expected, currency)
          )
        }
        {...(salesCents === null ? {} : { exact: format.moneyExact(salesCents.expected, currency) })}
        more={
          salesCents === null
            ? undefined
            : lines(
                range(salesCents.low, salesCents.high, (cents) => format.moneyShort(cents, null)),
                orders.expected <= 0
                  ? null
                  : t("forecast.figure.salesPerOrder", {
                      money: format.money(Math.round(salesCents.expected / orders.expected), currency),
                    }),
              )
        }
      />
      <KeyFigure
        code="probabilityActive"
        label={t("forecast.figure.active")}
        value={count(next12.activeCustomers)}
        more={t("forecast.figure.activeMore", { n: format.count(next12.customers) })}
      />
      <CheckFigures forecast={forecast} />
    </section>
  );
}

/** How far off the chosen forecast was, and whether its intervals held. */
function CheckFigures({ forecast }: { forecast: Forecast }) {
  const { t, format } = useTexts();
  const { holdout, asOf } = forecast;
  const chosen = holdout?.forecasters.find(({ isChosen }) => isChosen);
  if (holdout === null || chosen === undefined) return null;
  const predicted = format.count(Math.round(chosen.predictedOrders));
  const actual = format.count(holdout.actualOrders);
  const word = biasWord(chosen.biasRatio);
  return (
    <>
      <PartsFigure
        label={t("forecast.figure.error", { months: holdout.months })}
        value={
          word === "unknown"
            ? t("frame.unclear")
            : t(`forecast.figure.${word}`, { share: format.percent(Math.abs(chosen.biasRatio ?? 0)) })
        }
        more={t("forecast.figure.errorMore", { predicted, actual })}
        madeOf={
          <SumLines
            lines={[
              { code: "cut", label: t("forecast.parts.cut"), value: format.date(holdout.cut) },
              { code: "until", label: t("forecast.parts.until"), value: format.date(asOf) },
              {
                code: "before",
                label: t("forecast.parts.before"),
                value: format.count(holdout.customersBefore),
              },
              {
                code: "compared",
                label: t("forecast.parts.compared"),
                value: format.count(holdout.customersCompared),
              },
              { code: "predicted", label: t("forecast.parts.predicted"), value: predicted },
              { code: "actual", label: t("forecast.parts.actual"), value: actual },
              {
                code: "difference",
                label: t("forecast.parts.difference"),
                value: chosen.biasRatio === null ? "–" : format.change(chosen.biasRatio),
                isTotal: true,
              },
            ]}
          />
        }
      />
      <PartsFigure
        label={t("forecast.figure.interval")}
        value={t("forecast.figure.intervalValue", {
          inside: format.number(holdout.interval.insideRatio * 100, 0),
        })}
        more={t("forecast.figure.intervalMore", { level: format.number(holdout.interval.level * 100, 0) })}
      />
    </>
  );
}
