import type { GiveTake } from "@kleinod/engine/programme/contracts/option-contract.ts";

export const giveTakeColours: Readonly<Record<GiveTake, string>> = {
  give: "var(--k-accent)",
  take: "var(--k-small)",
  neutral: "var(--k-muted)",
};

/** Shape before hue: a give points up, a take points down, what is neither is a ring. Drawn around the origin, 12 wide. */
export function GiveTakeShape({ kind, x = 0, y = 0 }: { kind: GiveTake; x?: number; y?: number }) {
  const fill = giveTakeColours[kind];
  if (kind === "neutral") return <circle cx={x} cy={y} r={4} fill="none" stroke={fill} strokeWidth={2} />;
  const points = kind === "give" ? "-6,5 6,5 0,-6" : "-6,-5 6,-5 0,6";
  return <polygon points={points} transform={`translate(${x} ${y})`} fill={fill} />;
}

/** Beside a text that says the same, so it has no name of its own. */
export function GiveTakeMark({ kind }: { kind: GiveTake }) {
  return (
    <svg width={14} height={14} viewBox="-7 -7 14 14" aria-hidden="true" style={{ flex: "none" }}>
      <GiveTakeShape kind={kind} />
    </svg>
  );
}
