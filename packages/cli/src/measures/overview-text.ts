import type { Overview } from "@kleinod/engine/measures/reports.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatMoney } from "../output/language.ts";
import { tableText } from "../output/table.ts";

/** The overview as short tables and sentences. */
export function overviewText(overview: Overview, io: Io): string {
  const { language } = io;
  const { customers, totals, currency, small } = overview;
  const count = (value: number) => formatCount(value, language);
  const money = (cents: number | null) => formatMoney(cents, currency, language);
  const figures: (readonly [string, string, string])[] = [
    [
      io.text({ de: "Umsatz 12 Monate", en: "Sales, 12 months" }),
      money(overview.salesCents.last12),
      small === null ? "" : money(small.salesCents.last12),
    ],
    [
      io.text({ de: "Umsatz 12 Monate davor", en: "Sales, 12 months before" }),
      money(overview.salesCents.previous12),
      small === null ? "" : money(small.salesCents.previous12),
    ],
    [
      io.text({ de: "Deckungsbeitrag I 12 Monate", en: "Contribution I, 12 months" }),
      money(overview.contributionCents.last12),
      small === null ? "" : money(small.contributionCents.last12),
    ],
    [
      io.text({ de: "Bestellungen 12 Monate", en: "Orders, 12 months" }),
      count(overview.orders.last12),
      small === null ? "" : count(small.orders.last12),
    ],
    [
      io.text({ de: "Mittlerer Bestellwert (Median)", en: "Median order" }),
      money(overview.orders.medianCents),
      small === null ? "" : money(small.orders.medianCents),
    ],
  ];
  const states = (["active", "slowing", "dormant", "lost", "neverBought", "rhythmUnclear"] as const).map(
    (state) =>
      [
        stateNames[state][language],
        count(customers[state]),
        small === null ? "" : count(small.states[state]),
      ] as const,
  );
  const all = io.text({ de: "alle", en: "all" });
  const smallTitle = io.text({ de: "Kleinkunden", en: "small" });
  const table = (title: string, rows: readonly (readonly [string, string, string])[]) =>
    tableText(
      [
        { title, value: (row) => row[0] },
        { title: all, value: (row) => row[1], align: "right" },
        { title: small === null ? "" : smallTitle, value: (row) => row[2], align: "right" },
      ],
      rows,
    );
  const unclear = overview.unclear.map(({ field, reason }) => `  ${field}: ${reason}`);
  return [
    io.text({
      de: `Daten bis ${overview.asOf}, Datenstufe ${overview.dataTier}.`,
      en: `Data up to ${overview.asOf}, data tier ${overview.dataTier}.`,
    }),
    io.text({
      de: `${count(customers.total)} Kunden: ${count(customers.small)} kleine, ${count(customers.large)} grössere, ${count(customers.sizeUnclear)} ohne klare Grösse.`,
      en: `${count(customers.total)} customers: ${count(customers.small)} small, ${count(customers.large)} larger, ${count(customers.sizeUnclear)} of unclear size.`,
    }),
    sizeLineSentence(overview, io),
    "",
    table("", figures),
    "",
    table(io.text({ de: "Rhythmus", en: "Rhythm" }), states),
    "",
    io.text({
      de: `Im Ganzen ${count(totals.lines)} Zeilen auf ${count(totals.documents)} Belegen über ${money(totals.amountCents)}; ${count(overview.withoutCustomer.lines)} Zeilen ohne Kunden.`,
      en: `In all ${count(totals.lines)} lines on ${count(totals.documents)} documents of ${money(totals.amountCents)}; ${count(overview.withoutCustomer.lines)} lines without a customer.`,
    }),
    ...(unclear.length === 0 ? [] : [io.text({ de: "Unklar:", en: "Unclear:" }), ...unclear]),
  ].join("\n");
}

const stateNames = {
  active: { de: "aktiv", en: "active" },
  slowing: { de: "langsamer", en: "slowing" },
  dormant: { de: "ruhend", en: "dormant" },
  lost: { de: "verloren", en: "lost" },
  neverBought: { de: "nie gekauft", en: "never bought" },
  rhythmUnclear: { de: "Rhythmus unklar", en: "rhythm unclear" },
} as const;

function sizeLineSentence({ sizeLine, currency }: Overview, io: Io): string {
  if (sizeLine === null)
    return io.text({ de: "Keine Grössenlinie ohne Umsatz.", en: "No size line without sales." });
  const line = formatMoney(sizeLine.cents, currency, io.language);
  if (!sizeLine.isProposal)
    return io.text({ de: `Grössenlinie: ${line} in 12 Monaten.`, en: `Size line: ${line} in 12 months.` });
  return io.text({
    de: `Grössenlinie: ${line} in 12 Monaten (Vorschlag; festlegen mit: kleinod parameters set size.lineCents ${sizeLine.cents}).`,
    en: `Size line: ${line} in 12 months (proposed; decide with: kleinod parameters set size.lineCents ${sizeLine.cents}).`,
  });
}
