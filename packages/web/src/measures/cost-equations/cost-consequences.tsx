import type { ParameterDiff } from "../../api/types.ts";
import { type Texts, useTexts } from "../../i18n/index.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";

const figures = ["fullCents", "avoidableCents", "negativeFull", "negativeAvoidable"] as const;
type Figure = (typeof figures)[number];

/** Whether a change leaves the cost of all customers as it is. */
export function isCostSame({ cost }: ParameterDiff): boolean {
  return figures.every((figure) => cost.before[figure] === cost.after[figure]);
}

/** Cost of all customers before and after a change, and how many small ones stand below zero. */
export function CostConsequences({ diff, currency }: { diff: ParameterDiff; currency: string | null }) {
  const texts = useTexts();
  const { t } = texts;
  const rows = figures.map((figure) => ({
    figure,
    before: diff.cost.before[figure],
    after: diff.cost.after[figure],
  }));
  const title = t("equations.consequences.table");
  return (
    <ScrollRegion label={title}>
      <table className="k-table">
        <caption className="k-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t("equations.consequences.figure")}</th>
            {(["before", "after", "change"] as const).map((column) => (
              <th key={column} scope="col" className="k-number">
                {t(`equations.consequences.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ figure, before, after }) => (
            <tr key={figure}>
              <th scope="row" style={{ fontWeight: 400 }}>
                {t(`equations.consequences.${figure}`)}
              </th>
              <td className="k-number">{valueText(figure, before, currency, texts)}</td>
              <td className="k-number">{valueText(figure, after, currency, texts)}</td>
              <td className="k-number">
                {after === before
                  ? "–"
                  : `${after > before ? "+" : ""}${valueText(figure, after - before, currency, texts)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function valueText(figure: Figure, value: number, currency: string | null, { format }: Texts): string {
  if (figure.endsWith("Cents")) return format.money(value, currency);
  return format.count(Math.round(value));
}
