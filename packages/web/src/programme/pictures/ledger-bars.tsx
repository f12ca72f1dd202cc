import type { LedgerLine } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { useElementSize } from "@mantine/hooks";
import { useId } from "react";
import { useTexts } from "../../i18n/index.ts";
import { GiveTakeShape, giveTakeColours } from "../parts/give-take-mark.tsx";
import { HatchPattern } from "../parts/severity-mark.tsx";

interface LedgerBarsProps {
  lines: readonly LedgerLine[];
  optionName: (code: string) => string;
  money: (cents: number | null) => string;
}

const barHeight = 14;
const head = 18;
/** Room for shape and amount at the end of the longest bar. */
const amountWidth = 100;
/** Above this the names stand in a column of their own, below it over their bars. */
const wideWidth = 720;
const nameWidth = 300;
/** What nobody knows is drawn, and has no length of its own. */
const unclearLength = 48;

/** Gives to the right, takes to the left of one line. */
export function LedgerBars({ lines, optionName, money }: LedgerBarsProps) {
  const { t } = useTexts();
  const hatch = useId();
  const { ref, width: measured } = useElementSize();
  const width = Math.max(280, measured);
  const isWide = width >= wideWidth;
  const rowHeight = isWide ? 30 : 46;
  const barTop = isWide ? 8 : 24;
  const values = lines.map(({ valueCentsPerYear }) => valueCentsPerYear ?? 0);
  const most = Math.max(1, ...values);
  const least = Math.max(0, ...values.map((value) => -value));
  const hasTakes = lines.some((line) => line.kind === "take" || (line.valueCentsPerYear ?? 0) < 0);
  const start = isWide ? nameWidth : 0;
  const left = start + (hasTakes ? amountWidth : 0);
  const takesRoom = hasTakes ? Math.max(least, 1) : 0;
  const free = Math.max(0, width - left - amountWidth);
  const zero = left + Math.max(hasTakes ? unclearLength : 0, (free * takesRoom) / (most + takesRoom));
  const scale = Math.max(
    0,
    Math.min((width - amountWidth - zero) / most, (zero - left) / Math.max(1, least)),
  );
  const height = head + lines.length * rowHeight;
  return (
    <div ref={ref} aria-hidden="true">
      <svg width={width} height={height} aria-hidden="true">
        <HatchPattern id={hatch} />
        <line x1={zero} x2={zero} y1={head - 2} y2={height} stroke="var(--k-line-strong)" />
        <g fontSize={12} fill="var(--k-muted)">
          {hasTakes ? (
            <text x={zero - 8} y={10} textAnchor="end">
              {t("programme.ledger.takes")}
            </text>
          ) : null}
          <text x={zero + 8} y={10}>
            {t("programme.ledger.gives")}
          </text>
        </g>
        {lines.map((line, index) => {
          const value = line.valueCentsPerYear;
          const isLeft = value === null ? line.kind === "take" : value < 0;
          const length = value === null ? unclearLength : Math.abs(value) * scale;
          const y = head + index * rowHeight;
          const middle = y + barTop + barHeight / 2;
          const end = isLeft ? zero - length : zero + length;
          return (
            <g key={`${line.option} ${line.liveFrom}`} fontSize={12} fill="var(--k-ink)">
              <text x={0} y={isWide ? middle : y + 14} dy={isWide ? "0.35em" : 0}>
                {optionName(line.option)}
              </text>
              <rect
                x={Math.min(zero, end)}
                y={y + barTop}
                width={Math.max(length, value === 0 ? 0 : 1)}
                height={barHeight}
                fill={
                  value === null ? `url(#${hatch})` : isLeft ? giveTakeColours.take : giveTakeColours.give
                }
              />
              <GiveTakeShape kind={line.kind} x={isLeft ? end - 10 : end + 10} y={middle} />
              <text
                x={isLeft ? end - 20 : end + 20}
                y={middle}
                dy="0.35em"
                textAnchor={isLeft ? "end" : "start"}
              >
                {money(value)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
