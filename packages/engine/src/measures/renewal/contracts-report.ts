import type { FitWarning } from "@kleinod/btyd/fits/contract.ts";
import type { RenewalDetails, SurvivalPoint } from "./renewal-details.ts";
import {
  explainRenewalChoice,
  renewalModelTexts,
  renewalParameterMeanings,
  renewalWarningText,
} from "./renewal-texts.ts";
import type { ContractsReport, EndingContract, RenewalWarning } from "./report-contract.ts";

/** What SQL knows; see report-sql.ts. */
export interface ContractFacts {
  readonly totals: Omit<ContractsReport["totals"], "incomeIn12MonthsCents" | "smallIncomeRatio">;
  readonly reasons: ContractsReport["reasons"];
  readonly ending: {
    readonly withinDays: number;
    readonly total: number;
    readonly incomePerYearCents: number | null;
    readonly rows: readonly EndingContract[];
  };
}

/** The report from what the step kept and what SQL counts. */
export function contractsReport(
  { asOf, currency }: { readonly asOf: string; readonly currency: string | null },
  details: RenewalDetails,
  { totals, reasons, ending }: ContractFacts,
): ContractsReport {
  const { model, period, regularRatio } = details;
  const isEmpty = totals.running + totals.ended + totals.ahead === 0;
  return {
    asOf,
    currency,
    state: isEmpty ? "noContracts" : model === null ? "tooFewEnded" : "known",
    totals: {
      ...totals,
      smallIncomeRatio: ratioOf(totals.smallIncomePerYearCents, totals.incomePerYearCents),
      incomeIn12MonthsCents: details.incomeIn12,
    },
    period: isEmpty ? null : { ...period, regularRatio },
    model: model === null ? null : { ...modelCard(details, model), warnings: model.warnings.map(warningOf) },
    holdout: holdoutOf(details),
    survival: details.survival.map((point, index) =>
      survivalRow(point, details.survival[index - 1], period.months),
    ),
    reasons: [...reasons],
    ending: { ...ending, rows: [...ending.rows] },
    unclear: unclearOf(isEmpty, model === null, totals.withoutIncome),
  };
}

function ratioOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : Math.min(1, Math.max(0, part / whole));
}

function modelCard(details: RenewalDetails, model: NonNullable<RenewalDetails["model"]>) {
  const { label, supposes, source } = renewalModelTexts[model.code];
  return {
    code: model.code,
    label,
    supposes,
    source,
    reason: model.reason,
    reasonText: explainRenewalChoice(details),
    contracts: details.contracts,
    ended: details.ended,
    joined: details.joined,
    logLikelihood: model.logLikelihood,
    parameters: model.parameters.map((parameter) => ({
      ...parameter,
      meaning: renewalParameterMeanings[parameter.code] ?? { de: parameter.code, en: parameter.code },
    })),
  };
}

function warningOf({ code, message, fallback }: FitWarning): RenewalWarning {
  return {
    code,
    text: renewalWarningText(code),
    detail: fallback === null ? message : `${message} ${fallback}`,
  };
}

const dayOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

function holdoutOf({ holdout, model }: RenewalDetails): ContractsReport["holdout"] {
  if (holdout === null) return null;
  return {
    cut: dayOf(holdout.cut),
    periods: holdout.periods,
    renewals: holdout.renewals,
    ended: holdout.ended,
    candidates: holdout.candidates.map(({ warnings, ...judged }) => ({
      ...judged,
      label: renewalModelTexts[judged.code].label,
      isChosen: judged.code === model?.code,
      warnings: warnings.map(warningOf),
    })),
  };
}

function survivalRow(
  point: SurvivalPoint,
  before: SurvivalPoint | undefined,
  periodMonths: number,
): ContractsReport["survival"][number] {
  return {
    ...point,
    months: point.period * periodMonths,
    retentionObserved: point.period === 0 || point.atRisk === 0 ? null : 1 - point.ended / point.atRisk,
    retentionExpected:
      before === undefined || point.expected === null ? null : ratioOf(point.expected, before.expected),
  };
}

function unclearOf(isEmpty: boolean, isUntold: boolean, withoutIncome: number): ContractsReport["unclear"] {
  if (isEmpty) {
    return [
      {
        field: "contracts",
        reason: "noContracts",
        cure: {
          de: "Eine Vertragsliste importieren: Nummer, Kunde, Beginn, Ende, Laufzeit, Betrag.",
          en: "Import a list of contracts: number, customer, start, end, term, amount.",
        },
      },
    ];
  }
  return [
    ...(isUntold
      ? [
          {
            field: "renewalProbability",
            reason: "tooFewEnded",
            cure: {
              de: "Auch beendete Verträge importieren: erst ab 5 Enden lässt sich etwas über Verlängerung sagen.",
              en: "Import ended contracts too: only from 5 ends on can anything be told about renewal.",
            },
          },
        ]
      : []),
    ...(withoutIncome > 0
      ? [
          {
            field: "incomePerYearCents",
            reason: "contractValueMissing",
            cure: {
              de: `${withoutIncome} laufende Verträge haben keinen Betrag, oder einen ohne Zahlungsperiode.`,
              en: `${withoutIncome} running contracts have no amount, or one without a billing period.`,
            },
          },
        ]
      : []),
  ];
}
