import type { TimelineEntry } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { useElementSize } from "@mantine/hooks";
import { useTexts } from "../../i18n/index.ts";
import { TimelineRow } from "./timeline-row.tsx";
import { isTooEarly, timelineScale } from "./timeline-scale.ts";

interface TimelineAxisProps {
  entries: readonly TimelineEntry[];
  segmentName: (code: string) => string;
  optionName: (code: string) => string;
  optionHref: (option: string, segment: string) => string;
  onOption: (option: string, segment: string) => void;
}

const head = 30;
const margin = 14;
/** A name of a month that begins later would stick out. */
const tickRoom = 32;
/** Below this names stand at the left, and what a rule says in a line of its own. */
const wideWidth = 640;

/** One row an option on an axis of months. */
export function TimelineAxis({ entries, segmentName, optionName, optionHref, onOption }: TimelineAxisProps) {
  const { t, format } = useTexts();
  const { ref, width: measured } = useElementSize();
  const width = Math.max(280, measured);
  const isWide = width >= wideWidth;
  const { x, ticks } = timelineScale(entries, width - 2 * margin);
  const at = (day: string) => margin + x(day);
  const hasSegments = new Set(entries.map(({ segment }) => segment)).size > 1;
  const rowHeight = !isWide && entries.some(isTooEarly) ? 62 : 46;
  const height = head + entries.length * rowHeight;
  return (
    <div ref={ref}>
      <svg width={width} height={height}>
        <title>{t("programme.timeline.title")}</title>
        <g fontSize={12} fill="var(--k-muted)">
          {ticks.map((tick, index) => (
            <g key={tick}>
              <line x1={at(tick)} x2={at(tick)} y1={18} y2={height} stroke="var(--k-line)" />
              {at(tick) > width - tickRoom ? null : (
                <text x={index === 0 ? 0 : at(tick)} y={12} textAnchor={index === 0 ? "start" : "middle"}>
                  {format.month(tick.slice(0, 7))}
                </text>
              )}
            </g>
          ))}
        </g>
        {entries.map((entry, index) => (
          <TimelineRow
            key={`${entry.segment} ${entry.option} ${entry.liveFrom}`}
            entry={entry}
            label={`${optionName(entry.option)}${hasSegments ? `, ${segmentName(entry.segment)}` : ""}`}
            box={{ y: head + index * rowHeight, width, height: rowHeight, start: margin, isWide }}
            at={at}
            href={optionHref(entry.option, entry.segment)}
            onOpen={() => onOption(entry.option, entry.segment)}
          />
        ))}
      </svg>
    </div>
  );
}
