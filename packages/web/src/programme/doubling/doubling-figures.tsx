import type { DoublingOutcome, DoublingReport } from "@kleinod/engine/programme/doubling/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { PartsFigure } from "../../ui/parts-figure.tsx";
import { SumLines } from "../../ui/sum-lines.tsx";
import { useDoublingWords } from "./use-doubling-words.ts";

/** Four answers, today first and the plan below it. */
export function DoublingFigures({ report }: { report: DoublingReport }) {
  const { t, format, pick } = useTexts();
  const words = useDoublingWords(report.currency);
  const { today, plan } = report;
  const below = (value: (outcome: DoublingOutcome) => string) =>
    plan === null ? undefined : t("doubling.withPlan", { value: value(plan) });
  const before = (outcome: DoublingOutcome) =>
    words.perCustomer(outcome.marginalBeforeAcquisitionPerCustomerYearCents);
  const after = (outcome: DoublingOutcome) =>
    words.perCustomer(outcome.marginalAfterAcquisitionPerCustomerYearCents);
  const result = (outcome: DoublingOutcome) => words.short(outcome.yearlyResultCents);
  return (
    <section className="k-figures" aria-label={t("doubling.figures")}>
      <PartsFigure
        label={t("doubling.before")}
        value={before(today)}
        more={below(before)}
        madeOf={
          <SumLines
            lines={[
              ...today.parts
                .filter(({ part }) => part !== "acquisition")
                .map(({ part, label, cents }) => ({
                  code: part,
                  label: pick(label),
                  value: words.perCustomer(cents),
                })),
              { code: "sum", label: t("doubling.before"), value: before(today), isTotal: true },
            ]}
          />
        }
      />
      <PartsFigure
        label={t("doubling.after")}
        value={after(today)}
        more={below(after)}
        madeOf={
          <SumLines
            lines={[
              { code: "before", label: t("doubling.before"), value: before(today) },
              {
                code: "acquisition",
                label: t("doubling.acquisition"),
                value: `−${words.perCustomer(today.acquisitionCents)} ÷ ${t("doubling.years", { n: format.number(today.lifetimeYears) })}`,
              },
              { code: "after", label: t("doubling.after"), value: after(today), isTotal: true },
            ]}
          />
        }
      />
      <PartsFigure
        label={t("doubling.result")}
        value={result(today)}
        exact={words.exact(today.yearlyResultCents)}
        more={
          <>
            {words.interval(today)}
            {plan === null ? null : (
              <>
                <br />
                {t("doubling.withPlan", { value: result(plan) })} ({words.interval(plan)})
              </>
            )}
          </>
        }
        madeOf={
          <SumLines
            lines={[today, ...(plan === null ? [] : [plan])].map((outcome, index) => ({
              code: String(index),
              label: index === 0 ? t("planParts.today") : (report.planName ?? t("planParts.plan")),
              value: result(outcome),
              isTotal: true,
            }))}
            note={[today, ...(plan === null ? [] : [plan])].map((outcome, index) => (
              <span key={index === 0 ? "today" : "plan"} style={{ display: "block" }}>
                {t("doubling.formula", {
                  n: format.count(report.customers),
                  after: after(outcome),
                  platform: words.short(outcome.platformCents),
                  steps: words.short(outcome.stepCents),
                  congestion: words.short(outcome.congestionCents),
                })}
              </span>
            ))}
          />
        }
      />
      <PartsFigure
        label={t("doubling.breakEven")}
        value={words.breakEven(today)}
        more={below(words.breakEven)}
      />
      <PartsFigure
        label={t("doubling.flip")}
        value={
          <span style={{ fontSize: "1.15rem", overflowWrap: "anywhere" }}>
            {words.flipName(plan ?? today)}
          </span>
        }
        more={words.flip(plan ?? today, plan !== null)}
      />
    </section>
  );
}
