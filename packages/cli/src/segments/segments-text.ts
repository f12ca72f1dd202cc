import type { SegmentPreview } from "@kleinod/engine/segments/builder/contract.ts";
import { driverLabels, targetLabels } from "@kleinod/engine/segments/heterogeneity/drivers-contract.ts";
import type { Admission, SegmentAnswer } from "@kleinod/engine/segments/overlays/contract.ts";
import type { SegmentRow, SegmentsReport } from "@kleinod/engine/segments/overlays/report-contract.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatMoney, formatPercent } from "../output/language.ts";
import { type TableColumn, tableText } from "../output/table.ts";

/** Segments as a table, then what sets customers apart: the sentences and the shares. */
export function segmentsText(report: SegmentsReport, io: Io): string {
  const { language } = io;
  const { currency } = report;
  const columns: TableColumn<SegmentRow>[] = [
    { title: io.text({ de: "Segment", en: "Segment" }), value: (row) => io.text(row.name) },
    {
      title: io.text({ de: "Kunden", en: "Customers" }),
      value: (row) => formatCount(row.customers, language),
      align: "right",
    },
    {
      title: io.text({ de: "bleiben 12 Mt.", en: "stay 12 months" }),
      value: (row) => formatPercent(row.stability, language),
      align: "right",
    },
    {
      title: io.text({ de: "Umsatz", en: "Sales" }),
      value: (row) => formatMoney(row.salesCents, currency, language),
      align: "right",
    },
    {
      title: io.text({ de: "DB vermeidbar", en: "Contribution" }),
      value: (row) => formatMoney(row.avoidableContributionCents, currency, language),
      align: "right",
    },
    { title: io.text({ de: "Handlung", en: "Action" }), value: (row) => row.action },
  ];
  const problems = report.segments.flatMap(({ problem }) => (problem === null ? [] : [io.text(problem)]));
  return [
    tableText(columns, report.segments),
    ...problems,
    ...(report.sentences.length === 0 ? [] : ["", ...report.sentences.map((sentence) => io.text(sentence))]),
    ...(report.heterogeneity.length === 0 ? [] : ["", sharesText(report, io)]),
  ].join("\n");
}

function sharesText({ heterogeneity }: SegmentsReport, io: Io): string {
  const percent = (ratio: number) => formatPercent(ratio, io.language);
  return tableText(
    [
      {
        title: io.text({ de: "Unterschiede in", en: "Differences in" }),
        value: (row) => io.text(targetLabels[row.target]),
      },
      {
        title: io.text({ de: "erklärt durch", en: "explained by" }),
        value: (row) => io.text(driverLabels[row.driver]),
      },
      { title: io.text({ de: "Anteil", en: "share" }), value: (row) => percent(row.share), align: "right" },
      {
        title: io.text({ de: "Bereich (95 %)", en: "range (95 %)" }),
        value: (row) => `${percent(row.low)} – ${percent(row.high)}`,
        align: "right",
      },
    ],
    heterogeneity,
  );
}

/** What a definition would mean, in lines. */
export function previewText(
  { figures, total, currency, assignableRatio, moves, members }: SegmentPreview,
  io: Io,
): string {
  const { language } = io;
  const count = (value: number) => formatCount(value, language);
  const money = (value: number | null) => formatMoney(value, currency, language);
  const minutes =
    figures.minutes === null ? io.text({ de: "unklar", en: "unclear" }) : count(Math.round(figures.minutes));
  const lines = [
    io.text({
      de: `${count(figures.customers)} von ${count(total)} Kunden; zuteilbar ${formatPercent(assignableRatio, language)}.`,
      en: `${count(figures.customers)} of ${count(total)} customers; assignable ${formatPercent(assignableRatio, language)}.`,
    }),
    io.text({
      de: `Umsatz ${money(figures.salesCents)}, Beitrag nach vermeidbaren Kosten ${money(figures.avoidableContributionCents)}, unsere Minuten ${minutes}.`,
      en: `Sales ${money(figures.salesCents)}, contribution after avoidable cost ${money(figures.avoidableContributionCents)}, our minutes ${minutes}.`,
    }),
  ];
  if (moves !== null) {
    lines.push(
      io.text({
        de: `Gegenüber Fassung ${moves.againstVersion} kommen ${count(moves.movedIn)} dazu und ${count(moves.movedOut)} gehen.`,
        en: `Against version ${moves.againstVersion}, ${count(moves.movedIn)} come and ${count(moves.movedOut)} leave.`,
      }),
    );
  }
  if (members.length > 0) lines.push(members.map(({ name }) => name).join(", "));
  return lines.join("\n");
}

/** The version with its state, and each question of the admission test. */
export function answerText({ segment, admission }: SegmentAnswer, io: Io): string {
  const { code, version, state, name } = segment;
  return [
    `${code} ${version} ${state}: ${name}`,
    ...(admission === null ? [] : admissionLines(admission, io)),
  ].join("\n");
}

export function admissionLines({ findings, warnings }: Admission, io: Io): string[] {
  const mark = (passed: boolean | null) => (passed === null ? "?" : passed ? "+" : "-");
  return [
    ...findings.map(({ passed, message }) => `${mark(passed)} ${io.text(message)}`),
    ...warnings.map((warning) => `! ${io.text(warning)}`),
  ];
}
