import type { BatchResult } from "@kleinod/engine/import/result.ts";
import { useTexts } from "../i18n/index.ts";

type Counted = Pick<BatchResult, "read" | "created" | "updated" | "unchanged" | "restated" | "rejected">;

/** read = created + updated + unchanged + restated + rejected, as an equation that can be checked at a glance. */
export function RowCounts({ batch }: { batch: Counted }) {
  const { t, format } = useTexts();
  const parts = [
    { label: t("import.read"), value: batch.read, sign: "=" },
    { label: t("import.created"), value: batch.created, sign: "+" },
    { label: t("import.updated"), value: batch.updated, sign: "+" },
    { label: t("import.unchanged"), value: batch.unchanged, sign: "+" },
    { label: t("import.restated"), value: batch.restated, sign: "+" },
    { label: t("import.rejected"), value: batch.rejected, sign: "" },
  ];
  return (
    <dl style={{ display: "flex", flexWrap: "wrap", gap: "8px 12px", margin: 0 }}>
      {parts.map(({ label, value, sign }) => (
        <div key={label}>
          <dt className="k-figure-label">{label}</dt>
          <dd style={{ margin: 0, fontSize: "1.125rem", fontWeight: 600 }}>
            {format.count(value)}
            {sign === "" ? null : (
              <span aria-hidden="true" style={{ color: "var(--k-muted)", fontWeight: 400, marginLeft: 12 }}>
                {sign}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
