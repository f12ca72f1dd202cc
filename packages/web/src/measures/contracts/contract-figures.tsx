import type { ContractsReport } from "@kleinod/engine/measures/renewal/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { PartsFigure } from "../../ui/parts-figure.tsx";
import { type SumLine, SumLines } from "../../ui/sum-lines.tsx";

/** What runs and what it brings, what is left in a year, and how many renew. */
export function ContractFigures({ report }: { report: ContractsReport }) {
  const { t, format } = useTexts();
  const { totals, currency } = report;
  const short = (cents: number) => format.moneyShort(cents, currency);
  const { incomePerYearCents: income, incomeIn12MonthsCents: left } = totals;
  const line = (code: "running" | "cancelled" | "withoutCustomer" | "withoutIncome" | "ended" | "ahead") => ({
    code,
    label: t(`contracts.parts.${code}`),
    value: format.count(totals[code]),
  });
  const moneyLine = (code: "income" | "small" | "stays" | "lost", cents: number): SumLine => ({
    code,
    label: t(`contracts.parts.${code}`),
    value: format.money(cents, currency),
  });
  return (
    <section className="k-figures" aria-label={t("contracts.figures")}>
      <PartsFigure
        label={t("contracts.figure.running")}
        value={format.count(totals.running)}
        more={t("contracts.figure.runningMore", {
          customers: format.count(totals.customers),
          cancelled: format.count(totals.cancelled),
        })}
        madeOf={
          <SumLines
            lines={(
              ["running", "cancelled", "withoutCustomer", "withoutIncome", "ended", "ahead"] as const
            ).map(line)}
          />
        }
      />
      {income === null ? null : (
        <PartsFigure
          label={t("contracts.figure.income")}
          value={short(income)}
          exact={format.moneyExact(income, currency)}
          more={
            totals.smallIncomeRatio === null
              ? undefined
              : t("contracts.figure.incomeMore", { share: format.percent(totals.smallIncomeRatio) })
          }
          madeOf={
            <SumLines
              lines={[
                moneyLine("income", income),
                ...(totals.smallIncomePerYearCents === null
                  ? []
                  : [moneyLine("small", totals.smallIncomePerYearCents)]),
                line("withoutIncome"),
              ]}
            />
          }
        />
      )}
      {income === null || left === null ? null : (
        <PartsFigure
          label={t("contracts.figure.left")}
          value={short(left.expected)}
          exact={format.moneyExact(left.expected, currency)}
          more={
            left.low === null || left.high === null
              ? undefined
              : t("contracts.figure.range", {
                  low: format.moneyShort(left.low, null),
                  high: format.moneyShort(left.high, null),
                })
          }
          madeOf={
            <SumLines
              lines={[
                moneyLine("income", income),
                moneyLine("stays", left.expected),
                { ...moneyLine("lost", income - left.expected), isTotal: true },
              ]}
            />
          }
        />
      )}
      <RenewalFigures survival={report.survival} />
    </section>
  );
}

/** Renewal at the first end against later ones: new contracts leave most. */
function RenewalFigures({ survival }: { survival: ContractsReport["survival"] }) {
  const { t, format } = useTexts();
  const observed = survival.filter(({ retentionObserved }) => retentionObserved !== null);
  const [first, ...later] = observed;
  if (first === undefined) return null;
  const sum = (rows: typeof observed, code: "atRisk" | "ended") =>
    rows.reduce((total, row) => total + row[code], 0);
  const figure = (label: string, rows: typeof observed, more: string | undefined) => {
    const atRisk = sum(rows, "atRisk");
    const ended = sum(rows, "ended");
    return atRisk === 0 ? null : (
      <PartsFigure
        label={label}
        value={format.percent(1 - ended / atRisk)}
        more={more}
        madeOf={
          <SumLines
            lines={[
              { code: "atRisk", label: t("contracts.parts.atRisk"), value: format.count(atRisk) },
              { code: "left", label: t("contracts.parts.left"), value: format.count(ended) },
              {
                code: "renewed",
                label: t("contracts.parts.renewed"),
                value: format.count(atRisk - ended),
                isTotal: true,
              },
            ]}
          />
        }
      />
    );
  };
  return (
    <>
      {figure(
        t("contracts.figure.first"),
        [first],
        first.retentionExpected === null
          ? undefined
          : t("contracts.figure.firstMore", { expected: format.percent(first.retentionExpected) }),
      )}
      {figure(t("contracts.figure.last"), later, t("contracts.figure.lastMore"))}
    </>
  );
}
