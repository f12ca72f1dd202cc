import type { Economics } from "@kleinod/engine/measures/economics/report-contract.ts";
import { useQuery } from "@tanstack/react-query";
import { economicsQuery } from "../api/economics-queries.ts";
import { BreakEvenChart } from "../charts/break-even-chart.tsx";
import { ScaleChart } from "../charts/scale-chart.tsx";
import { SizePotentialChart } from "../charts/size-potential-chart.tsx";
import { SmallOrdersChart } from "../charts/small-orders-chart.tsx";
import { useTexts } from "../i18n/index.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { LinkButton } from "../ui/link.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { BreakEvenTable } from "./economics/break-even-table.tsx";
import { NoMarginYet } from "./economics/no-costs-yet.tsx";
import { PriceFloorTable } from "./economics/price-floor-table.tsx";
import { SmallOrderFigures } from "./economics/small-order-figures.tsx";
import { WithData } from "./economics/with-data.tsx";

/** Which orders cover their cost, from which value on an order carries itself, and what numbers do to cost. */
export function SmallOrdersPage() {
  const { t } = useTexts();
  return (
    <WithData title={t("smallOrders.title")}>
      <SmallOrdersLoaded />
    </WithData>
  );
}

function SmallOrdersLoaded() {
  const space = useSpace();
  const economics = useQuery(economicsQuery(space, "avoidable"));
  if (economics.isError) return <ErrorState error={economics.error} retry={() => void economics.refetch()} />;
  if (economics.data === undefined) return <PageSkeleton />;
  return <SmallOrdersContent economics={economics.data} />;
}

function SmallOrdersContent({ economics }: { economics: Economics }) {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const { smallOrders, breakEven, currency } = economics;
  if (smallOrders === null || smallOrders.orders === 0) {
    return (
      <Page title={t("smallOrders.title")}>
        <EmptyState
          title={t("smallOrders.none")}
          why={t("smallOrders.noneWhy")}
          action={
            <LinkButton to="/$space/data/import" params={{ space }}>
              {t("economics.noCosts.action")}
            </LinkButton>
          }
        />
      </Page>
    );
  }
  const { full, avoidable } = smallOrders.belowBreakEven;
  const orders = format.count(smallOrders.orders);
  const cures = economics.unclear
    .filter((one) => one.field.startsWith("sizePotential"))
    .flatMap((one) => (one.cure === undefined ? [] : [pick(one.cure)]));
  return (
    <Page
      title={t("smallOrders.title")}
      sentence={
        full === null || avoidable === null
          ? t("smallOrders.sentenceNoMargin", { orders })
          : t("smallOrders.sentence", {
              orders,
              full: format.percent(full),
              avoidable: format.percent(avoidable),
            })
      }
      note={t("smallOrders.note")}
      actions={
        <>
          <LinkButton to="/$space/economics/time-equations" params={{ space }} variant="light">
            {t("smallOrders.toEquations")}
          </LinkButton>
          <LinkButton to="/$space/economics/cost-to-serve" params={{ space }} variant="light">
            {t("smallOrders.toCosts")}
          </LinkButton>
        </>
      }
    >
      <SmallOrderFigures economics={economics} />
      {full === null ? <NoMarginYet space={space} /> : null}
      <div className="k-columns">
        <SmallOrdersChart classes={smallOrders.classes} belowFullRatio={full} currency={currency} />
        {breakEven.some((row) => row.breakEvenCents.full !== null) ? (
          <BreakEvenChart channels={breakEven} currency={currency} />
        ) : null}
      </div>
      {breakEven.length === 0 ? null : <BreakEvenTable channels={breakEven} currency={currency} />}
      {breakEven.length === 0 ? null : <PriceFloorTable channels={breakEven} currency={currency} />}
      <div className="k-columns">
        {economics.scale === null ? null : <ScaleChart scale={economics.scale} currency={currency} />}
        {economics.sizePotential === null || economics.sizePotential.bins.length === 0 ? (
          <EmptyState
            title={t("economicsCharts.potential.title")}
            why={cures.length === 0 ? t("smallOrders.potentialMissing") : cures.join(" ")}
            action={
              <LinkButton to="/$space/data/quality" params={{ space }} variant="light">
                {t("overview.health.more")}
              </LinkButton>
            }
          />
        ) : (
          <SizePotentialChart map={economics.sizePotential} currency={currency} />
        )}
      </div>
    </Page>
  );
}
