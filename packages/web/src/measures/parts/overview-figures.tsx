import type { Overview } from "@kleinod/engine/measures/reports.ts";
import { useTexts } from "../../i18n/index.ts";
import { Change, KeyFigure } from "../../ui/key-figure.tsx";
import { Unclear, useReason } from "../../ui/unclear.tsx";
import { changeRatio } from "./overview-sentence.ts";

/** Five figures of small customers, or of all customers while there is no size line. */
export function OverviewFigures({ overview }: { overview: Overview }) {
  const { t, format } = useTexts();
  const reason = useReason();
  const { currency, customers } = overview;
  const part = overview.small ?? overview;
  const states = overview.small?.states ?? overview.customers;
  const isNew = overview.small?.new ?? customers.new;
  const reactivated = overview.small?.reactivated ?? customers.reactivated;
  const unclearBecause = (field: string) =>
    overview.unclear.find((entry) => entry.field.startsWith(field))?.reason ?? null;
  const money = (cents: number | null, field: string) =>
    cents === null ? <Unclear reason={unclearBecause(field)} /> : format.moneyShort(cents, currency);
  const exact = (cents: number | null) =>
    cents === null ? {} : { exact: format.moneyExact(cents, currency) };
  const contributionReason = unclearBecause("contribution") ?? "costOfGoodsMissing";
  return (
    <section className="k-figures" aria-label={t("overview.figures")}>
      <KeyFigure
        code="sizeClass"
        label={overview.small === null ? t("overview.customers") : t("overview.smallCustomers")}
        value={format.count(overview.small === null ? customers.total : customers.small)}
        more={t("overview.newAndBack", { new: format.count(isNew), back: format.count(reactivated) })}
      />
      <KeyFigure
        code="salesLast12Cents"
        label={overview.small === null ? t("overview.sales") : t("overview.smallSales")}
        value={money(part.salesCents.last12, "sales")}
        {...exact(part.salesCents.last12)}
        more={<Change ratio={changeRatio(part.salesCents.last12, part.salesCents.previous12)} />}
      />
      <KeyFigure
        code="contribution1Last12Cents"
        label={t("overview.contribution")}
        value={money(part.contributionCents.last12, "contribution")}
        {...exact(part.contributionCents.last12)}
        more={
          part.contributionCents.last12 === null
            ? reason(contributionReason).cure
            : part.salesCents.last12 === null || part.salesCents.last12 <= 0
              ? undefined
              : t("overview.ofSales", {
                  share: format.percent(part.contributionCents.last12 / part.salesCents.last12),
                })
        }
      />
      <KeyFigure
        code="medianOrderCents"
        label={t("overview.medianOrder")}
        value={
          part.orders.medianCents === null ? (
            <Unclear reason={unclearBecause("orders")} />
          ) : (
            format.money(part.orders.medianCents, currency)
          )
        }
        {...exact(part.orders.medianCents)}
        more={t("overview.orders", { n: format.count(part.orders.last12) })}
      />
      <KeyFigure
        code="rhythmState"
        label={t("overview.quiet")}
        value={format.count(states.dormant)}
        more={t("overview.quietMore", {
          slowing: format.count(states.slowing),
          lost: format.count(states.lost),
        })}
      />
    </section>
  );
}
