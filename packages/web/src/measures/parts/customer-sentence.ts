import type { CustomerDetail } from "@kleinod/engine/measures/reports.ts";
import type { Texts } from "../../i18n/index.ts";

/** Typed access to the figures of one customer; anything that is not of the type is unknown. */
export function readFigure(customer: CustomerDetail) {
  return {
    number: (code: string): number | null => {
      const value = customer.figures[code];
      return typeof value === "number" ? value : null;
    },
    text: (code: string): string | null => {
      const value = customer.figures[code];
      return typeof value === "string" && value !== "" ? value : null;
    },
  };
}

/** How often this customer buys, when last, and what that means now. */
export function customerSentence(customer: CustomerDetail, { t, format, everyDays, daysAgo }: Texts): string {
  const figure = readFigure(customer);
  const gap = figure.number("usualGapDays");
  const since = figure.number("daysSinceLast");
  const last = figure.text("lastPurchase");
  if (last === null) return t("customer.neverBought");
  if (gap === null || since === null) return t("customer.lastOnly", { date: format.date(last) });
  const values = { gap: everyDays(gap), since: daysAgo(since), date: format.date(last) };
  switch (figure.text("rhythmState")) {
    case "active":
      return t("customer.active", values);
    case "slowing":
      return t("customer.slowing", values);
    case "dormant":
      return t("customer.dormant", values);
    case "lost":
      return t("customer.lost", values);
    default:
      return t("customer.lastOnly", values);
  }
}
