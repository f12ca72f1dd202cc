import type { FitWarning } from "@kleinod/btyd/index.ts";
import type { ExpectationDetails, ExpectationRefusal, HoldoutDetails } from "./expectation-details.ts";
import { explainChoice } from "./explain-forecast.ts";
import { forecasterLabels, modelTexts, parameterMeanings, plainLabels, warningTexts } from "./model-texts.ts";
import type { Forecast } from "./report-contract.ts";

/** Sums over the customers of the snapshot. */
export interface ForecastTotals {
  /** Customers with an expectation. */
  readonly customers: number;
  /** Cents of their expected sales; null where no purchase could be valued. */
  readonly salesCents: number | null;
  readonly ordersLast12: number;
  readonly activeCustomers: number;
}

export interface ForecastHead {
  readonly asOf: string;
  readonly currency: string | null;
}

/** The report of what the step `expectation` found; null details: measured by a version that compared no models. */
export function forecastReport(
  head: ForecastHead,
  details: ExpectationDetails | ExpectationRefusal | null,
  totals: ForecastTotals,
): Forecast {
  if (details === null || "refused" in details) return withoutForecast(head, details);
  const { total, holdout } = details;
  const { salesCents } = totals;
  // The interval is one of purchases; the value of a purchase is taken as it is expected.
  const inCents = (bound: number | null) =>
    bound === null || salesCents === null || !(total.expected > 0)
      ? null
      : Math.round((salesCents * bound) / total.expected);
  return {
    ...head,
    state: "forecast",
    model: modelOf(details),
    holdout: holdout === null ? null : holdoutOf(holdout, details),
    tracking: [...details.tracking],
    next12: {
      customers: totals.customers,
      level: total.level,
      orders: { expected: total.expected, low: total.low, high: total.high },
      salesCents:
        salesCents === null
          ? null
          : { expected: salesCents, low: inCents(total.low), high: inCents(total.high) },
      ordersLast12: totals.ordersLast12,
      activeCustomers: totals.activeCustomers,
    },
    unclear: unclearOf(details),
  };
}

function modelOf(details: ExpectationDetails): Forecast["model"] {
  const { purchases, fit, isSample, reason } = details;
  return {
    code: purchases.model,
    label: forecasterLabels[purchases.model],
    ...modelTexts[purchases.model],
    reason,
    reasonText: explainChoice(details),
    customers: fit.customers,
    isSample,
    logLikelihood: fit.logLikelihood,
    parameters: fit.parameters.map((parameter) => ({
      ...parameter,
      meaning: parameterMeanings[parameter.code] ?? { de: parameter.code, en: parameter.code },
    })),
    warnings: fit.warnings.map(warningOf),
  };
}

function holdoutOf(holdout: HoldoutDetails, { purchases }: ExpectationDetails): Forecast["holdout"] {
  return {
    ...holdout,
    forecasters: holdout.forecasters.map((forecaster) => ({
      ...forecaster,
      label: forecasterLabels[forecaster.code],
      plain: plainLabels[forecaster.code],
      isChosen: forecaster.code === purchases.model,
      expectedByFrequency: [...forecaster.expectedByFrequency],
      warnings: forecaster.warnings.map(warningOf),
    })),
    byFrequency: [...holdout.byFrequency],
  };
}

function warningOf({ code, message, fallback }: FitWarning) {
  return { code, text: warningTexts[code], detail: fallback === null ? message : `${message} ${fallback}` };
}

function withoutForecast(head: ForecastHead, refusal: ExpectationRefusal | null): Forecast {
  const cure =
    refusal === null
      ? {
          de: "Neu berechnen: dieser Stand stammt aus einer früheren Version.",
          en: "Measure again: this state comes from an earlier version.",
        }
      : {
          de: "Daten über eine längere Zeit importieren: mindestens 20 Kunden müssen an zwei Tagen gekauft haben.",
          en: "Import data over a longer time: at least 20 customers must have bought on two days.",
        };
  return {
    ...head,
    state: "tooLittleHistory",
    model: null,
    holdout: null,
    tracking: [],
    next12: null,
    unclear: [
      { field: "model", reason: refusal === null ? "measuredByEarlierVersion" : refusal.refused, cure },
    ],
  };
}

function unclearOf({ holdout, reason, spend, total }: ExpectationDetails): Forecast["unclear"] {
  const unclear: Forecast["unclear"] = [];
  if (holdout === null) {
    unclear.push({
      field: "holdout",
      reason,
      cure: {
        de: "Mit Daten über mindestens 9 Monate und 20 wiederkehrenden Kunden vor den letzten Monaten werden Modelle verglichen.",
        en: "With data over at least 9 months and 20 returning customers before the last months, models are compared.",
      },
    });
  }
  if (spend === null) {
    unclear.push({
      field: "next12.salesCents",
      reason: "valueOfPurchaseUnclear",
      cure: {
        de: "Für mindestens 20 Kunden Käufe mit verschiedenem Warenwert liefern.",
        en: "Deliver purchases of differing value for at least 20 customers.",
      },
    });
  }
  if (total.low === null) unclear.push({ field: "next12.orders.low", reason: "uncertaintyUnknown" });
  return unclear;
}
