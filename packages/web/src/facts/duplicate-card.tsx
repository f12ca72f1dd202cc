import { Button, Group, Text, Title } from "@mantine/core";
import type { DuplicatePair, DuplicateSide } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { useFieldLabel } from "./known-shares.tsx";

interface DuplicateCardProps {
  pair: DuplicatePair;
  onDecide: (type: "merge" | "reject") => void;
  onTakeBack: (id: string | number) => void;
  isBusy: boolean;
}

const mostCertain = 0.99;

/** Two accounts side by side, and field by field what speaks for and against one customer. */
export function DuplicateCard({ pair, onDecide, onTakeBack, isBusy }: DuplicateCardProps) {
  const { t, format, locale } = useTexts();
  const fieldLabel = useFieldLabel();
  const levels: Readonly<Record<string, string>> = t("duplicates.levels", {
    returnObjects: true,
    lng: locale,
  });
  const legalForms: Readonly<Record<string, string>> = t("duplicates.legalForms", {
    returnObjects: true,
    lng: locale,
  });
  const shown = (field: string, value: string | null) =>
    value === null ? "–" : field === "legalForm" ? (legalForms[value] ?? value) : value;
  const strongest = Math.max(1, ...pair.evidence.map((one) => Math.abs(one.weightBits)));
  return (
    <article className="k-card" aria-label={`${name(pair.a)} – ${name(pair.b)}`}>
      <Group justify="space-between" align="flex-start" mb="xs">
        <div>
          <Title order={3}>
            {name(pair.a)} <span aria-hidden="true">⟷</span> {name(pair.b)}
          </Title>
          <Text size="sm" c="dimmed">
            {t("duplicates.probability", { p: shareText(pair.probability) })}
            {" · "}
            {[pair.a, pair.b]
              .map((side) =>
                side.salesLast12Cents === null
                  ? side.accountKey
                  : `${side.accountKey}: ${format.money(side.salesLast12Cents, null)}`,
              )
              .join(" / ")}
          </Text>
        </div>
        <Group gap="xs">
          {pair.decision === null ? (
            <>
              <Button size="xs" loading={isBusy} onClick={() => onDecide("merge")}>
                {t("duplicates.merge")}
              </Button>
              <Button size="xs" variant="default" loading={isBusy} onClick={() => onDecide("reject")}>
                {t("duplicates.reject")}
              </Button>
            </>
          ) : (
            <Button
              size="xs"
              variant="default"
              loading={isBusy}
              onClick={() => pair.decision !== null && onTakeBack(pair.decision.id)}
            >
              {t("duplicates.takeBack")}
            </Button>
          )}
        </Group>
      </Group>
      <ScrollRegion label={t("duplicates.evidence", { a: pair.a.accountKey, b: pair.b.accountKey })}>
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col">{t("duplicates.field")}</th>
              <th scope="col">{pair.a.accountKey}</th>
              <th scope="col">{pair.b.accountKey}</th>
              <th scope="col">{t("duplicates.comparison")}</th>
              <th scope="col" style={{ width: "12rem" }}>
                {t("duplicates.weight")}
              </th>
            </tr>
          </thead>
          <tbody>
            {pair.evidence.map((one) => (
              <tr key={one.field}>
                <th scope="row" style={{ fontWeight: 500 }}>
                  {fieldLabel(one.field)}
                </th>
                <td>{shown(one.field, one.a)}</td>
                <td>{shown(one.field, one.b)}</td>
                <td>{levels[one.level] ?? one.level}</td>
                <td>
                  <WeightBar share={one.weightBits / strongest} label={weightText(one.weightBits)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </article>
  );

  /** Nothing is certain: what would round to the whole is named by its bound. */
  function shareText(probability: number): string {
    return probability > mostCertain ? `> ${format.percent(mostCertain)}` : format.percent(probability);
  }

  function weightText(bits: number): string {
    return bits > 0.05
      ? t("duplicates.for")
      : bits < -0.05
        ? t("duplicates.against")
        : t("duplicates.neutral");
  }
}

/** To the right speaks for one customer, to the left against; shape and words carry it, not colour. */
function WeightBar({ share, label }: { share: number; label: string }) {
  const width = Math.abs(share) * 45;
  return (
    <span style={{ display: "flex", gap: 8, alignItems: "center" }}>
      <svg width="96" height="12" aria-hidden="true">
        <line x1="48" x2="48" y1="0" y2="12" stroke="var(--k-line-strong)" />
        <rect
          x={share >= 0 ? 48 : 48 - width}
          y="2"
          width={width}
          height="8"
          fill={share >= 0 ? "var(--k-accent)" : "none"}
          stroke={share >= 0 ? "none" : "var(--k-large)"}
        />
      </svg>
      {label}
    </span>
  );
}

function name(side: DuplicateSide): string {
  return side.name ?? side.accountKey;
}
