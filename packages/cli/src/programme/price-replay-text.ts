import type { PriceReplay, ReplayedLever } from "@kleinod/engine/programme/price-replay/report-contract.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatMoney, formatPercent } from "../output/language.ts";
import { tableText } from "../output/table.ts";

/** Every price lever with what comes of it, then the orders behind it, then what the replay cannot say. */
export function priceReplayText(report: PriceReplay, io: Io): string {
  const levers =
    report.levers.length === 0
      ? [io.text({ de: "Der Plan hat keine Preishebel.", en: "The plan has no price levers." })]
      : report.levers.flatMap((lever) => [leverText(lever, report.currency, io), ""]);
  return [
    ...levers,
    ...report.notes.map((note) => io.text(note)),
    ...report.unclear.map(
      ({ customers, text }) => `! ${formatCount(customers, io.language)}: ${io.text(text)}`,
    ),
  ].join("\n");
}

function leverText(lever: ReplayedLever, currency: string | null, io: Io): string {
  const { outcome } = lever;
  const money = (cents: number) => formatMoney(cents, currency, io.language);
  const count = (value: number) => formatCount(Math.round(value), io.language);
  const line = (de: string, en: string, value: string) => ({ label: io.text({ de, en }), value });
  const outcomes = [
    line(
      "Betroffene Bestellungen",
      "Orders concerned",
      `${count(lever.ordersConcerned)} / ${count(lever.orders)}`,
    ),
    ...(lever.customersConcerned === null
      ? []
      : [
          line(
            "Betroffene Kunden",
            "Customers concerned",
            `${count(lever.customersConcerned)} / ${count(lever.customers)}`,
          ),
        ]),
    line("zahlen", "pay", count(outcome.payingOrders)),
    line("erlassen", "waived", count(outcome.waivedOrders)),
    line("zusammengelegt", "put together", count(outcome.consolidatedOrders)),
    line("wechseln den Kanal", "move channel", count(outcome.movedOrders)),
    line("Kunden gehen", "customers leave", count(outcome.customersLost)),
    line("Gebühren netto", "Fees net", money(outcome.feeCents)),
    line("Gespart durch Zusammenlegen", "Saved by putting together", money(outcome.consolidationCents)),
    line("Gespart durch Wechsel", "Saved by moving", money(outcome.movingCents)),
    line("Verlorener Beitrag", "Contribution lost", money(outcome.lostContributionCents)),
    line("Zusammen", "Together", money(outcome.netCents)),
    line("  von … bis", "  from … to", `${money(lever.netLowCents)} … ${money(lever.netHighCents)}`),
  ];
  const rows = tableText(
    [
      { title: io.text({ de: "Kanal", en: "Channel" }), value: ({ channel }) => channel },
      {
        title: io.text({ de: "Bestellwert ab", en: "Order value from" }),
        value: ({ fromCents }) => money(fromCents),
        align: "right",
      },
      {
        title: io.text({ de: "Bestellungen", en: "Orders" }),
        value: ({ orders }) => count(orders),
        align: "right",
      },
      {
        title: io.text({ de: "betroffen", en: "concerned" }),
        value: ({ ratioConcerned }) => formatPercent(ratioConcerned, io.language),
        align: "right",
      },
      {
        title: io.text({ de: "Gebühren", en: "Fees" }),
        value: ({ feeCents }) => money(feeCents),
        align: "right",
      },
    ],
    lever.table.filter(({ ordersConcerned }) => ordersConcerned > 0),
  );
  const width = Math.max(...outcomes.map(({ label }) => label.length));
  return [
    `${lever.option} ${io.text(lever.name)} · ${lever.segment}`,
    ...outcomes.map(({ label, value }) => `${label.padEnd(width)}  ${value}`),
    "",
    rows,
  ].join("\n");
}
