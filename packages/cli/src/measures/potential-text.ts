import type { PotentialReport } from "@kleinod/engine/measures/potential/report-contract.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatMoney, formatPercent } from "../output/language.ts";
import { tableText } from "../output/table.ts";

/** Customers that a reader of a terminal wants to see. */
const shown = 20;

/** Potential of the base in words and the customers with most of it open. */
export function potentialText(report: PotentialReport, io: Io): string {
  const { language } = io;
  const count = (value: number) => formatCount(value, language);
  const money = (cents: number | null) => formatMoney(cents, report.currency, language);
  const unclear = io.text({ de: "unklar", en: "unclear" });
  return [
    io.text({
      de: `Potenzial ${money(report.potentialCents)}, davon bei uns gekauft ${money(report.salesCents)} (Daten bis ${report.asOf}); bei ${count(report.unclearCustomers)} von ${count(report.customersTotal)} Kunden unklar.`,
      en: `Potential ${money(report.potentialCents)}, of which bought from us ${money(report.salesCents)} (data up to ${report.asOf}); unclear for ${count(report.unclearCustomers)} of ${count(report.customersTotal)} customers.`,
    }),
    report.exposureUnknown
      ? io.text({
          de: "Ohne bekannte Kontakte: nicht um bisherige Betreuung bereinigt.",
          en: "Without known contacts: not corrected for past contact.",
        })
      : io.text({
          de: "Um bisherige Betreuung bereinigt.",
          en: "Corrected for past contact.",
        }),
    tableText(
      [
        { title: io.text({ de: "Kunde", en: "Customer" }), value: (row) => row.name },
        { title: io.text({ de: "Branche", en: "Branch" }), value: (row) => row.branch ?? "" },
        {
          title: io.text({ de: "Umsatz", en: "Sales" }),
          value: (row) => money(row.salesLast12Cents),
          align: "right",
        },
        {
          title: io.text({ de: "Potenzial", en: "Potential" }),
          value: (row) => (row.isUnclear ? unclear : money(row.potentialCents)),
          align: "right",
        },
        {
          title: io.text({ de: "von", en: "from" }),
          value: (row) => (row.isUnclear ? "" : money(row.lowCents)),
          align: "right",
        },
        {
          title: io.text({ de: "bis", en: "to" }),
          value: (row) => (row.isUnclear ? "" : money(row.highCents)),
          align: "right",
        },
        {
          title: io.text({ de: "Lieferanteil", en: "Share of wallet" }),
          value: (row) => (row.shareOfWallet === null ? unclear : formatPercent(row.shareOfWallet, language)),
          align: "right",
        },
        {
          title: io.text({ de: "Lücken", en: "Gaps" }),
          value: (row) => row.needGaps.map(({ field }) => field).join(", "),
        },
      ],
      report.customers.slice(0, shown),
    ),
    ...report.unclear.map(({ reason, cure }) => `(${reason}) ${io.text(cure)}`),
  ].join("\n");
}
