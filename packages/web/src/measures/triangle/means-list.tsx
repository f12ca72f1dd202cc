import type { Means } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { Badge, Group, Text, Title } from "@mantine/core";
import { type Texts, useTexts } from "../../i18n/index.ts";

/** What can be done, the best first: expected money, the effort it asks of customers and of us, and who can do it. */
export function MeansList({ means, currency }: { means: readonly Means[]; currency: string | null }) {
  const texts = useTexts();
  const { t, format, pick } = texts;
  const money = (cents: number) => format.moneyShort(cents, currency);
  return (
    <section>
      <Title order={2} mb="xs">
        {t("triangle.detail.means")}
      </Title>
      <ol style={{ margin: 0, padding: 0, listStyle: "none", display: "grid", gap: 10 }}>
        {means.map((one) => (
          <li key={one.code} className="k-card">
            <Group justify="space-between" gap="xs">
              <Text fw={600}>{pick(one.label)}</Text>
              <Group gap={6}>
                <Badge variant="light" tt="none" fw={500}>
                  {t(`triangle.ladder.${one.ladderStep}`)}
                </Badge>
                <Badge variant="light" color="amber" tt="none" fw={500}>
                  {t("triangle.detail.grade", { grade: one.grade })}
                </Badge>
              </Group>
            </Group>
            <Text size="sm">{pick(one.description)}</Text>
            <Text size="sm" mt={6} fw={500}>
              {t("triangle.detail.effect", {
                effect: money(one.effectCents),
                low: money(one.lowCents),
                high: money(one.highCents),
              })}
            </Text>
            <Text size="sm" c="dimmed">
              {[
                customerEffort(one, texts),
                t("triangle.detail.ours", { n: format.count(Math.round(one.ourMinutes)) }),
              ].join("; ")}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
}

function customerEffort({ customerMinutes }: Means, { t, format }: Texts): string {
  const minutes = Math.round(customerMinutes);
  if (minutes === 0) return t("triangle.detail.customerSame");
  const n = format.count(Math.abs(minutes));
  return minutes > 0 ? t("triangle.detail.customerMore", { n }) : t("triangle.detail.customerLess", { n });
}
