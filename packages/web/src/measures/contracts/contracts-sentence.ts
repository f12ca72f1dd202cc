import type { ContractsReport } from "@kleinod/engine/measures/renewal/report-contract.ts";
import type { Texts } from "../../i18n/index.ts";

/** What runs, what is left of it in a year, and how many end soon. */
export function contractsSentence(
  { totals, ending, currency }: ContractsReport,
  { t, format }: Texts,
): string {
  const running = { count: totals.running, n: format.count(totals.running) };
  const money = (cents: number) => format.moneyShort(cents, currency);
  const left = totals.incomeIn12MonthsCents;
  const first =
    totals.incomePerYearCents === null
      ? t("contracts.sentenceNoIncome", running)
      : `${t("contracts.sentence", { ...running, income: money(totals.incomePerYearCents) })}${
          left === null ? "." : t("contracts.sentenceStays", { expected: money(left.expected) })
        }`;
  return `${first} ${t("contracts.soon", {
    count: ending.total,
    n: format.count(ending.total),
    days: format.count(ending.withinDays),
  })}`;
}

/** The uncertainty in words, and what is in no sum. */
export function contractsNote({ totals, currency, asOf }: ContractsReport, { t, format }: Texts): string {
  const left = totals.incomeIn12MonthsCents;
  const counted = (count: number) => ({ count, n: format.count(count) });
  return [
    left === null || left.low === null || left.high === null
      ? ""
      : t("contracts.interval", {
          low: format.moneyShort(left.low, currency),
          high: format.moneyShort(left.high, currency),
        }),
    totals.withoutIncome === 0 ? "" : t("contracts.withoutIncome", counted(totals.withoutIncome)),
    totals.withoutCustomer === 0 ? "" : t("contracts.withoutCustomer", counted(totals.withoutCustomer)),
    t("contracts.note", { date: format.date(asOf) }),
  ]
    .filter((part) => part !== "")
    .join(" ");
}
