import type { Overview } from "@kleinod/engine/measures/reports.ts";
import type { Texts } from "../../i18n/index.ts";

/** Change against the period before; null where there is nothing to compare with. */
export function changeRatio(current: number | null, previous: number | null): number | null {
  if (current === null || previous === null || previous <= 0) return null;
  return current / previous - 1;
}

/** The answer of the overview: who carries what, and how that moved. */
export function overviewSentence(overview: Overview, { t, format }: Texts): string {
  const { small, customers, salesCents, currency } = overview;
  if (small === null) {
    return t("overview.sentenceNoLine", {
      customers: format.count(customers.total),
      sales: salesCents.last12 === null ? t("frame.unclear") : format.moneyShort(salesCents.last12, currency),
    });
  }
  if (small.salesCents.last12 === null || salesCents.last12 === null || salesCents.last12 <= 0) {
    return t("overview.sentenceUnclear", { small: format.count(customers.small) });
  }
  const carried = t("overview.sentence", {
    small: format.count(customers.small),
    share: format.percent(small.salesCents.last12 / salesCents.last12),
    sales: format.moneyShort(small.salesCents.last12, currency),
  });
  const change = changeRatio(small.salesCents.last12, small.salesCents.previous12);
  if (change === null) return `${carried}.`;
  if (Math.abs(change) < 0.005) return `${carried}${t("overview.same")}`;
  return (
    carried + t(change > 0 ? "overview.more" : "overview.less", { change: format.percent(Math.abs(change)) })
  );
}

/** What is uncertain about it, in words. */
export function overviewNote(overview: Overview, { t, format }: Texts): string {
  const parts: string[] = [t("overview.dataUpTo", { date: format.date(overview.asOf) })];
  if (overview.sizeLine !== null) {
    const line = format.money(overview.sizeLine.cents, overview.currency);
    parts.push(t(overview.sizeLine.isProposal ? "overview.lineProposed" : "overview.lineSet", { line }));
  }
  if (overview.contributionCents.last12 === null) parts.push(t("overview.contributionUnclear"));
  if (overview.currency === null) parts.push(t("overview.noCurrency"));
  if (overview.withoutCustomer.lines > 0) {
    parts.push(t("overview.withoutCustomer", { lines: format.count(overview.withoutCustomer.lines) }));
  }
  return parts.join(" ");
}
