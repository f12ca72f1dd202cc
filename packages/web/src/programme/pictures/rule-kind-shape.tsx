import type { RuleKind } from "@kleinod/engine/programme/contracts/finding-contract.ts";

const strokes: Readonly<Record<Exclude<RuleKind, "law" | "balance">, string>> = {
  // A frame with a gap, two that cross, a plus, a line that thins out, one after the other.
  requires: "M5,-2 V-5 H-5 V5 H5 V2",
  contradicts: "M-5,-5 L5,5 M-5,5 L5,-5",
  reinforces: "M-6,0 H6 M0,-6 V6",
  dilutes: "M-6,3 Q-3,-5 0,0 T6,-3",
  order: "M-5,-5 L0,0 L-5,5 M1,-5 L6,0 L1,5",
};
const colours: Readonly<Record<RuleKind, string>> = {
  requires: "var(--k-ink)",
  contradicts: "var(--k-small)",
  reinforces: "var(--k-accent)",
  dilutes: "var(--k-small)",
  order: "var(--k-ink)",
  law: "var(--k-ink)",
  balance: "var(--k-ink)",
};

interface RuleKindShapeProps {
  kind: RuleKind;
  x?: number;
  y?: number;
  /** A rule that exists and says nothing of this plan. */
  isSilent?: boolean;
}

/** A shape for each kind of rule, 12 wide, around a point. Shapes differ without colour. */
export function RuleKindShape({ kind, x = 0, y = 0, isSilent = false }: RuleKindShapeProps) {
  const colour = isSilent ? "var(--k-line-strong)" : colours[kind];
  const width = isSilent ? 1.25 : 2.25;
  return (
    <g transform={`translate(${x} ${y})`}>
      {kind === "law" ? (
        <text
          textAnchor="middle"
          dy="0.36em"
          fontSize={14}
          fontWeight={isSilent ? 400 : 700}
          fill={isSilent ? "var(--k-muted)" : colour}
        >
          §
        </text>
      ) : kind === "balance" ? (
        <>
          <polygon
            points="-6,4 0,4 -3,-4"
            fill={isSilent ? "none" : "var(--k-accent)"}
            stroke={isSilent ? colour : "none"}
          />
          <polygon
            points="0,-4 6,-4 3,4"
            fill={isSilent ? "none" : "var(--k-small)"}
            stroke={isSilent ? colour : "none"}
          />
        </>
      ) : (
        <path d={strokes[kind]} fill="none" stroke={colour} strokeWidth={width} strokeLinecap="round" />
      )}
    </g>
  );
}
