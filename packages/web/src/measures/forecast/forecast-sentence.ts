import type { Forecast } from "@kleinod/engine/measures/expectation/report-contract.ts";
import type { Texts } from "../../i18n/index.ts";

/** A total that is off by less counts as right: it would be told as 0 %. */
const rightWithin = 0.0005;

/** The word for a total that was off by this ratio, or that nothing is known of it. */
export function biasWord(biasRatio: number | null): "few" | "many" | "right" | "unknown" {
  if (biasRatio === null) return "unknown";
  if (Math.abs(biasRatio) < rightWithin) return "right";
  return biasRatio < 0 ? "few" : "many";
}

/** What comes, and how far off it would have been. */
export function forecastSentence({ next12, holdout, currency }: Forecast, { t, format }: Texts): string {
  if (next12 === null) return "";
  const orders = format.count(Math.round(next12.orders.expected));
  const bias = holdout?.forecasters.find(({ isChosen }) => isChosen)?.biasRatio ?? null;
  return [
    next12.salesCents === null
      ? t("forecast.sentenceNoMoney", { orders })
      : t("forecast.sentence", { orders, sales: format.moneyShort(next12.salesCents.expected, currency) }),
    t(`forecast.checked.${biasWord(bias)}`, {
      months: holdout?.months ?? 0,
      share: format.percent(Math.abs(bias ?? 0)),
    }),
  ].join(" ");
}

/** The uncertainty in words, and what is not in it. */
export function forecastNote({ next12, asOf }: Forecast, { t, format }: Texts): string {
  const low = next12?.orders.low ?? null;
  const high = next12?.orders.high ?? null;
  return [
    next12 === null || low === null || high === null
      ? ""
      : t("forecast.interval", {
          low: format.count(Math.round(low)),
          high: format.count(Math.round(high)),
          level: format.percent(next12.level),
        }),
    t("forecast.note", { date: format.date(asOf) }),
  ]
    .filter((part) => part !== "")
    .join(" ");
}
