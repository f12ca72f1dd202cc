import type { TimelineEntry } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { useElementSize } from "@mantine/hooks";
import { useTexts } from "../../i18n/index.ts";
import { GiveTakeShape } from "../parts/give-take-mark.tsx";
import { useRuleText } from "../parts/use-rule-text.ts";
import { isTooEarly, timelineScale } from "./timeline-scale.ts";

interface TimelineAxisProps {
  entries: readonly TimelineEntry[];
  segmentName: (code: string) => string;
  optionName: (code: string) => string;
  optionHref: (option: string, segment: string) => string;
  onOption: (option: string, segment: string) => void;
}

const rowHeight = 46;
const head = 30;
const margin = 14;
/** A name of a month that begins later would stick out. */
const tickRoom = 32;

/** One row an option: its name above, its shape on the day it begins, a band up to the day that a rule allows. */
export function TimelineAxis({ entries, segmentName, optionName, optionHref, onOption }: TimelineAxisProps) {
  const { t, format } = useTexts();
  const ruleText = useRuleText();
  const { ref, width: measured } = useElementSize();
  const width = Math.max(280, measured);
  const { x, ticks } = timelineScale(entries, width - 2 * margin);
  const at = (day: string) => margin + x(day);
  const hasSegments = new Set(entries.map(({ segment }) => segment)).size > 1;
  const height = head + entries.length * rowHeight;
  return (
    <div ref={ref}>
      <svg width={width} height={height}>
        <title>{t("programme.timeline.title")}</title>
        <g>
          {ticks.map((tick, index) => (
            <g key={tick}>
              <line x1={at(tick)} x2={at(tick)} y1={18} y2={height} stroke="var(--k-line)" />
              {at(tick) > width - tickRoom ? null : (
                <text
                  x={at(tick)}
                  dx={index === 0 ? -margin : 0}
                  y={12}
                  fontSize={12}
                  fill="var(--k-muted)"
                  textAnchor={index === 0 ? "start" : "middle"}
                >
                  {format.month(tick.slice(0, 7))}
                </text>
              )}
            </g>
          ))}
        </g>
        {entries.map((entry, index) => {
          const y = head + index * rowHeight;
          const begin = at(entry.liveFrom);
          const isLate = begin > width / 2;
          const { earliest } = entry;
          const label = `${optionName(entry.option)}${hasSegments ? `, ${segmentName(entry.segment)}` : ""}`;
          const rule =
            earliest === null
              ? ""
              : t("programme.timeline.notBefore", { date: format.date(earliest.day), rule: earliest.rule });
          return (
            <a
              key={`${entry.segment} ${entry.option} ${entry.liveFrom}`}
              href={optionHref(entry.option, entry.segment)}
              className="k-timeline-row"
              aria-label={`${label}: ${t("programme.board.from", { date: format.date(entry.liveFrom) })}${rule === "" ? "" : `. ${rule}`}`}
              onClick={(event) => {
                event.preventDefault();
                onOption(entry.option, entry.segment);
              }}
            >
              {earliest === null ? null : <title>{ruleText(earliest.because)}</title>}
              <rect x={0} y={y} width={width} height={rowHeight - 2} fill="transparent" />
              {earliest === null ? null : (
                <>
                  <rect
                    x={margin}
                    y={y + 24}
                    width={Math.max(0, at(earliest.day) - margin)}
                    height={14}
                    fill={isTooEarly(entry) ? "var(--k-small-soft)" : "var(--k-line)"}
                    opacity={0.6}
                  />
                  <line
                    x1={at(earliest.day)}
                    x2={at(earliest.day)}
                    y1={y + 20}
                    y2={y + 42}
                    stroke="var(--k-ink)"
                    strokeWidth={1.5}
                  />
                </>
              )}
              <line x1={begin} x2={width} y1={y + 31} y2={y + 31} stroke="var(--k-muted)" strokeWidth={1} />
              {entry.reviewOn === null ? null : (
                <g transform={`translate(${at(entry.reviewOn)} ${y + 31})`}>
                  <circle r={4} fill="var(--k-surface)" stroke="var(--k-muted)" strokeWidth={1.5} />
                </g>
              )}
              <circle cx={begin} cy={y + 31} r={9} fill="var(--k-surface)" />
              <GiveTakeShape kind={entry.kind} x={begin} y={y + 31} />
              <text
                x={isLate ? begin + 8 : begin - 8}
                y={y + 14}
                fontSize={12}
                textAnchor={isLate ? "end" : "start"}
                fill="var(--k-ink)"
              >
                {label}
                {earliest !== null && isTooEarly(entry) ? (
                  <tspan fontWeight={600}>{` – ${rule}`}</tspan>
                ) : null}
              </text>
            </a>
          );
        })}
      </svg>
    </div>
  );
}
