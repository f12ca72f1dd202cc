import type { Triangle } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { KeyFigure } from "../../ui/key-figure.tsx";
import { Unclear } from "../../ui/unclear.tsx";

/** Who stands in the triangle, what own failures cause, and what the best step is expected to bring. */
export function TriangleFigures({ triangle }: { triangle: Triangle }) {
  const { t, format } = useTexts();
  const { customers, demand, currency, findings, caseTypes } = triangle;
  const best = findings[0] ?? caseTypes[0] ?? null;
  const short = (cents: number) => format.moneyShort(cents, currency);
  return (
    <section className="k-figures" aria-label={t("overview.figures")}>
      <KeyFigure
        code="inTriangle"
        label={t("triangle.inTriangle")}
        value={format.count(customers.inTriangle)}
        more={t("triangle.inTriangleMore", {
          outside: format.count(customers.outside),
          unclear: format.count(customers.unclear),
        })}
      />
      <KeyFigure
        code="caseType"
        label={t("triangle.failure")}
        value={demand.failureShare === null ? <Unclear reason={null} /> : format.percent(demand.failureShare)}
        more={
          demand.low === null || demand.high === null
            ? undefined
            : t("triangle.failureMore", {
                low: format.percent(demand.low),
                high: format.percent(demand.high),
              })
        }
      />
      <KeyFigure
        code="caseType"
        label={t("triangle.failureCost")}
        value={demand.failureShare === null ? <Unclear reason={null} /> : short(demand.failureCents)}
        exact={format.moneyExact(demand.failureCents, currency)}
        more={t("triangle.failureCostMore", {
          failure: format.count(demand.failure),
          contacts: format.count(demand.contacts),
        })}
      />
      <KeyFigure
        code="costFullCents"
        label={t("triangle.cost")}
        value={short(triangle.costCents)}
        exact={format.moneyExact(triangle.costCents, currency)}
        more={t("triangle.costMore")}
      />
      {best === null ? null : (
        <KeyFigure
          code="caseType"
          label={t("triangle.best")}
          value={short(best.effectCents)}
          more={t("triangle.bestMore", {
            low: format.count(Math.round(best.lowCents / 100)),
            high: format.count(Math.round(best.highCents / 100)),
          })}
        />
      )}
    </section>
  );
}
