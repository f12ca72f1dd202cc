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

const rowHeight = 44;
const barHeight = 14;
/** Room for the amount at the end of the longest bar. */
const amountWidth = 92;

/** Gives to the right, takes to the left of one line; what nobody knows is hatched and has no length of its own. */
export function LedgerBars({ lines, optionName, money }: LedgerBarsProps) {
  const { t } = useTexts();
  const hatch = useId();
  const { ref, width: measured } = useElementSize();
  const width = Math.max(280, measured);
  const known = lines.map(({ valueCentsPerYear }) => valueCentsPerYear ?? 0);
  const most = Math.max(1, ...known);
  const least = Math.max(0, ...known.map((value) => -value));
  const hasTakes = lines.some((line) => line.kind === "take" || (line.valueCentsPerYear ?? 0) < 0);
  const left = hasTakes ? amountWidth : 14;
  const scale = Math.max(0, width - left - amountWidth) / (most + least);
  const zero = left + least * scale;
  return (
    <div ref={ref} aria-hidden="true">
      <svg width={width} height={lines.length * rowHeight + 18} aria-hidden="true">
        <HatchPattern id={hatch} />
        <line x1={zero} x2={zero} y1={16} y2={lines.length * rowHeight + 16} stroke="var(--k-line-strong)" />
        {hasTakes ? (
          <text x={zero - 8} y={10} fontSize={12} textAnchor="end" fill="var(--k-muted)">
            {t("programme.ledger.takes")}
          </text>
        ) : null}
        <text x={zero + 8} y={10} fontSize={12} fill="var(--k-muted)">
          {t("programme.ledger.gives")}
        </text>
        {lines.map((line, index) => {
          const value = line.valueCentsPerYear;
          const isLeft = value === null ? line.kind === "take" : value < 0;
          const length = value === null ? 48 : Math.abs(value) * scale;
          const y = 18 + index * rowHeight;
          const end = isLeft ? zero - length : zero + length;
          const isLabelLeft = zero > width / 2;
          return (
            <g key={`${line.option} ${line.liveFrom}`}>
              <text
                x={isLabelLeft ? zero - 8 : zero + 8}
                y={y + 14}
                fontSize={12}
                textAnchor={isLabelLeft ? "end" : "start"}
                fill="var(--k-ink)"
              >
                {optionName(line.option)}
              </text>
              <rect
                x={Math.min(zero, end)}
                y={y + 20}
                width={Math.max(length, value === 0 ? 0 : 1)}
                height={barHeight}
                fill={
                  value === null ? `url(#${hatch})` : isLeft ? giveTakeColours.take : giveTakeColours.give
                }
              />
              <GiveTakeShape kind={line.kind} x={isLeft ? end - 10 : end + 10} y={y + 20 + barHeight / 2} />
              <text
                x={isLeft ? end - 20 : end + 20}
                y={y + 20 + barHeight / 2}
                dy="0.35em"
                fontSize={12}
                textAnchor={isLeft ? "end" : "start"}
                fill="var(--k-ink)"
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
