import type { ReactNode } from "react";

/** A name with its value inside `k-inline-terms`, flowing like text: on a phone a long value wraps under its name. */
export function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div style={{ display: "block" }}>
      <dt style={{ display: "inline" }}>{name}</dt> <dd style={{ display: "inline" }}>{children}</dd>
    </div>
  );
}
