import type { TimelineEntry } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { GiveTakeShape } from "../parts/give-take-mark.tsx";
import { isTooEarly } from "./timeline-scale.ts";

interface TimelineRowProps {
  entry: TimelineEntry;
  label: string;
  box: { y: number; width: number; height: number; start: number; isWide: boolean };
  /** Pixels of a day. */
  at: (day: string) => number;
  href: string;
  onOpen: () => void;
}

/** Name above, shape on the first day, a circle on the day of review, a band up to the day that a rule allows. */
export function TimelineRow({ entry, label, box, at, href, onOpen }: TimelineRowProps) {
  const { t, format } = useTexts();
  const { earliest } = entry;
  const { y, width, height, start, isWide } = box;
  const middle = y + height - 15;
  const begin = at(entry.liveFrom);
  const isLate = begin > width / 2;
  const early = isTooEarly(entry);
  const rule =
    earliest === null
      ? ""
      : t("programme.timeline.notBefore", { date: format.date(earliest.day), rule: earliest.rule });
  const shown = early ? `${label} – ${rule}` : label;
  const begins = t("programme.board.from", { date: format.date(entry.liveFrom) });
  return (
    <a
      href={href}
      className="k-timeline-row"
      aria-label={`${shown}, ${begins}${rule === "" || early ? "" : `. ${rule}`}`}
      onClick={(event) => {
        event.preventDefault();
        onOpen();
      }}
    >
      <rect x={0} y={y} width={width} height={height - 2} fill="transparent" />
      {earliest === null ? null : (
        <>
          <rect
            x={start}
            y={middle - 7}
            width={Math.max(0, at(earliest.day) - start)}
            height={14}
            fill={early ? "var(--k-small-soft)" : "var(--k-line)"}
            opacity={0.6}
          />
          <line
            x1={at(earliest.day)}
            x2={at(earliest.day)}
            y1={middle - 11}
            y2={middle + 11}
            stroke="var(--k-ink)"
            strokeWidth={1.5}
          />
        </>
      )}
      <line x1={begin} x2={width} y1={middle} y2={middle} stroke="var(--k-muted)" strokeWidth={1} />
      {entry.reviewOn === null ? null : (
        <circle
          cx={at(entry.reviewOn)}
          cy={middle}
          r={4}
          fill="var(--k-surface)"
          stroke="var(--k-muted)"
          strokeWidth={1.5}
        />
      )}
      <circle cx={begin} cy={middle} r={9} fill="var(--k-surface)" />
      <GiveTakeShape kind={entry.kind} x={begin} y={middle} />
      <text
        x={isWide ? (isLate ? begin + 8 : begin - 8) : 0}
        y={y + 14}
        fontSize={12}
        textAnchor={isWide && isLate ? "end" : "start"}
        fill="var(--k-ink)"
      >
        {label}
        {!early ? null : isWide ? (
          <tspan fontWeight={600}>{` – ${rule}`}</tspan>
        ) : (
          <tspan x={0} dy={16} fontWeight={600}>{` – ${rule}`}</tspan>
        )}
      </text>
    </a>
  );
}
