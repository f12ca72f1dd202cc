import type { Economics } from "@kleinod/engine/measures/economics/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { KeyFigure } from "../../ui/key-figure.tsx";
import { Unclear } from "../../ui/unclear.tsx";

/** Orders, the share that does not cover its cost, and from where on the two most used channels carry themselves. */
export function SmallOrderFigures({ economics }: { economics: Economics }) {
  const { t, format, pick } = useTexts();
  const { smallOrders, breakEven, scale, currency } = economics;
  if (smallOrders === null) return null;
  const { full, avoidable } = smallOrders.belowBreakEven;
  const mostUsed = [...breakEven]
    .filter((row) => row.channel !== "unknown" || breakEven.length === 1)
    .sort((a, b) => b.orders - a.orders)
    .slice(0, 2);
  const today = scale?.points.find((point) => point.ratio === 1);
  const doubled = scale?.points.find((point) => point.ratio === 2);
  return (
    <section className="k-figures" aria-label={t("overview.figures")}>
      <KeyFigure
        code="ordersLast12"
        label={t("smallOrders.orders")}
        value={format.count(smallOrders.orders)}
        more={t("smallOrders.ordersMore")}
      />
      <KeyFigure
        code="costFullCents"
        label={t("smallOrders.below")}
        value={
          full === null || avoidable === null ? (
            <Unclear reason="costOfGoodsMissing" />
          ) : (
            `${format.percent(full)} / ${format.percent(avoidable)}`
          )
        }
        more={t("smallOrders.belowMore")}
      />
      {mostUsed.map((row) => (
        <KeyFigure
          key={row.channel}
          code="costFullCents"
          label={t("smallOrders.breakEven", { channel: pick(row.label) })}
          value={
            row.breakEvenCents.full === null ? (
              <Unclear reason="costOfGoodsMissing" />
            ) : (
              format.money(row.breakEvenCents.full, currency)
            )
          }
          more={
            row.breakEvenCents.avoidable === null
              ? undefined
              : t("smallOrders.breakEvenMore", {
                  avoidable: format.money(row.breakEvenCents.avoidable, currency),
                })
          }
        />
      ))}
      {today === undefined || doubled === undefined || today.totalCents <= 0 ? null : (
        <KeyFigure
          code="costFullCents"
          label={t("smallOrders.scale")}
          value={`× ${format.number(doubled.totalCents / today.totalCents, 2)}`}
          more={t("smallOrders.scaleMore")}
        />
      )}
    </section>
  );
}
