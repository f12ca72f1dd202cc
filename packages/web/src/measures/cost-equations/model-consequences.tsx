import { Stack, Text } from "@mantine/core";
import type { ParameterDiff } from "../../api/types.ts";
import { useTexts } from "../../i18n/index.ts";
import { CostConsequences, isCostSame } from "./cost-consequences.tsx";

/** Figures of all customers before and after; only those that change, or that nothing does. */
export function ModelConsequences({ diff, currency }: { diff: ParameterDiff; currency: string | null }) {
  const { t, format } = useTexts();
  return (
    <Stack gap="xs" aria-live="polite">
      <Text fw={600}>
        {t("equations.consequences.affected", { count: diff.affected, n: format.count(diff.affected) })}
      </Text>
      {isCostSame(diff) ? (
        <Text size="sm">{t("equations.consequences.same")}</Text>
      ) : (
        <CostConsequences diff={diff} currency={currency} />
      )}
    </Stack>
  );
}
