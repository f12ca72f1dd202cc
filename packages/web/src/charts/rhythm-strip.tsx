import { useTexts } from "../i18n/index.ts";

interface RhythmStripProps {
  /** Days before asOf of the purchases, newest first. */
  purchaseDaysAgo: readonly number[];
  daysSinceLast: number | null;
  usualGapDays: number | null;
  dormantAfterDays: number | null;
}

const daysBack = 540;
const daysAhead = 90;
const width = daysBack + daysAhead;

/**
 * A customer's rhythm as a strip of time: purchases as strokes, today as a line, the span in which the next purchase
 * was usual as a band. The same time axis in every row, so that rows can be compared.
 */
export function RhythmStrip({
  purchaseDaysAgo,
  daysSinceLast,
  usualGapDays,
  dormantAfterDays,
}: RhythmStripProps) {
  const { t, format, everyDays, daysAgo } = useTexts();
  const x = (daysAgo: number) => daysBack - daysAgo;
  const shown = purchaseDaysAgo.filter((days) => days <= daysBack);
  const due =
    daysSinceLast === null || usualGapDays === null
      ? null
      : {
          from: x(daysSinceLast - usualGapDays),
          to: x(daysSinceLast - (dormantAfterDays ?? usualGapDays * 1.5)),
        };
  const label =
    daysSinceLast === null || usualGapDays === null
      ? t("charts.strip.unclear", { n: format.count(shown.length) })
      : t("charts.strip.label", {
          n: format.count(shown.length),
          gap: everyDays(usualGapDays),
          since: daysAgo(daysSinceLast),
        });
  return (
    <svg
      className="k-strip"
      viewBox={`0 0 ${width} 24`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <line x1="0" x2={width} y1="12" y2="12" stroke="var(--k-line)" vectorEffect="non-scaling-stroke" />
      {due === null ? null : (
        <rect
          x={Math.max(0, Math.min(width, due.from))}
          width={Math.max(2, Math.min(width, due.to) - Math.max(0, Math.min(width, due.from)))}
          y="5"
          height="14"
          rx="1"
          fill="var(--k-small-soft)"
          fillOpacity="0.55"
        />
      )}
      {shown.map((days) => (
        <line
          key={days}
          x1={x(days)}
          x2={x(days)}
          y1="4"
          y2="20"
          stroke="var(--k-accent)"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      <line
        x1={x(0)}
        x2={x(0)}
        y1="0"
        y2="24"
        stroke="var(--k-ink)"
        strokeDasharray="2 2"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
