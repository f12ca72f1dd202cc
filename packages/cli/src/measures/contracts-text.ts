import { numberText } from "@kleinod/engine/figure-text.ts";
import type {
  ContractsReport,
  EndingContract,
  RenewalCandidate,
} from "@kleinod/engine/measures/renewal/report-contract.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatMoney, formatPercent } from "../output/language.ts";
import { type TableColumn, tableText } from "../output/table.ts";

type Model = NonNullable<ContractsReport["model"]>;
type Holdout = NonNullable<ContractsReport["holdout"]>;
type SurvivalRow = ContractsReport["survival"][number];

/** The report in words: what runs, how long contracts last and how that is known, and whom to call. */
export function contractsText(report: ContractsReport, io: Io): string {
  const blocks = [
    ...(report.state === "noContracts" ? [] : [totalsText(report, io)]),
    ...(report.model === null ? [] : [modelText(report.model, io)]),
    ...(report.holdout === null ? [] : [holdoutText(report.holdout, io)]),
    ...(report.survival.length === 0 ? [] : [survivalText(report.survival, io)]),
    ...(report.ending.rows.length === 0 ? [] : [endingText(report, io)]),
    ...report.unclear.map(({ field, reason, cure }) =>
      cure === undefined ? `${field}: ${reason}` : `${field}: ${reason}. ${io.text(cure)}`,
    ),
  ];
  return blocks.join("\n\n");
}

const digits = (value: number | null, io: Io, most = 3) =>
  value === null ? "–" : numberText(value, most, most)[io.language];

function totalsText({ asOf, currency, totals }: ContractsReport, io: Io): string {
  const count = (value: number) => formatCount(value, io.language);
  const money = (cents: number | null) => formatMoney(cents, currency, io.language);
  const { incomeIn12MonthsCents: later, smallIncomeRatio, smallCustomers } = totals;
  const range = later === null || later.low === null ? "" : ` (${money(later.low)}–${money(later.high)})`;
  const small =
    smallCustomers === null
      ? { de: "", en: "" }
      : {
          de: `, davon ${count(smallCustomers)} Kleinkunden mit ${formatPercent(smallIncomeRatio, "de")} des Ertrags`,
          en: `, of them ${count(smallCustomers)} small ones with ${formatPercent(smallIncomeRatio, "en")} of the income`,
        };
  const ahead =
    later === null
      ? { de: "", en: "" }
      : {
          de: ` In 12 Monaten sind davon ${money(later.expected)} zu erwarten${range}.`,
          en: ` In 12 months ${money(later.expected)} of it are to be expected${range}.`,
        };
  return io.text({
    de: `${asOf}: ${count(totals.running)} laufende Verträge (${count(totals.cancelled)} gekündigt) von ${count(totals.customers)} Kunden, ${money(totals.incomePerYearCents)} im Jahr${small.de}.${ahead.de}`,
    en: `${asOf}: ${count(totals.running)} running contracts (${count(totals.cancelled)} under notice) of ${count(totals.customers)} customers, ${money(totals.incomePerYearCents)} a year${small.en}.${ahead.en}`,
  });
}

function modelText(model: Model, io: Io): string {
  const { left, right } = columnsOf<Model["parameters"][number]>(io);
  return [
    `${io.text(model.label)}. ${io.text(model.reasonText)} ${io.text(model.supposes)}`,
    ...(model.parameters.length === 0
      ? []
      : [
          tableText(
            [
              left("Parameter", "Parameter", ({ code }) => code),
              right("Wert", "Value", ({ value }) => digits(value, io)),
              right("Standardfehler", "Standard error", ({ standardError }) => digits(standardError, io)),
              right("von", "from", ({ low }) => digits(low, io)),
              right("bis", "to", ({ high }) => digits(high, io)),
            ],
            model.parameters,
          ),
        ]),
    ...model.warnings.map(({ text, detail }) => `${io.text(text)} (${detail})`),
  ].join("\n");
}

function holdoutText(holdout: Holdout, io: Io): string {
  const { left, right } = columnsOf<RenewalCandidate>(io);
  return [
    io.text({
      de: `Probe: Verlängerungen bis ${holdout.cut} bekannt, danach ${holdout.renewals} vorhergesagt, von denen ${holdout.ended} nicht kamen.`,
      en: `Tested: renewals up to ${holdout.cut} known, ${holdout.renewals} after it predicted, of which ${holdout.ended} did not happen.`,
    }),
    tableText(
      [
        left("", "", ({ isChosen }) => (isChosen ? "*" : "")),
        left("Modell", "Model", ({ label }) => io.text(label)),
        right("Enden erwartet", "Ends expected", ({ predictedEnded }) => digits(predictedEnded, io, 1)),
        right("Log-Verlust", "Log loss", ({ logLoss }) => digits(logLoss, io, 4)),
        right("Fehler (RMSE)", "Error (RMSE)", ({ rmse }) => digits(rmse, io)),
      ],
      holdout.candidates,
    ),
  ].join("\n");
}

function survivalText(rows: readonly SurvivalRow[], io: Io): string {
  const { right } = columnsOf<SurvivalRow>(io);
  const percent = (ratio: number | null) => formatPercent(ratio, io.language);
  return tableText(
    [
      right("Monate", "Months", ({ months }) => String(months)),
      right("fällig", "due", ({ atRisk }) => formatCount(atRisk, io.language)),
      right("beendet", "ended", ({ ended }) => formatCount(ended, io.language)),
      right("noch da", "still there", ({ observed }) => percent(observed)),
      right("±", "±", ({ standardError }) => digits(standardError, io)),
      right("erwartet", "expected", ({ expected }) => percent(expected)),
      right("verlängert", "renewed", ({ retentionObserved }) => percent(retentionObserved)),
      right("erwartet", "expected", ({ retentionExpected }) => percent(retentionExpected)),
    ],
    rows,
  );
}

function endingText({ ending, currency }: ContractsReport, io: Io): string {
  const { left, right } = columnsOf<EndingContract>(io);
  const money = (cents: number | null) => formatMoney(cents, currency, io.language);
  return [
    io.text({
      de: `In ${ending.withinDays} Tagen enden ${formatCount(ending.total, "de")} Laufzeiten mit ${money(ending.incomePerYearCents)} im Jahr:`,
      en: `Within ${ending.withinDays} days ${formatCount(ending.total, "en")} terms end, with ${money(ending.incomePerYearCents)} a year:`,
    }),
    tableText(
      [
        left("Endet", "Ends", ({ endsOn }) => endsOn),
        left("Vertrag", "Contract", ({ contractNumber }) => contractNumber),
        left("Kunde", "Customer", ({ name, accountKey }) => name ?? accountKey ?? "–"),
        left("Gegenstand", "Product", ({ product }) => product ?? "–"),
        right("pro Jahr", "a year", ({ incomePerYearCents }) => money(incomePerYearCents)),
        right("verlängert", "renews", ({ probability }) => formatPercent(probability, io.language)),
        left("gekündigt", "notice given", ({ isCancelled }) => (isCancelled ? "x" : "")),
        right("Bedienkosten", "Cost to serve", ({ costAvoidableCents }) => money(costAvoidableCents)),
        right("Beitrag", "Contribution", ({ contributionAvoidableCents }) =>
          money(contributionAvoidableCents),
        ),
      ],
      ending.rows,
    ),
  ].join("\n");
}

function columnsOf<Row>(io: Io) {
  const column =
    (align: "left" | "right") =>
    (de: string, en: string, value: (row: Row) => string): TableColumn<Row> => ({
      title: io.text({ de, en }),
      value,
      align,
    });
  return { left: column("left"), right: column("right") };
}
