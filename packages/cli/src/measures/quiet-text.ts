import type { QuietReport } from "@kleinod/engine/measures/reports.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatMoney } from "../output/language.ts";
import { tableText } from "../output/table.ts";

/** The call list as a table. */
export function quietText(report: QuietReport, io: Io): string {
  const { language } = io;
  const money = (cents: number | null) => formatMoney(cents, report.currency, language);
  const total = formatCount(report.total, language);
  return [
    io.text({
      de: `${total} Kunden sind länger still als üblich (Daten bis ${report.asOf}); ${money(report.atStakeCents)} stehen auf dem Spiel.`,
      en: `${total} customers are quiet beyond their rhythm (data up to ${report.asOf}); ${money(report.atStakeCents)} at stake.`,
    }),
    tableText(
      [
        { title: io.text({ de: "Kunde", en: "Customer" }), value: (row) => row.name },
        { title: io.text({ de: "Konto", en: "Account" }), value: (row) => row.accountKey },
        { title: io.text({ de: "Ort", en: "City" }), value: (row) => row.city ?? "" },
        { title: io.text({ de: "Telefon", en: "Phone" }), value: (row) => row.phone ?? "" },
        {
          title: io.text({ de: "auf dem Spiel", en: "at stake" }),
          value: (row) => money(row.atStakeCents),
          align: "right",
        },
        {
          title: io.text({ de: "letzter Kauf", en: "last purchase" }),
          value: (row) => row.lastPurchase ?? "",
        },
        {
          title: io.text({ de: "still (Tage)", en: "quiet (days)" }),
          value: (row) => (row.daysSinceLast === null ? "" : formatCount(row.daysSinceLast, language)),
          align: "right",
        },
        {
          title: io.text({ de: "üblich (Tage)", en: "usual (days)" }),
          value: (row) =>
            row.usualGapDays === null ? "" : formatCount(Math.round(row.usualGapDays), language),
          align: "right",
        },
      ],
      report.rows,
    ),
  ].join("\n");
}
