import type { Severity } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { useId } from "react";

/** What stops comes first; what nobody can say goes before what one may. */
export const severityOrder = ["block", "unclear", "warn", "info"] as const satisfies readonly Severity[];

/** A bar stops, a diamond warns, a ring tells, hatching is unclear. */
export function SeverityMark({ severity, isSettled = false }: { severity: Severity; isSettled?: boolean }) {
  const hatch = useId();
  const opacity = isSettled ? 0.45 : 1;
  return (
    <svg width={18} height={18} viewBox="-9 -9 18 18" aria-hidden="true" style={{ flex: "none", opacity }}>
      {severity === "block" ? (
        <>
          <rect x={-8} y={-8} width={16} height={16} rx={3} fill="var(--k-ink)" />
          <rect x={-5} y={-1.5} width={10} height={3} fill="var(--k-surface)" />
        </>
      ) : severity === "warn" ? (
        <polygon points="0,-8 8,0 0,8 -8,0" fill="var(--k-small)" />
      ) : severity === "info" ? (
        <circle r={6} fill="none" stroke="var(--k-accent)" strokeWidth={2.5} />
      ) : (
        <>
          <HatchPattern id={hatch} />
          <rect x={-8} y={-8} width={16} height={16} rx={3} fill={`url(#${hatch})`} stroke="var(--k-muted)" />
        </>
      )}
    </svg>
  );
}

/** Hatching means unclear on every picture. */
export function HatchPattern({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width={4} height={4} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={4} height={4} fill="var(--k-surface)" />
        <rect width={1.5} height={4} fill="var(--k-muted)" />
      </pattern>
    </defs>
  );
}
