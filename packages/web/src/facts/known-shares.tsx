import { customerColumn } from "@kleinod/engine/measures/customer-columns.ts";
import { useTexts } from "../i18n/index.ts";

interface KnownShare {
  field: string;
  known: number;
  total: number;
}

/** For each field, of how many customers it is known; what is unknown is hatched, not alarming. */
export function KnownShares({ shares }: { shares: readonly KnownShare[] }) {
  const { format } = useTexts();
  const fieldLabel = useFieldLabel();
  return (
    <table style={{ width: "100%", borderCollapse: "collapse", fontSize: "0.8125rem" }}>
      <tbody>
        {shares.map(({ field, known, total }) => {
          const ratio = total === 0 ? 0 : known / total;
          return (
            <tr key={field} title={`${format.count(known)} / ${format.count(total)}`}>
              <th
                scope="row"
                style={{ textAlign: "left", fontWeight: 400, padding: "3px 8px 3px 0", width: "34%" }}
              >
                {fieldLabel(field)}
              </th>
              <td style={{ padding: "3px 0" }}>
                <div
                  style={{
                    height: 8,
                    borderRadius: 4,
                    background:
                      "repeating-linear-gradient(45deg, var(--k-line) 0 3px, transparent 3px 6px) var(--k-surface)",
                  }}
                >
                  <div
                    style={{
                      width: `${ratio * 100}%`,
                      height: 8,
                      borderRadius: 4,
                      background: "var(--k-accent)",
                    }}
                  />
                </div>
              </td>
              <td className="k-number" style={{ width: "3.5rem", padding: "3px 0 3px 8px" }}>
                {format.percent(ratio)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The name of a fact's field: the label of the customer column where there is one. */
export function useFieldLabel() {
  const { t, pick, locale } = useTexts();
  const own: Readonly<Record<string, string>> = t("quality.fields", { returnObjects: true, lng: locale });
  return (field: string) => {
    const column = customerColumn(field);
    return own[field] ?? (column === null ? field : pick(column.label));
  };
}
