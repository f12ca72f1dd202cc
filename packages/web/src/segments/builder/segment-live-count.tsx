import type { SegmentDefinition, SegmentPreview } from "@kleinod/engine/segments/builder/contract.ts";
import { Text, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { segmentPreviewQuery } from "../../api/segment-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";

/** What the definition would mean right now: customers, money, time, and who moves. */
export function SegmentLiveCount({
  definition,
  code,
}: {
  definition: SegmentDefinition | null;
  code: string | undefined;
}) {
  const { t, format } = useTexts();
  const space = useSpace();
  const [settled] = useDebouncedValue(definition, 250);
  const preview = useQuery({
    ...segmentPreviewQuery(space, settled ?? { match: "all", conditions: [] }, code),
    enabled: settled !== null,
  });
  return (
    <section className="k-card" aria-live="polite" aria-label={t("segments.builder.live")}>
      <Title order={2}>{t("segments.builder.live")}</Title>
      {settled === null ? (
        <Text c="dimmed">{t("segments.builder.incomplete")}</Text>
      ) : preview.isError ? (
        <>
          <Text fw={600}>{t("segments.builder.refused")}</Text>
          <Text>{preview.error.message}</Text>
        </>
      ) : preview.data === undefined ? (
        <Text c="dimmed">{t("segments.builder.counting")}</Text>
      ) : (
        <Counted preview={preview.data} isOld={preview.isPlaceholderData} format={format} />
      )}
    </section>
  );
}

function Counted({
  preview,
  isOld,
  format,
}: {
  preview: SegmentPreview;
  isOld: boolean;
  format: ReturnType<typeof useTexts>["format"];
}) {
  const { t } = useTexts();
  const { figures, moves, currency, total } = preview;
  const money = (cents: number | null) =>
    cents === null ? t("frame.unclear") : format.moneyShort(cents, currency);
  const rows: readonly (readonly [label: string, value: string, more?: string])[] = [
    [
      t("segments.customers"),
      format.count(figures.customers),
      t("segments.builder.ofTotal", {
        share: format.percent(total === 0 ? 0 : figures.customers / total),
        total: format.count(total),
      }),
    ],
    [t("segments.sales"), money(figures.salesCents)],
    [t("segments.contribution"), money(figures.avoidableContributionCents)],
    [
      t("segments.minutes"),
      figures.minutes === null ? t("frame.unclear") : format.count(Math.round(figures.minutes / 60)),
    ],
  ];
  return (
    <div style={{ opacity: isOld ? 0.55 : 1 }}>
      <dl className="k-figure-list">
        {rows.map(([label, value, more]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <b>{value}</b> {more}
            </dd>
          </div>
        ))}
      </dl>
      {figures.unknownCustomers === 0 ? null : (
        <Text size="sm" c="dimmed">
          {t("segments.builder.unknown", { n: format.count(figures.unknownCustomers) })}
        </Text>
      )}
      {moves === null ? null : (
        <>
          <Text mt="sm">
            {t("segments.builder.moves", {
              version: format.count(moves.againstVersion),
              in: format.count(moves.movedIn),
              out: format.count(moves.movedOut),
            })}
          </Text>
          <Text size="sm" c="dimmed">
            {moves.sample
              .slice(0, 6)
              .map(
                (one) =>
                  `${one.name} ${one.direction === "in" ? t("segments.builder.movesIn") : t("segments.builder.movesOut")}`,
              )
              .join(", ")}
          </Text>
        </>
      )}
      {preview.members.length === 0 ? null : (
        <Text size="sm" mt="sm">
          {t("segments.builder.members")}: {preview.members.map(({ name }) => name).join(", ")}
        </Text>
      )}
    </div>
  );
}
