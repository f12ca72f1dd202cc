import { numberText, roundMoneyText } from "@kleinod/engine/figure-text.ts";
import {
  type MoneyBand,
  type ProfitLine,
  profitLines,
  type SimulationReport,
} from "@kleinod/engine/programme/simulation/report-contract.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatPercent } from "../output/language.ts";
import { type TableColumn, tableText } from "../output/table.ts";

type Both = readonly [de: string, en: string];

const lineNames: Readonly<Record<ProfitLine, Both>> = {
  sales: ["Umsatz", "Sales"],
  goods: ["Warenkosten", "Cost of goods"],
  contribution1: ["Deckungsbeitrag 1", "Contribution 1"],
  fees: ["Gebühren und Gutschriften", "Fees and credits"],
  orderEntry: ["Auftragserfassung", "Order entry"],
  logistics: ["Logistik", "Logistics"],
  fieldVisits: ["Besuche", "Visits"],
  experts: ["Fachspezialisten", "Experts"],
  contacts: ["Gespräche und Fälle", "Talks and cases"],
  other: ["Übrige Bedienung", "Other cost to serve"],
  acquisition: ["Gewinnen von Kunden", "Winning customers"],
  programme: ["Programm", "Programme"],
  capacity: ["Stellen und unbenutzte Zeit", "Positions and unused time"],
  result: ["Ergebnis", "Result"],
};
const bars = 8;

/** The report in words: what the plan changes, profit and loss, customers, capacity, interaction, what it hangs on. */
export function simulationText(report: SimulationReport, io: Io): string {
  const { headline, currency } = report;
  const say = (de: string, en: string) => io.text({ de, en });
  const money = (cents: number) => io.text(roundMoneyText(cents, currency));
  const range = ({ meanCents, lowCents, highCents }: MoneyBand) =>
    `${money(meanCents)} (${money(lowCents)} … ${money(highCents)})`;
  const quarter = (index: number) => report.quarters[index] ?? "";
  return [
    say(
      `«${report.plan.name}»: pro Jahr ${range(headline.yearlyDifference)} gegenüber heute, Mittel von fünf Jahren; im fünften Jahr ${range(headline.lastYearDifference)}.`,
      `“${report.plan.name}”: ${range(headline.yearlyDifference)} a year against today, mean of five years; in the fifth year ${range(headline.lastYearDifference)}.`,
    ),
    say(
      `Chance auf Gewinn ${formatPercent(headline.chanceOfGain, io.language)}; ${headline.paybackQuarter === null ? "innert fünf Jahren nicht zurückgezahlt" : `zurückgezahlt bis ${quarter(headline.paybackQuarter)}`}. ${report.draws} Welten, Startzahl ${report.seed}, Fehler der Ziehung ${money(report.monteCarloErrorCents)}.`,
      `Chance of a gain ${formatPercent(headline.chanceOfGain, io.language)}; ${headline.paybackQuarter === null ? "not paid back within five years" : `paid back by ${quarter(headline.paybackQuarter)}`}. ${report.draws} worlds, seed ${report.seed}, error of drawing ${money(report.monteCarloErrorCents)}.`,
    ),
    "",
    profitTable(report, io, money),
    "",
    customerTable(report, io),
    "",
    roleTable(report, io),
    ...interactionText(report, io, money, range),
    ...tornadoText(report, io, money),
    ...report.steps.map(({ quarter: at, label, positions, costCents }) =>
      say(
        `${quarter(at)}: ${label.de}, zusätzliche Stellen ${positions}, ${money(costCents)} im Jahr`,
        `${quarter(at)}: ${label.en}, added positions ${positions}, ${money(costCents)} a year`,
      ),
    ),
    "",
    ...report.notes.map((note) => io.text(note)),
    ...report.unclear.map(({ text }) => `! ${io.text(text)}`),
  ].join("\n");
}

function profitTable(report: SimulationReport, io: Io, money: (cents: number) => string): string {
  const years = [1, 2, 3, 4, 5];
  const at = (line: ProfitLine, year: number) =>
    report.lines.find((row) => row.segment === null && row.line === line && row.year === year);
  return tableText<ProfitLine>(
    [
      {
        title: io.text({ de: "Mit Plan (Jahr)", en: "With the plan (year)" }),
        value: (line) => io.text(asText(lineNames[line])),
      },
      ...years.map(
        (year): TableColumn<ProfitLine> => ({
          title: String(year),
          value: (line) => money(at(line, year)?.plan.meanCents ?? 0),
          align: "right",
        }),
      ),
      {
        title: io.text({ de: "5: gegen heute", en: "5: against today" }),
        value: (line) => money(at(line, 5)?.difference.meanCents ?? 0),
        align: "right",
      },
    ],
    profitLines,
  );
}

function customerTable(report: SimulationReport, io: Io): string {
  type Row = SimulationReport["customers"][number];
  const column = (de: string, en: string, value: (row: Row) => number): TableColumn<Row> => ({
    title: io.text({ de, en }),
    value: (row) => formatCount(Math.round(value(row)), io.language),
    align: "right",
  });
  return tableText<Row>(
    [
      { title: io.text({ de: "Kunden, Jahr", en: "Customers, year" }), value: ({ year }) => String(year) },
      column("Anfang", "Start", ({ plan }) => plan.start),
      column("neu", "new", ({ plan }) => plan.new),
      column("zurück", "back", ({ plan }) => plan.reactivated),
      column("verloren", "lost", ({ plan }) => plan.lost),
      column("Ende", "End", ({ plan }) => plan.end),
      column("Ende heute", "End today", ({ today }) => today.end),
    ],
    report.customers.filter(({ segment }) => segment === null),
  );
}

function roleTable(report: SimulationReport, io: Io): string {
  type Row = SimulationReport["roles"][number];
  const share = (value: number | null) => formatPercent(value, io.language);
  return tableText<Row>(
    [
      { title: io.text({ de: "Rolle, Jahr 5", en: "Role, year 5" }), value: ({ label }) => io.text(label) },
      {
        title: io.text({ de: "Auslastung heute", en: "Utilisation today" }),
        value: ({ today }) => share(today.utilisationRatio),
        align: "right",
      },
      {
        title: io.text({ de: "mit Plan", en: "with the plan" }),
        value: ({ plan }) => share(plan.utilisationRatio),
        align: "right",
      },
      {
        title: io.text({ de: "neue Stellen", en: "new positions" }),
        value: ({ plan }) => io.text(numberText(plan.hiredPositions + plan.addedPositions, 1, 1)),
        align: "right",
      },
    ],
    report.roles.filter(({ year }) => year === 5),
  );
}

function interactionText(
  { interaction }: SimulationReport,
  io: Io,
  money: (cents: number) => string,
  range: (band: MoneyBand) => string,
): string[] {
  if (interaction === null) return [];
  const singles = tableText(
    [
      {
        title: io.text({ de: "Allein", en: "Alone" }),
        value: ({ option, label }) => `${option} ${io.text(label)}`,
      },
      { title: "Segment", value: ({ segment }) => segment },
      {
        title: io.text({ de: "pro Jahr", en: "a year" }),
        value: ({ effectCents, lowCents, highCents }) =>
          range({ meanCents: effectCents, lowCents, highCents }),
        align: "right",
      },
    ],
    interaction.singles,
  );
  const { sumOfSinglesCents, bundleCents, interactionCents, lowCents, highCents } = interaction;
  const between = range({ meanCents: interactionCents, lowCents, highCents });
  return [
    "",
    singles,
    io.text({
      de: `Summe der Einzelnen ${money(sumOfSinglesCents)}, Bündel ${money(bundleCents)}: Wechselwirkung ${between}.`,
      en: `Sum of the singles ${money(sumOfSinglesCents)}, bundle ${money(bundleCents)}: interaction ${between}.`,
    }),
  ];
}

function tornadoText({ tornado }: SimulationReport, io: Io, money: (cents: number) => string): string[] {
  if (tornado.length === 0) return [];
  return [
    "",
    tableText(
      [
        {
          title: io.text({ de: "Worauf es ankommt", en: "What it hangs on" }),
          value: ({ label }) => io.text(label),
        },
        {
          title: io.text({ de: "tief", en: "low" }),
          value: ({ lowResultCents }) => money(lowResultCents),
          align: "right",
        },
        {
          title: io.text({ de: "hoch", en: "high" }),
          value: ({ highResultCents }) => money(highResultCents),
          align: "right",
        },
      ],
      tornado.slice(0, bars),
    ),
  ];
}

const asText = ([de, en]: Both) => ({ de, en });
