import type { Overview } from "@kleinod/engine/measures/reports.ts";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { overviewQuery, statusQuery } from "../api/queries.ts";
import { MonthsChart } from "../charts/months-chart.tsx";
import { OrderSizesChart } from "../charts/order-sizes-chart.tsx";
import { RhythmStatesChart } from "../charts/rhythm-states-chart.tsx";
import { useTexts } from "../i18n/index.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { LinkButton } from "../ui/link.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { OverviewEconomics } from "./economics/overview-economics.tsx";
import { DataHealthCard } from "./parts/data-health-card.tsx";
import { NoDataYet } from "./parts/no-data-yet.tsx";
import { OverviewConcentration } from "./parts/overview-concentration.tsx";
import { OverviewFigures } from "./parts/overview-figures.tsx";
import { overviewNote, overviewSentence } from "./parts/overview-sentence.ts";
import { SinceLastImport } from "./parts/since-last-import.tsx";
import { SizeLineNotice } from "./parts/size-line-notice.tsx";

/** Monday morning: what changed, how small customers stand, who went quiet. */
export function OverviewPage() {
  const space = useSpace();
  const { t } = useTexts();
  const status = useQuery(statusQuery(space));
  const hasData = status.data?.hasData === true;
  const overview = useQuery({ ...overviewQuery(space), enabled: hasData });
  if (status.isError) return <ErrorState error={status.error} retry={() => void status.refetch()} />;
  if (status.data === undefined) return <PageSkeleton />;
  if (!hasData) {
    return (
      <Page title={t("overview.title")}>
        <NoDataYet space={space} />
      </Page>
    );
  }
  if (overview.isError) return <ErrorState error={overview.error} retry={() => void overview.refetch()} />;
  if (overview.data === undefined) return <PageSkeleton />;
  return <OverviewContent overview={overview.data} sizeLineAsked={status.data.sizeLineAsked} />;
}

function OverviewContent({ overview, sizeLineAsked }: { overview: Overview; sizeLineAsked: boolean }) {
  const texts = useTexts();
  const { t } = texts;
  const space = useSpace();
  const { basis } = useSearch({ from: "/$space/overview" });
  return (
    <Page
      title={t("overview.title")}
      sentence={overviewSentence(overview, texts)}
      note={overviewNote(overview, texts)}
      actions={
        <>
          <LinkButton to="/$space/quiet" params={{ space }}>
            {t("overview.toQuiet")}
          </LinkButton>
          <LinkButton
            to="/$space/customers"
            params={{ space }}
            search={{ f: "sizeClass~in~small" }}
            variant="light"
          >
            {t("overview.toSmall")}
          </LinkButton>
          <LinkButton to="/$space/forecast" params={{ space }} variant="light">
            {t("forecast.title")}
          </LinkButton>
        </>
      }
    >
      {space === "company" && !sizeLineAsked ? (
        <SizeLineNotice sizeLine={overview.sizeLine} currency={overview.currency} />
      ) : null}
      <OverviewFigures overview={overview} />
      <OverviewEconomics overview={overview} />
      <div className="k-main-split">
        <OverviewConcentration
          space={space}
          hasContribution={overview.contributionCents.last12 !== null}
          wanted={basis}
        />
        <div style={{ display: "grid", gap: 16, gridTemplateRows: "1fr auto" }}>
          <SinceLastImport overview={overview} />
          <DataHealthCard overview={overview} />
        </div>
      </div>
      <div className="k-columns" data-narrow>
        <RhythmStatesChart all={overview.customers} small={overview.small?.states ?? null} />
        <MonthsChart months={overview.months} currency={overview.currency} />
        <OrderSizesChart classes={overview.orderSizes} currency={overview.currency} />
      </div>
    </Page>
  );
}
