import { leverOption } from "@kleinod/engine/programme/lever-options.ts";
import type { OptimisationReport } from "@kleinod/engine/programme/optimiser/report-contract.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatMoney, formatPercent } from "../output/language.ts";
import { type TableColumn, tableText } from "../output/table.ts";

const plansShown = 10;

/** The report as a person reads it in a terminal. */
export function optimisationText(report: OptimisationReport, io: Io): string {
  const { objectiveCents, boundCents, gapRatio, infeasible, notes } = report;
  const money = (cents: number | null) => formatMoney(cents, report.currency, io.language);
  const seconds = report.seconds.toFixed(1);
  const paragraphs: string[] = [];
  if (infeasible !== null) {
    paragraphs.push(
      [
        io.text({ de: "Das lässt sich zusammen nicht einhalten:", en: "This cannot be kept together:" }),
        ...infeasible.map(({ sentence }) => `- ${io.text(sentence)}`),
      ].join("\n"),
    );
  } else if (objectiveCents !== null) {
    const [best, bound, gap] = [
      money(objectiveCents),
      money(boundCents),
      formatPercent(gapRatio, io.language),
    ];
    paragraphs.push(
      io.text({
        de: `Bester Plan: ${best} im Jahr über heute; mehr als ${bound} geht nicht (Abstand ${gap}, ${seconds} s).`,
        en: `Best plan: ${best} a year above today; more than ${bound} is impossible (gap ${gap}, ${seconds} s).`,
      }),
      segmentTable(report, io),
      bundleLines(report, io),
      limitLines(report, io),
      planTable(report, io),
    );
  }
  paragraphs.push(notes.map((note) => io.text(note)).join("\n"));
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}

type SegmentRow = OptimisationReport["perSegment"][number];

function segmentTable({ perSegment, currency }: OptimisationReport, io: Io): string {
  const columns: TableColumn<SegmentRow>[] = [
    { title: io.text({ de: "Segment", en: "Segment" }), value: ({ name }) => name },
    {
      title: io.text({ de: "Kunden", en: "Customers" }),
      value: ({ customers }) => formatCount(customers, io.language),
      align: "right",
    },
    {
      title: io.text({ de: "Wirkung im Jahr", en: "Effect a year" }),
      value: ({ expectedCents }) => formatMoney(expectedCents, currency, io.language),
      align: "right",
    },
    {
      title: io.text({ de: "Optionen", en: "Options" }),
      value: ({ options }) =>
        options.length === 0 ? io.text({ de: "wie heute", en: "as today" }) : options.join(" "),
    },
  ];
  return tableText(columns, perSegment);
}

/** What the codes of the table mean. */
function bundleLines({ perSegment }: OptimisationReport, io: Io): string {
  const codes = [...new Set(perSegment.flatMap(({ options }) => options))].sort();
  return codes
    .map((code) => {
      const name = leverOption(code)?.name;
      return `${code} ${name === undefined ? "" : io.text(name)}`;
    })
    .join("\n");
}

/** Limits that are worth something, and how many are not. */
function limitLines({ constraints }: OptimisationReport, io: Io): string {
  const scarce = constraints.filter(({ priceCents }) => priceCents !== 0);
  const idle = constraints.length - scarce.length;
  const rest =
    idle === 0
      ? []
      : [
          io.text({
            de: `Mehr von ${idle === 1 ? "einer weiteren Grenze" : `${idle} weiteren Grenzen`} brächte nichts.`,
            en: `More of ${idle === 1 ? "one other limit" : `${idle} other limits`} would bring nothing.`,
          }),
        ];
  return [...scarce.map(({ sentence }) => io.text(sentence)), ...rest].join("\n");
}

type PlanRow = OptimisationReport["runnersUp"][number];

function planTable({ runnersUp, currency }: OptimisationReport, io: Io): string {
  const money = (
    title: { de: string; en: string },
    value: (row: PlanRow) => number | null,
  ): TableColumn<PlanRow> => ({
    title: io.text(title),
    value: (row) => formatMoney(value(row), currency, io.language),
    align: "right",
  });
  const columns: TableColumn<PlanRow>[] = [
    { title: "#", value: ({ rank }) => String(rank), align: "right" },
    money({ de: "linear", en: "linear" }, ({ linearCents }) => linearCents),
    money({ de: "simuliert", en: "simulated" }, ({ simulatedMeanCents }) => simulatedMeanCents),
    money({ de: "10-%-Wert", en: "10 % value" }, ({ simulatedLow10Cents }) => simulatedLow10Cents),
    {
      title: io.text({ de: "Unterschied", en: "Difference" }),
      value: ({ difference }) => io.text(difference),
    },
  ];
  return tableText(columns, runnersUp.slice(0, plansShown));
}
