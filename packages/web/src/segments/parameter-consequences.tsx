import { Stack, Text } from "@mantine/core";
import type { ParameterDiff } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { enumLabel } from "../measures/cell-value.tsx";
import { CostConsequences, isCostSame } from "../measures/cost-equations/cost-consequences.tsx";

/** Counts before and after, and who would change class. */
export function ParameterConsequences({ diff, currency }: { diff: ParameterDiff; currency: string | null }) {
  const texts = useTexts();
  const { t, format } = texts;
  const keys = Object.keys(diff.after).filter((key) => diff.before[key] !== diff.after[key]);
  return (
    <Stack gap="xs" aria-live="polite">
      <Text fw={600}>
        {t("parameters.affected", { count: diff.affected, n: format.count(diff.affected) })}
      </Text>
      {keys.length === 0 ? null : (
        <div className="k-scroll">
          <table className="k-table">
            <thead>
              <tr>
                <th scope="col">{t("parameters.group")}</th>
                <th scope="col" className="k-number">
                  {t("parameters.before")}
                </th>
                <th scope="col" className="k-number">
                  {t("parameters.after")}
                </th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key) => (
                <tr key={key}>
                  <td>{enumLabel(key, texts)}</td>
                  <td className="k-number">{format.count(diff.before[key] ?? 0)}</td>
                  <td className="k-number">{format.count(diff.after[key] ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isCostSame(diff) ? null : <CostConsequences diff={diff} currency={currency} />}
      {diff.sizeClassChanges.total === 0 ? null : (
        <Text size="sm" c="dimmed">
          {t("wizard.diff.sizeClass", { n: format.count(diff.sizeClassChanges.total) })}{" "}
          {diff.sizeClassChanges.sample
            .slice(0, 8)
            .map((one) => `${one.customer}: ${enumLabel(one.before, texts)} → ${enumLabel(one.after, texts)}`)
            .join("; ")}
        </Text>
      )}
    </Stack>
  );
}
