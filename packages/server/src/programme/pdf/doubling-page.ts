import {
  countText,
  exactMoneyText,
  numberText,
  percentText,
  roundMoneyText,
} from "@kleinod/engine/figure-text.ts";
import type { Whale } from "@kleinod/engine/measures/reports.ts";
import type { DoublingOutcome, DoublingReport } from "@kleinod/engine/programme/doubling/report-contract.ts";
import { joinTexts } from "@kleinod/engine/text.ts";
import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { type DoublingWords, doublingWords } from "./doubling-words.ts";
import { type ChartLine, lineChartSvg } from "./line-chart-svg.ts";
import { pageColors } from "./page-colors.ts";

type Language = "de" | "en";

export interface DoublingPageInput {
  readonly report: DoublingReport;
  /** Over all customers, of every size; null: not there yet. */
  readonly whale: Whale | null;
  readonly language: Language;
}

const chartWidth = 250;
/** What fits the page beside everything else. */
const mostAssumptions = 5;
const mostNotes = 5;
const mostUnclear = 3;
const chartHeight = 92;
const longestName = 26;

/** One A4 page for the board: verdict, today against plan, whale over all sizes, what is uncertain. */
export function doublingPage({ report, whale, language }: DoublingPageInput): TDocumentDefinitions {
  const words = doublingWords[language];
  return {
    info: { title: `${words.title} ${report.asOf}`, subject: report.sentence[language] },
    pageSize: "A4",
    pageMargins: [42, 38, 42, 40],
    defaultStyle: { font: "Roboto", fontSize: 8.5, color: pageColors.ink, lineHeight: 1.15 },
    styles: {
      heading: { fontSize: 10, bold: true, margin: [0, 8, 0, 3] },
      muted: { color: pageColors.muted, fontSize: 7.5 },
      strong: { bold: true },
    },
    content: [
      {
        columns: [
          { text: words.title, fontSize: 11, bold: true, color: pageColors.accent },
          {
            text: words.asOf(report.asOf, countText(report.customers)[language]),
            alignment: "right",
            color: pageColors.muted,
          },
        ],
      },
      {
        text: unbroken(report.sentence[language]),
        fontSize: 13,
        bold: true,
        lineHeight: 1.2,
        margin: [0, 6, 0, 6],
      },
      {
        text: unbroken(report.because.map((sentence) => sentence[language]).join(" ")),
        margin: [0, 0, 0, 4],
      },
      comparison(report, words, language),
      {
        columns: [
          [{ text: words.curve, style: "heading" }, growthChart(report, words, language)],
          [
            { text: words.whale, style: "heading" },
            whale === null ? { text: words.unclear } : whaleChart(whale, words, language),
          ],
        ],
        columnGap: 10,
      },
      {
        columns: [
          [{ text: words.uncertain, style: "heading" }, uncertain(report, words, language)],
          [
            { text: words.notes, style: "heading" },
            { ul: report.notes.slice(0, mostNotes).map((note) => note[language]), fontSize: 7 },
          ],
        ],
        columnGap: 14,
      },
    ],
    footer: {
      text: words.snapshot(report.snapshotId),
      margin: [42, 12, 42, 0],
      fontSize: 7,
      color: pageColors.muted,
    },
  };
}

/** An amount stays on one line with its currency and its "million". */
const unbroken = (text: string) => text.replace(/([A-Z]{3}) (?=−?\d)|(?<=\d) (?=Mio|million|%)/g, "$1\u00a0");

const shortened = (name: string) =>
  name.length <= longestName ? name : `${name.slice(0, longestName - 1).trimEnd()}…`;

interface Row {
  readonly label: string;
  readonly today: string;
  readonly plan: string;
  readonly change?: string;
  readonly isStrong?: boolean;
}

function comparison(report: DoublingReport, words: DoublingWords, language: Language): Content {
  const { today, plan, currency } = report;
  const exact = (cents: number) => exactMoneyText(cents, null)[language];
  const rough = (cents: number) => roundMoneyText(cents, null)[language];
  const money = (
    label: string,
    of: (outcome: DoublingOutcome) => number,
    text: (cents: number) => string,
    isStrong = false,
  ): Row => ({
    label,
    today: text(of(today)),
    plan: plan === null ? "" : text(of(plan)),
    change: plan === null ? "" : text(of(plan) - of(today)),
    isStrong,
  });
  const centsOf = ({ parts }: DoublingOutcome, part: string) =>
    parts.find((each) => each.part === part)?.cents ?? 0;
  const partRow = ({ part, label }: DoublingOutcome["parts"][number]) =>
    money(label[language], (outcome) => centsOf(outcome, part), exact);
  const isShown = ({ part }: DoublingOutcome["parts"][number]) =>
    centsOf(today, part) !== 0 || (plan !== null && centsOf(plan, part) !== 0);
  const shown = today.parts.filter(isShown);
  const unit = currency === null ? "" : ` (${currency})`;
  const perCustomer = [
    ...shown.filter(({ part }) => part !== "acquisition").map(partRow),
    money(words.before, (outcome) => outcome.marginalBeforeAcquisitionPerCustomerYearCents, exact, true),
    ...shown.filter(({ part }) => part === "acquisition").map(partRow),
    money(words.after, (outcome) => outcome.marginalAfterAcquisitionPerCustomerYearCents, exact, true),
  ];
  const grown = (outcome: DoublingOutcome) =>
    outcome.marginalAfterAcquisitionPerCustomerYearCents * report.customers;
  const interval = ({ lowCents, highCents }: DoublingOutcome) => `${rough(lowCents)} … ${rough(highCents)}`;
  const perYear = [
    money(words.grown(countText(report.customers)[language]), grown, rough),
    money(words.platform, (outcome) => -outcome.platformCents, rough),
    money(words.steps, (outcome) => -outcome.stepCents, rough),
    money(words.congestion, (outcome) => -outcome.congestionCents, rough),
    money(words.result, (outcome) => outcome.yearlyResultCents, rough, true),
    { label: words.interval, today: interval(today), plan: plan === null ? "" : interval(plan) },
    {
      label: words.breakEven,
      today: breakEvenText(today, words, language),
      plan: plan === null ? "" : breakEvenText(plan, words, language),
    },
    {
      label: words.flip,
      today: flipText(today, language),
      plan: plan === null ? "" : flipText(plan, language),
    },
  ];
  return {
    margin: [0, 4, 0, 0],
    layout: {
      hLineWidth: (index: number) => (index === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => pageColors.line,
      paddingTop: () => 0.7,
      paddingBottom: () => 0.7,
      paddingLeft: () => 0,
      paddingRight: () => 6,
    },
    table: {
      widths: ["*", 110, 110, 80],
      headerRows: 1,
      body: [
        heads(`${words.perCustomer}${unit}`, words, report),
        ...perCustomer.map(cells),
        heads(`${words.perYear}${unit}`, words, null),
        ...perYear.map(cells),
      ],
    },
  };
}

function heads(title: string, words: DoublingWords, report: DoublingReport | null): TableCell[] {
  const { plan = null, planName = null } = report ?? {};
  const head = (text: string): TableCell => ({
    text,
    alignment: "right",
    color: pageColors.muted,
    margin: [0, 3, 0, 0],
  });
  return [
    { text: title, bold: true, color: pageColors.accent, margin: [0, 3, 0, 0] },
    head(report === null ? "" : words.today),
    head(plan === null ? "" : shortened(planName ?? words.plan)),
    head(plan === null ? "" : words.change),
  ];
}

function cells({ label, today, plan, change = "", isStrong = false }: Row): TableCell[] {
  return [
    { text: label, bold: isStrong },
    ...[today, plan, change].map((text): TableCell => ({ text, alignment: "right", bold: isStrong })),
  ];
}

const breakEvenText = ({ breakEvenN }: DoublingOutcome, words: DoublingWords, language: Language) =>
  breakEvenN.length === 0 ? words.never : joinTexts(breakEvenN.slice(0, 3).map(countText), "; ")[language];

const flipText = ({ flipRanking }: DoublingOutcome, language: Language) =>
  flipRanking[0]?.label[language] ?? "";

function growthChart(report: DoublingReport, words: DoublingWords, language: Language): Content {
  const farthest = 3;
  const shown = report.curve.filter(({ ratio }) => ratio <= farthest);
  const line = (label: string, color: string, of: (point: DoublingReport["curve"][number]) => number) => ({
    label,
    color,
    points: shown.map((point) => [point.customers, of(point)] as const),
  });
  const lines: ChartLine[] = [
    line(words.today, pageColors.large, ({ today }) => today.resultCents),
    ...(report.plan === null
      ? []
      : [line(words.plan, pageColors.accent, ({ plan }) => plan?.resultCents ?? 0)]),
  ];
  const ticks = [0.5, 1, 2, farthest].flatMap((ratio) => {
    const point = shown.find((each) => each.ratio === ratio);
    return point === undefined ? [] : [[point.customers, countText(point.customers)[language]] as const];
  });
  return [
    {
      svg: lineChartSvg({
        width: chartWidth,
        height: chartHeight,
        lines,
        xTicks: ticks,
        yText: (cents) => tickText(cents, language),
      }),
      width: chartWidth,
    },
    legend(lines.map(({ label, color }) => [label, color])),
  ];
}

function whaleChart(whale: Whale, words: DoublingWords, language: Language): Content {
  const points = [
    [0, 0] as const,
    ...whale.points.map((each) => [each.customers, each.cumulativeCents] as const),
  ];
  let from = 0;
  const band = whale.rug.map(({ customers, small, large }) => {
    const known = small + large;
    const stretch = { from, to: customers, share: known === 0 ? 0 : large / known };
    from = customers;
    return stretch;
  });
  return [
    {
      svg: lineChartSvg({
        width: chartWidth,
        height: chartHeight,
        lines: [{ label: words.whale, color: pageColors.accent, points }],
        xTicks: [
          [0, "0"],
          [whale.customers, words.customers(countText(whale.customers)[language])],
        ],
        yText: (cents) => tickText(cents, language),
        band,
      }),
      width: chartWidth,
    },
    legend([
      [words.whaleBasis[whale.basis], pageColors.accent],
      [words.small, pageColors.small],
      [words.large, pageColors.large],
    ]),
  ];
}

/** Beside an axis a word for a million is too long. */
const tickText = (cents: number, language: Language) =>
  roundMoneyText(cents, null)[language].replace(/ (Mio\.|million)$/, " m");

const legend = (entries: readonly (readonly [label: string, color: string])[]): Content => ({
  text: entries.flatMap(([label, color]) => [
    { text: "■ ", color, fontSize: 7 },
    { text: `${label}   `, color: pageColors.muted, fontSize: 7 },
  ]),
  margin: [0, 1, 0, 0],
});

function uncertain(report: DoublingReport, words: DoublingWords, language: Language): Content {
  const assumptions = report.assumptions.slice(0, mostAssumptions).map((each) => {
    const [low, mid, high] = [each.low, each.mid, each.high].map((value) =>
      inUnit(value, each.unit, language),
    );
    const unit = each.unit === "years" ? ` ${words.years}` : "";
    const grade = each.grade === null ? "" : `, ${words.grade(each.grade)}`;
    const range = words.assumptionRange(low!, mid!, high!);
    return `${each.label[language]}: ${range}${unit}, ${words.sources[each.source]}${grade}`;
  });
  const growth = `${words.growthOption}: ${exactMoneyText(report.growthOptionCents, report.currency)[language]}`;
  const unclear = report.unclear.slice(0, mostUnclear).map(({ text }) => text[language]);
  return { ul: [...assumptions, growth, ...unclear].map(unbroken), fontSize: 7 };
}

function inUnit(value: number, unit: string, language: Language): string {
  if (unit === "cents") return exactMoneyText(value, null)[language];
  return (unit === "ratio" ? percentText(value) : numberText(value, 4))[language];
}
