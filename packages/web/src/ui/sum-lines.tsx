import type { ReactNode } from "react";

export interface SumLine {
  readonly code: string;
  readonly label: string;
  readonly value: ReactNode;
  readonly isTotal?: boolean;
}

/** Lines of an addition, the sum below. */
export function SumLines({ lines, note }: { lines: readonly SumLine[]; note?: ReactNode }) {
  return (
    <>
      <dl className="k-terms" style={{ margin: 0 }}>
        {lines.map((line) => (
          <div key={line.code} style={line.isTotal ? { fontWeight: 600 } : undefined}>
            <dt>{line.label}</dt>
            <dd className="k-number">{line.value}</dd>
          </div>
        ))}
      </dl>
      {note === undefined ? null : <p className="k-note">{note}</p>}
    </>
  );
}
