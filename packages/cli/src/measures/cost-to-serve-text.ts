import type { CostToServeReport } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatMoney, formatPercent } from "../output/language.ts";
import { type TableColumn, tableText } from "../output/table.ts";

/** Customers that a reader of a terminal wants to see. */
const shownCustomers = 20;

type Customer = CostToServeReport["customers"][number];
type Pool = CostToServeReport["pools"][number];
type Activity = CostToServeReport["activities"][number];

/** Cost to serve in words: full and avoidable side by side, the reconciliation, and the dearest customers. */
export function costToServeText(report: CostToServeReport, io: Io): string {
  const { language } = io;
  const money = (cents: number | null) => formatMoney(cents, report.currency, language);
  const count = (value: number) => formatCount(Math.round(value), language);
  const right = <Row>(de: string, en: string, value: (row: Row) => string): TableColumn<Row> => ({
    title: io.text({ de, en }),
    value,
    align: "right",
  });
  const left = <Row>(de: string, en: string, value: (row: Row) => string): TableColumn<Row> => ({
    title: io.text({ de, en }),
    value,
  });
  const { totals, negative, reconciliation: sum, horizonMonths: months } = report;
  const lines = [
    io.text({
      de: `Bedienkosten von ${count(totals.customers)} Kunden, ${report.from} bis ${report.asOf}: ${money(totals.fullCents)} zu vollen Kosten, davon ${money(totals.avoidableCents)} innert ${months} Monaten vermeidbar.`,
      en: `Cost to serve of ${count(totals.customers)} customers, ${report.from} to ${report.asOf}: ${money(totals.fullCents)} at full cost, of which ${money(totals.avoidableCents)} avoidable within ${months} months.`,
    }),
    io.text({
      de: `Beitrag kleiner Kunden negativ: ${formatPercent(negative.fullRatio, language)} bei vollen, ${formatPercent(negative.avoidableRatio, language)} bei vermeidbaren Kosten (entscheidend).`,
      en: `Contribution of small customers negative: ${formatPercent(negative.fullRatio, language)} at full, ${formatPercent(negative.avoidableRatio, language)} at avoidable cost (the one for decisions).`,
    }),
  ];
  if (report.pools.length > 0) {
    lines.push(
      "",
      tableText(
        [
          left<Pool>("Kostenpool", "Cost pool", (row) => row.code),
          left<Pool>("Rolle", "Role", (row) => row.role),
          right<Pool>("Kosten", "Cost", (row) => money(row.costCents)),
          right<Pool>("Kapazität (Min.)", "Capacity (min)", (row) => count(row.capacityMinutes)),
          right<Pool>("gebraucht", "used", (row) => count(row.usedMinutes)),
          right<Pool>("frei", "unused", (row) => count(row.unusedMinutes)),
          left<Pool>("", "", (row) =>
            row.isOverloaded ? io.text({ de: "überlastet", en: "overloaded" }) : "",
          ),
        ],
        report.pools,
      ),
      io.text({
        de: `Abstimmung: Kunden ${money(sum.customersCents)} + frei ${money(sum.unusedCents)} + ohne Kunde ${money(sum.unassignedCents)} = Kostenpools ${money(sum.poolsCents)} (Differenz ${sum.differenceCents} Rappen). Daneben ${money(sum.assumedCents)} zu angenommenen Sätzen und ${money(sum.directCents)} gemäss Dateien.`,
        en: `Reconciliation: customers ${money(sum.customersCents)} + unused ${money(sum.unusedCents)} + without customer ${money(sum.unassignedCents)} = cost pools ${money(sum.poolsCents)} (difference ${sum.differenceCents} cents). Besides ${money(sum.assumedCents)} at assumed rates and ${money(sum.directCents)} as files state.`,
      }),
    );
  }
  lines.push(
    "",
    tableText(
      [
        left<Activity>("Tätigkeit", "Activity", (row) => io.text(row.label)),
        left<Activity>("Rolle", "Role", (row) => io.text(row.roleLabel)),
        right<Activity>("Ereignisse", "Events", (row) => count(row.events)),
        right<Activity>("Minuten", "Minutes", (row) => count(row.minutes)),
        right<Activity>("voll", "full", (row) => money(row.fullCents)),
        right<Activity>("vermeidbar", "avoidable", (row) => money(row.avoidableCents)),
        left<Activity>("", "", (row) => (row.isAssumption ? io.text({ de: "Annahme", en: "assumed" }) : "")),
      ],
      report.activities,
    ),
    "",
    tableText(
      [
        left<Customer>("Kunde", "Customer", (row) => row.name),
        right<Customer>("voll", "full", (row) => money(row.fullCents)),
        right<Customer>("vermeidbar", "avoidable", (row) => money(row.avoidableCents)),
        right<Customer>("von", "from", (row) => money(row.lowCents)),
        right<Customer>("bis", "to", (row) => money(row.highCents)),
        right<Customer>("Beitrag vermeidbar", "contribution avoidable", (row) =>
          money(row.contributionAvoidableCents),
        ),
        left<Customer>("Stufe", "Tier", (row) =>
          row.isUnclear ? io.text({ de: "unklar", en: "unclear" }) : row.tier,
        ),
      ],
      report.customers.slice(0, shownCustomers),
    ),
    ...report.problems.map(({ file, line, message, times }) => {
      const place = [file, line === null ? null : `${io.text({ de: "Zeile", en: "line" })} ${line}`]
        .filter((part) => part !== null)
        .join(", ");
      return `${place === "" ? "" : `${place}: `}${io.text(message)}${times > 1 ? ` (${times}×)` : ""}`;
    }),
    ...report.unclear.map(
      ({ field, reason }) => `${io.text({ de: "Unklar", en: "Unclear" })}: ${field} (${reason})`,
    ),
  );
  return lines.join("\n");
}
