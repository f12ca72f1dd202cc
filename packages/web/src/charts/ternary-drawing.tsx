import { useTexts } from "../i18n/index.ts";
import { type Circle, type PlacedLabel, slicePath, ternaryHeight } from "./ternary-layout.ts";

export interface TernaryMark extends Circle {
  readonly code: string;
  /** Filled part of the circle; null: not known, then the edge is dashed. */
  readonly filled: number | null;
}

interface TernaryDrawingProps {
  marks: readonly TernaryMark[];
  labels: readonly (PlacedLabel & { readonly name: string })[];
  width: number;
  height: number;
  /** The triangle: its side, and the place of its box. */
  side: number;
  left: number;
  top: number;
}

const corners = ["value", "need", "effort"] as const;

/** What is seen of the triangle; the buttons above it are what is touched and heard. */
export function TernaryDrawing({ marks, labels, width, height, side, left, top }: TernaryDrawingProps) {
  const { t } = useTexts();
  const bottom = top + ternaryHeight(side);
  const middle = { x: left + side / 2, y: top + (ternaryHeight(side) * 2) / 3 };
  const places = {
    effort: {
      vertex: { x: left + side / 2, y: top },
      label: { x: left + side / 2, y: top - 14, textAnchor: "middle" },
    },
    value: { vertex: { x: left, y: bottom }, label: { x: left, y: height - 10, textAnchor: "start" } },
    need: {
      vertex: { x: left + side, y: bottom },
      label: { x: left + side, y: height - 10, textAnchor: "end" },
    },
  } as const;
  return (
    <svg
      aria-hidden="true"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      style={{ fontSize: 12 }}
    >
      <path
        d={`M${left + side / 2} ${top}L${left + side} ${bottom}L${left} ${bottom}Z`}
        fill="var(--k-accent-wash)"
        fillOpacity={0.5}
        stroke="var(--k-line-strong)"
      />
      {corners.map((corner) => {
        const { x, y } = places[corner].vertex;
        return (
          <line
            key={corner}
            x1={middle.x}
            y1={middle.y}
            x2={x}
            y2={y}
            stroke="var(--k-line-strong)"
            strokeDasharray="2 4"
          />
        );
      })}
      {corners.map((corner) => (
        <text key={corner} {...places[corner].label} fill="var(--k-ink)" fontWeight={600}>
          {t(`economicsCharts.ternary.${corner}`)}
        </text>
      ))}
      {marks.map((mark) => (
        <g key={mark.code}>
          <circle
            cx={mark.x}
            cy={mark.y}
            r={mark.radius}
            fill="var(--k-surface)"
            fillOpacity={0.75}
            stroke="var(--k-accent)"
            strokeWidth={1.5}
            {...(mark.filled === null ? { strokeDasharray: "3 3" } : {})}
          />
          <path d={slicePath(mark, mark.filled ?? 0)} fill="var(--k-accent)" fillOpacity={0.75} />
        </g>
      ))}
      {labels.map((label) => (
        <text
          key={marks[label.index]?.code}
          x={label.x}
          y={label.y}
          dy="0.35em"
          textAnchor={label.anchor}
          fill="var(--k-ink)"
          stroke="var(--k-surface)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {label.name}
        </text>
      ))}
    </svg>
  );
}
