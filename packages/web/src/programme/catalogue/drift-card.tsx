import type { DeviationKind } from "@kleinod/engine/programme/deviations/deviation-contract.ts";
import { Text, Title } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";

/** A kind of deviation that piles up, with both ways out and their sums beside each other (AT9.2). */
export function DriftCard({ kind, currency }: { kind: DeviationKind; currency: string | null }) {
  const { t, format, pick } = useTexts();
  const { standardise, close, better } = kind;
  const ways = [
    { code: "standardise" as const, way: standardise },
    { code: "close" as const, way: close },
  ];
  return (
    <article className="k-card" aria-label={kind.kind} style={{ display: "grid", gap: 8 }}>
      <Text size="sm" c="dimmed">
        {t("catalogue.deviations.drift")}
      </Text>
      <Title order={3}>{pick(kind.sentence)}</Title>
      {standardise === null || close === null ? (
        <Text>{t("catalogue.deviations.noSums")}</Text>
      ) : (
        <div
          style={{ display: "grid", gap: 16, gridTemplateColumns: "repeat(auto-fit, minmax(16rem, 1fr))" }}
        >
          {ways.map(({ code, way }) =>
            way === null ? null : (
              <section key={code} aria-label={t(`catalogue.deviations.${code}`)}>
                <Text fw={600}>
                  {t(`catalogue.deviations.${code}`)}
                  {better === code ? ` (${t(`catalogue.deviations.better.${code}`)})` : ""}
                </Text>
                <Text fz="lg">
                  {format.money(way.result.cents, currency)}{" "}
                  <Text span size="sm" c="dimmed">
                    {t("catalogue.elements.range", {
                      low: format.money(way.result.low, null),
                      high: format.money(way.result.high, null),
                    })}
                  </Text>
                </Text>
                <Text>{pick(way.sentence)}</Text>
              </section>
            ),
          )}
        </div>
      )}
      {better === "open" ? <p className="k-note">{t("catalogue.deviations.better.open")}</p> : null}
    </article>
  );
}
