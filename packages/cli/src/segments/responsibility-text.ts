import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatMoney, formatPercent } from "../output/language.ts";
import { tableText } from "../output/table.ts";

/** Gaps and leaks that a reader of a terminal wants to see. */
const shownRows = 20;

/** Responsibility in words: gaps first, promises one by one, then where specialists' time goes. */
export function responsibilityText(report: ResponsibilityReport, io: Io): string {
  const { language } = io;
  const count = (value: number) => formatCount(value, language);
  const percent = (value: number | null) => formatPercent(value, language);
  const money = (cents: number | null) => formatMoney(cents, report.currency, language);
  const { coverage, leak } = report;
  return [
    io.text({
      de: `Bis ${report.asOf}: ${count(coverage.customers)} aktive Kunden, ${count(coverage.gaps)} ohne Zuständigkeit (Personen ${count(coverage.person)}, Pools ${count(coverage.pool)}, Partner ${count(coverage.partner)}, eigene Einheiten ${count(coverage.ownUnit)}).`,
      en: `Up to ${report.asOf}: ${count(coverage.customers)} active customers, ${count(coverage.gaps)} without a responsible (persons ${count(coverage.person)}, pools ${count(coverage.pool)}, partners ${count(coverage.partner)}, own units ${count(coverage.ownUnit)}).`,
    }),
    ...gapLines(report, io),
    "",
    tableText<ResponsibilityReport["promises"][number]>(
      [
        { title: io.text({ de: "Kategorie", en: "Category" }), value: (row) => io.text(row.label) },
        {
          title: io.text({ de: "Kunden", en: "Customers" }),
          value: (row) => count(row.customers),
          align: "right",
        },
        { title: io.text({ de: "fällig", en: "due" }), value: (row) => count(row.due), align: "right" },
        { title: io.text({ de: "gehalten", en: "kept" }), value: (row) => count(row.kept), align: "right" },
        { title: "%", value: (row) => percent(row.keptRatio), align: "right" },
        {
          title: io.text({ de: "unklar", en: "unclear" }),
          value: (row) => count(row.unclear),
          align: "right",
        },
      ],
      report.promises,
    ),
    "",
    leak.ratio === null
      ? io.text({
          de: "Leck: unklar, bis Besuche, Anrufe oder Fälle mit Rolle erfasst sind.",
          en: "Leak: unclear until visits, calls or cases with a role are logged.",
        })
      : io.text({
          de: `Leck: ${percent(leak.ratio)} der Zeit von Fachrollen (${percent(leak.low)} bis ${percent(leak.high)}), ${count(Math.round(leak.hours))} Stunden, ${money(leak.costCents)}.`,
          en: `Leak: ${percent(leak.ratio)} of the time of specialist roles (${percent(leak.low)} to ${percent(leak.high)}), ${count(Math.round(leak.hours))} hours, ${money(leak.costCents)}.`,
        }),
    ...leak.byReason.slice(0, 5).map((row) => {
      const reason = row.reason ?? io.text({ de: "ohne Grund", en: "no reason given" });
      return `  ${percent(row.shareRatio)} ${reason}`;
    }),
    "",
    io.text({
      de: `Bedarf ohne genügend Unterstützung: ${count(report.mismatch.underSupported.total)} Kleinkunden. Schlanker möglich: ${count(report.mismatch.overRitualised.total)} grosse Kunden, ${count(Math.round(report.mismatch.overRitualised.minutes / 60))} Stunden, ${money(report.mismatch.overRitualised.costCents)}.`,
      en: `Need without enough support: ${count(report.mismatch.underSupported.total)} small customers. Leaner is possible: ${count(report.mismatch.overRitualised.total)} large customers, ${count(Math.round(report.mismatch.overRitualised.minutes / 60))} hours, ${money(report.mismatch.overRitualised.costCents)}.`,
    }),
    ...report.unclear.map(
      ({ field, reason }) => `${io.text({ de: "Unklar", en: "Unclear" })}: ${field} (${reason})`,
    ),
  ].join("\n");
}

function gapLines(report: ResponsibilityReport, io: Io): string[] {
  if (report.gaps.length === 0) return [];
  const { language } = io;
  return [
    "",
    tableText<ResponsibilityReport["gaps"][number]>(
      [
        { title: io.text({ de: "Konto", en: "Account" }), value: (row) => row.accountKey },
        { title: io.text({ de: "Kunde", en: "Customer" }), value: (row) => row.name },
        {
          title: io.text({ de: "Umsatz 12 Monate", en: "Sales 12 months" }),
          value: (row) => formatMoney(row.salesLast12Cents, report.currency, language),
          align: "right",
        },
        {
          title: io.text({ de: "Vorschlag", en: "Proposal" }),
          value: (row) => row.proposals[0]?.name ?? "–",
        },
      ],
      report.gaps.slice(0, shownRows),
    ),
    ...(report.gapsTotal > shownRows
      ? [
          io.text({
            de: `… und ${formatCount(report.gapsTotal - shownRows, language)} weitere`,
            en: `… and ${formatCount(report.gapsTotal - shownRows, language)} more`,
          }),
        ]
      : []),
  ];
}
