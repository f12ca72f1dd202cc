import type { Overview } from "@kleinod/engine/measures/reports.ts";
import { Stack, Text, Title } from "@mantine/core";
import { KnownShares } from "../../facts/known-shares.tsx";
import { useTexts } from "../../i18n/index.ts";
import { LinkButton } from "../../ui/link.tsx";
import { useSpace } from "../../ui/use-space.ts";

/** What is known of the customers and what the next data would bring. */
export function DataHealthCard({ overview }: { overview: Overview }) {
  const { t, pick, format } = useTexts();
  const space = useSpace();
  const { dataHealth } = overview;
  return (
    <section className="k-card" aria-label={t("overview.health.title")}>
      <Stack gap="sm">
        <div>
          <Title order={2}>{t("overview.health.title")}</Title>
          <Text size="sm" c="dimmed">
            {t("overview.health.counts", {
              problems: format.count(dataHealth.openProblems),
              unconverted: format.count(dataHealth.unconvertedLines),
            })}
          </Text>
        </div>
        <KnownShares shares={dataHealth.shares.slice(0, 7)} />
        {dataHealth.nextTier === null ? null : (
          <Text size="sm">
            <b>{t("overview.health.next", { needs: pick(dataHealth.nextTier.needs) })}</b>{" "}
            {pick(dataHealth.nextTier.brings)}
          </Text>
        )}
        <LinkButton
          to="/$space/data/quality"
          params={{ space }}
          variant="subtle"
          size="compact-sm"
          px={0}
          w="fit-content"
        >
          {t("overview.health.more")}
        </LinkButton>
      </Stack>
    </section>
  );
}
