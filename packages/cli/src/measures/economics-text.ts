import type { BreakEven, Economics, OrderClass } from "@kleinod/engine/measures/economics/report-contract.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatMoney, formatPercent } from "../output/language.ts";
import { type TableColumn, tableText } from "../output/table.ts";
import { basisLabels } from "./whale-text.ts";

/** Lowest contributions that a reader of a terminal wants to see. */
const shownWorst = 10;

type Worst = NonNullable<Economics["worst"]>["rows"][number];
type Activity = Economics["activities"][number];
type Scale = NonNullable<Economics["scale"]>["points"][number];

/** The report in words: curve, lowest contributions of every size, orders, break-even, activities, scale. */
export function economicsText(report: Economics, io: Io): string {
  const { language } = io;
  const money = (cents: number | null) => formatMoney(cents, report.currency, language);
  const count = (value: number) => formatCount(value, language);
  const percent = (ratio: number | null) => formatPercent(ratio, language);
  const column =
    (align: "left" | "right") =>
    <Row>(de: string, en: string, value: (row: Row) => string): TableColumn<Row> => ({
      title: io.text({ de, en }),
      value,
      align,
    });
  const left = column("left");
  const right = column("right");
  const { whale, worst, smallOrders, scale } = report;
  const basis = io.text(basisLabels[whale.basis]);
  const lines = [
    io.text({
      de: `${basis} aller ${count(whale.customers)} Kunden bis ${report.asOf}: ${money(whale.totalCents)}; höchster Stand der Kurve ${money(whale.peakCents)}${whale.peakRatio === null ? "" : ` (${percent(whale.peakRatio)})`}. Vermeidbar heisst: fällt innert ${report.horizonMonths} Monaten weg.`,
      en: `${basis} of all ${count(whale.customers)} customers up to ${report.asOf}: ${money(whale.totalCents)}; highest point of the curve ${money(whale.peakCents)}${whale.peakRatio === null ? "" : ` (${percent(whale.peakRatio)})`}. Avoidable means: disappears within ${report.horizonMonths} months.`,
    }),
  ];
  if (worst !== null)
    lines.push(
      "",
      io.text(worst.sentence),
      tableText(
        [
          right<Worst>("", "", (row) => String(row.rank)),
          left<Worst>("Kunde", "Customer", (row) => row.name),
          left<Worst>("Grösse", "Size", (row) => sizeText(row.sizeClass, io)),
          right<Worst>("Umsatz", "Sales", (row) => money(row.salesCents)),
          right<Worst>("voll", "full", (row) => money(row.contributionFullCents)),
          right<Worst>("vermeidbar", "avoidable", (row) => money(row.contributionAvoidableCents)),
        ],
        worst.rows.slice(0, shownWorst),
      ),
    );
  if (smallOrders !== null)
    lines.push(
      "",
      io.text({
        de: `Bestellungen nach Wert; ${percent(smallOrders.belowBreakEven.full)} decken ihre vollen, ${percent(smallOrders.belowBreakEven.avoidable)} ihre vermeidbaren Kosten nicht.`,
        en: `Orders by value; ${percent(smallOrders.belowBreakEven.full)} do not cover their full, ${percent(smallOrders.belowBreakEven.avoidable)} not their avoidable cost.`,
      }),
      tableText(
        [
          right<OrderClass>("ab", "from", (row) => money(row.fromCents)),
          right<OrderClass>("Bestellungen", "orders", (row) => count(row.orders)),
          right<OrderClass>("DB I", "contribution I", (row) => money(row.contribution1Cents)),
          right<OrderClass>("Kosten voll", "full cost", (row) => money(row.fullCents)),
          right<OrderClass>("vermeidbar", "avoidable", (row) => money(row.avoidableCents)),
        ],
        smallOrders.classes,
      ),
    );
  if (report.breakEven.length > 0)
    lines.push(
      "",
      io.text({
        de: "Deckungsschwelle je Weg: (Erfassung + Logistik + Rechnung) ÷ Marge, voll und vermeidbar.",
        en: "Break-even order value per channel: (entry + logistics + invoice) ÷ margin, full and avoidable.",
      }),
      tableText(
        [
          left<BreakEven>("Weg", "Channel", (row) => io.text(row.label)),
          right<BreakEven>("Bestellungen", "orders", (row) => count(row.orders)),
          right<BreakEven>("Kosten voll", "full cost", (row) => money(row.full.orderCents)),
          right<BreakEven>("vermeidbar", "avoidable", (row) => money(row.avoidable.orderCents)),
          right<BreakEven>("Marge", "margin", (row) => percent(row.marginRatio)),
          right<BreakEven>("Schwelle voll", "break-even full", (row) => money(row.breakEvenCents.full)),
          right<BreakEven>("vermeidbar", "avoidable", (row) => money(row.breakEvenCents.avoidable)),
          right<BreakEven>("Preisuntergrenze", "price floor", (row) =>
            row.priceFloor === null ? "–" : money(row.priceFloor.avoidableCents),
          ),
        ],
        report.breakEven,
      ),
    );
  if (report.activities.length > 0)
    lines.push(
      "",
      tableText(
        [
          left<Activity>("Tätigkeit", "Activity", (row) => io.text(row.label)),
          right<Activity>("voll", "full", (row) => money(row.fullCents)),
          right<Activity>("vermeidbar", "avoidable", (row) => money(row.avoidableCents)),
          right<Activity>("je Kleinkunde", "per small customer", (row) => money(row.perCustomer.small)),
          right<Activity>("je grosser", "per large", (row) => money(row.perCustomer.large)),
        ],
        report.activities,
      ),
    );
  if (scale !== null)
    lines.push(
      "",
      io.text({
        de: `Projektion: Kosten je Kunde gegen die Zahl der Kunden. ${scale.assumptions.map(({ de }) => de).join(" ")}`,
        en: `Projection: cost per customer against the number of customers. ${scale.assumptions.map(({ en }) => en).join(" ")}`,
      }),
      tableText(
        [
          right<Scale>("Kunden", "customers", (row) => count(row.customers)),
          right<Scale>("Kosten", "cost", (row) => money(row.totalCents)),
          right<Scale>("je Kunde", "per customer", (row) => money(row.perCustomerCents)),
        ],
        scale.points.filter(({ ratio }) =>
          [0.25, 0.5, 1, 1.5, 2].some((each) => Math.abs(ratio - each) < 0.01),
        ),
      ),
    );
  return [...lines, ...unclearLines(report, io)].join("\n");
}

function unclearLines({ unclear }: Pick<Economics, "unclear">, io: Io): string[] {
  return unclear.map(
    ({ field, reason, cure }) =>
      `${io.text({ de: "Unklar", en: "Unclear" })}: ${field} (${reason})${cure === undefined ? "" : `. ${io.text(cure)}`}`,
  );
}

export function sizeText(sizeClass: string, io: Io): string {
  if (sizeClass === "small") return io.text({ de: "klein", en: "small" });
  return sizeClass === "large"
    ? io.text({ de: "gross", en: "large" })
    : io.text({ de: "unklar", en: "unclear" });
}
