import type { CaseType } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { Text, Title } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";

const width = 360;

/** How much of the contacts is our own failure, how much need, how much nobody knows: one bar with words below. */
export function DemandSplit({ type }: { type: CaseType }) {
  const { t, format } = useTexts();
  const unknown = type.unknownShare ?? (type.failureShare === null ? 1 : 0);
  const failure = (type.failureShare ?? 0) * (1 - unknown);
  const value = 1 - unknown - failure;
  return (
    <div>
      <Title order={2}>{t("triangle.detail.split")}</Title>
      <svg
        width="100%"
        height={18}
        viewBox={`0 0 ${width} 18`}
        preserveAspectRatio="none"
        aria-hidden="true"
        style={{ display: "block", margin: "8px 0 6px", borderRadius: 4 }}
      >
        <defs>
          <pattern
            id="k-unknown"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="var(--k-line)" />
            <line x1="0" x2="0" y1="0" y2="6" stroke="var(--k-line-strong)" strokeWidth="2" />
          </pattern>
        </defs>
        <rect width={width * failure} height={18} fill="var(--k-accent)" />
        <rect x={width * failure} width={width * value} height={18} fill="var(--k-accent-soft)" />
        <rect x={width * (failure + value)} width={width * unknown} height={18} fill="url(#k-unknown)" />
      </svg>
      <Text size="sm">
        {type.failureShare === null
          ? t("economicsCharts.ternary.unknownFailure")
          : t("triangle.detail.splitKnown", {
              failure: format.percent(failure),
              value: format.percent(value),
            })}
        {unknown > 0 && type.failureShare !== null
          ? `, ${t("triangle.detail.splitUnknown", { share: format.percent(unknown) })}`
          : ""}
      </Text>
    </div>
  );
}
