import type { Overview } from "@kleinod/engine/measures/reports.ts";
import { List, Stack, Text, Title } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { LinkButton } from "../../ui/link.tsx";
import { useSpace } from "../../ui/use-space.ts";

/** What the last files brought. Before a second import it says so. */
export function SinceLastImport({ overview }: { overview: Overview }) {
  const { t, format } = useTexts();
  const space = useSpace();
  const { sinceLastImport: since, currency } = overview;
  const facts = [
    t("overview.since.customers", { n: format.count(since.newCustomers) }),
    t("overview.since.lines", {
      n: format.count(since.newLines),
      sales: since.salesCents === null ? t("frame.unclear") : format.moneyShort(since.salesCents, currency),
    }),
    ...(since.comparable
      ? [
          t("overview.since.dormant", { n: format.count(since.becameDormant) }),
          t("overview.since.reactivated", { n: format.count(since.reactivated) }),
        ]
      : []),
  ];
  return (
    <section className="k-card" aria-label={t("overview.since.title")}>
      <Stack gap="sm" h="100%" align="flex-start">
        <div>
          <Title order={2}>{t("overview.since.title")}</Title>
          {since.importedAt === null ? null : (
            <Text size="sm" c="dimmed">
              {format.instant(since.importedAt)}
            </Text>
          )}
        </div>
        {since.batchId === null ? (
          <Text size="sm">{t("overview.since.first")}</Text>
        ) : (
          <List size="sm" spacing={8}>
            {facts.map((fact) => (
              <List.Item key={fact}>{fact}</List.Item>
            ))}
          </List>
        )}
        {since.batchId !== null && !since.comparable ? (
          <Text size="sm" c="dimmed">
            {t("overview.since.notComparable")}
          </Text>
        ) : null}
        <LinkButton to="/$space/data" params={{ space }} variant="subtle" size="compact-sm" mt="auto" px={0}>
          {t("overview.since.toImports")}
        </LinkButton>
      </Stack>
    </section>
  );
}
