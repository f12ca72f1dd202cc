import { Stack, Text } from "@mantine/core";
import type { ParameterDiff } from "../../api/types.ts";
import { type Texts, useTexts } from "../../i18n/index.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";

const figures = ["fullCents", "avoidableCents", "negativeFull", "negativeAvoidable"] as const;
type Figure = (typeof figures)[number];

/** Figures of all customers before and after; only those that change, or that nothing does. */
export function ModelConsequences({ diff, currency }: { diff: ParameterDiff; currency: string | null }) {
  const texts = useTexts();
  const { t, format } = texts;
  const rows = figures.map((figure) => ({
    figure,
    before: diff.cost.before[figure],
    after: diff.cost.after[figure],
  }));
  const isSame = rows.every(({ before, after }) => before === after);
  const title = t("equations.consequences.table");
  return (
    <Stack gap="xs" aria-live="polite">
      <Text fw={600}>
        {t("equations.consequences.affected", { count: diff.affected, n: format.count(diff.affected) })}
      </Text>
      {isSame ? (
        <Text size="sm">{t("equations.consequences.same")}</Text>
      ) : (
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
      )}
    </Stack>
  );
}

function valueText(figure: Figure, value: number, currency: string | null, { format }: Texts): string {
  if (figure.endsWith("Cents")) return format.money(value, currency);
  return format.count(Math.round(value));
}
