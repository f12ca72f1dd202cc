import { Tooltip } from "@mantine/core";
import { useTexts } from "../i18n/index.ts";

const knownReasons = [
  "costOfGoodsMissing",
  "currencyMissing",
  "unconverted",
  "tooLittleHistory",
  "sizeLineMissing",
  "noPurchase",
] as const;
type KnownReason = (typeof knownReasons)[number];

/** In words, why a figure is unclear and what would cure it. */
export function useReason() {
  const { t } = useTexts();
  return (reason: string | null): { why: string; cure: string } => {
    const known: KnownReason | "other" = knownReasons.find((code) => code === reason) ?? "other";
    return { why: t(`reasons.${known}.why`), cure: t(`reasons.${known}.cure`) };
  };
}

/** Stands where a figure is not known: never a zero, always with the cure at hand. */
export function Unclear({ reason }: { reason: string | null }) {
  const { t } = useTexts();
  const { why, cure } = useReason()(reason);
  return (
    <Tooltip label={`${why} ${cure}`} multiline w={280}>
      <span className="k-unclear">
        {t("frame.unclear")}
        <span className="k-hidden">{` (${why} ${cure})`}</span>
      </span>
    </Tooltip>
  );
}
