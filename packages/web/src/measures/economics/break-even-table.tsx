import type { BreakEven } from "@kleinod/engine/measures/economics/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { Section } from "../../ui/page.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { CsvButton } from "./csv-button.tsx";
import { unitsOf } from "./table-csv.ts";

interface Line {
  readonly row: BreakEven;
  readonly basis: "full" | "avoidable";
}

const costParts = ["entryCents", "logisticsCents", "invoiceCents", "orderCents"] as const;
const partTexts = { entryCents: "entry", logisticsCents: "logistics", invoiceCents: "invoice" } as const;

/** K6 with its arithmetic, two lines a channel: full above, avoidable below. */
export function BreakEvenTable({
  channels,
  currency,
}: {
  channels: readonly BreakEven[];
  currency: string | null;
}) {
  const { t, format, pick } = useTexts();
  const money = (cents: number) => format.moneyExact(cents, null);
  const lines: readonly Line[] = channels.flatMap((row) => [
    { row, basis: "full" as const },
    { row, basis: "avoidable" as const },
  ]);
  const formula = ({ row, basis }: Line) => {
    const result = row.breakEvenCents[basis];
    const cost = row[basis];
    const parts = {
      entry: money(cost.entryCents),
      logistics: money(cost.logisticsCents),
      invoice: money(cost.invoiceCents),
    };
    if (result === null || row.marginRatio === null) {
      return t("smallOrders.arithmetic.formulaCost", { ...parts, order: money(cost.orderCents) });
    }
    return t("smallOrders.arithmetic.formula", {
      ...parts,
      margin: `${format.number(row.marginRatio * 100, 1)}${format.locale === "en" ? "%" : "\u00a0%"}`,
      result: money(result),
    });
  };
  const title = t("smallOrders.arithmetic.title");
  return (
    <Section
      title={currency === null ? title : `${title} (${currency})`}
      hint={t("smallOrders.arithmetic.hint")}
      actions={
        <CsvButton
          title={title}
          rows={lines}
          columns={[
            { header: t("smallOrders.arithmetic.channel"), value: ({ row }) => pick(row.label) },
            { header: t("smallOrders.arithmetic.orders"), value: ({ row }) => row.orders },
            {
              header: t("smallOrders.arithmetic.basis"),
              value: ({ basis }) => t(`smallOrders.arithmetic.${basis}`),
            },
            ...costParts.map((part) => ({
              header:
                part === "orderCents"
                  ? t("costToServe.reconciliation.sum")
                  : t(`smallOrders.arithmetic.${partTexts[part]}`),
              value: ({ row, basis }: Line) => unitsOf(row[basis][part]),
            })),
            { header: t("smallOrders.arithmetic.margin"), value: ({ row }) => row.marginRatio },
            {
              header: t("smallOrders.arithmetic.breakEven"),
              value: ({ row, basis }) => unitsOf(row.breakEvenCents[basis]),
            },
          ]}
        />
      }
    >
      <ScrollRegion label={title}>
        <table className="k-table">
          <caption className="k-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t("smallOrders.arithmetic.channel")}</th>
              <th scope="col" className="k-number">
                {t("smallOrders.arithmetic.orders")}
              </th>
              <th scope="col">{t("smallOrders.arithmetic.basis")}</th>
              <th scope="col" className="k-number">
                {t("smallOrders.arithmetic.hintShort")}
              </th>
              <th scope="col" className="k-number">
                {t("smallOrders.arithmetic.breakEven")}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.row.channel} ${line.basis}`}>
                {line.basis === "full" ? (
                  <>
                    <th scope="rowgroup" rowSpan={2} style={{ fontWeight: 400 }}>
                      {pick(line.row.label)}
                    </th>
                    <td className="k-number" rowSpan={2}>
                      {format.count(line.row.orders)}
                    </td>
                  </>
                ) : null}
                <td>{t(`smallOrders.arithmetic.${line.basis}`)}</td>
                <td className="k-number" style={{ color: "var(--k-muted)" }}>
                  {formula(line)}
                </td>
                <td className="k-number">
                  <b>
                    {line.row.breakEvenCents[line.basis] === null
                      ? t("frame.unclear")
                      : money(line.row.breakEvenCents[line.basis] ?? 0)}
                  </b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  );
}
