import type { CostToServeReport } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import type { Economics } from "@kleinod/engine/measures/economics/report-contract.ts";
import type { WhaleBasis } from "@kleinod/engine/measures/reports.ts";
import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { costSummaryQuery, economicsQuery } from "../api/economics-queries.ts";
import { overviewQuery, whaleQuery } from "../api/queries.ts";
import { WhaleChart } from "../charts/whale-chart.tsx";
import { useTexts } from "../i18n/index.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { LinkButton } from "../ui/link.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { EconomicsFigures } from "./economics/economics-figures.tsx";
import { economicsNote, economicsSentence, smallContribution } from "./economics/economics-sentence.ts";
import { NoCostsYet, NoMarginYet } from "./economics/no-costs-yet.tsx";
import { WithData } from "./economics/with-data.tsx";
import { WorstCustomers } from "./economics/worst-customers.tsx";

const bases = ["avoidable", "full", "sales"] as const;

/** Who carries what, over all customers: the whale curve, and where contribution is lowest. */
export function EconomicsPage() {
  const { t } = useTexts();
  return (
    <WithData title={t("economics.title")}>
      <EconomicsLoaded />
    </WithData>
  );
}

function EconomicsLoaded() {
  const space = useSpace();
  const search = useSearch({ from: "/$space/economics" });
  const basis: WhaleBasis = bases.find((one) => one === search.basis) ?? "avoidable";
  const economics = useQuery(economicsQuery(space, basis));
  const costs = useQuery(costSummaryQuery(space));
  const overview = useQuery(overviewQuery(space));
  const failed = [economics, costs, overview].find((query) => query.isError);
  if (failed !== undefined) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if (economics.data === undefined || costs.data === undefined || overview.data === undefined) {
    return <PageSkeleton />;
  }
  const small = overview.data.small;
  return (
    <EconomicsContent
      economics={economics.data}
      costs={costs.data}
      contribution={smallContribution(small?.contributionCents.last12 ?? null, costs.data)}
      basis={basis}
    />
  );
}

interface EconomicsContentProps {
  economics: Economics;
  costs: CostToServeReport;
  contribution: ReturnType<typeof smallContribution>;
  basis: WhaleBasis;
}

function EconomicsContent({ economics, costs, contribution, basis }: EconomicsContentProps) {
  const texts = useTexts();
  const { t } = texts;
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/economics" });
  const otherBasis = basis === "full" ? "avoidable" : "full";
  const comparable = economics.hasCostToServe && basis !== "sales" && economics.worst !== null;
  const other = useQuery({ ...whaleQuery(space, otherBasis), enabled: comparable });
  return (
    <Page
      title={t("economics.title")}
      sentence={economicsSentence(economics, costs, contribution, texts)}
      note={economicsNote(economics, costs, texts)}
      actions={
        <>
          <LinkButton to="/$space/economics/cost-to-serve" params={{ space }}>
            {t("economics.toCosts")}
          </LinkButton>
          <LinkButton to="/$space/economics/triangle" params={{ space }} variant="light">
            {t("economics.toTriangle")}
          </LinkButton>
        </>
      }
    >
      {economics.hasCostToServe ? (
        <EconomicsFigures economics={economics} costs={costs} contribution={contribution} />
      ) : (
        <NoCostsYet space={space} />
      )}
      {economics.hasCostToServe && contribution.avoidableCents === null ? (
        <NoMarginYet space={space} />
      ) : null}
      {economics.whale.points.length === 0 ? null : (
        <WhaleChart
          whale={economics.whale}
          other={comparable && other.data?.basis === otherBasis ? other.data : null}
          extra={
            // Without a contribution there is nothing to switch between: the curve is that of sales.
            economics.whale.basis !== basis ? undefined : (
              <SegmentedControl
                size="xs"
                value={basis}
                aria-label={t("economics.basis")}
                data={bases.map((value) => ({ value, label: t(`economics.bases.${value}`) }))}
                onChange={(value) =>
                  void navigate({
                    search: (current) => ({ ...current, basis: value === "avoidable" ? undefined : value }),
                    replace: true,
                  })
                }
              />
            )
          }
        />
      )}
      {economics.worst === null ? null : (
        <WorstCustomers worst={economics.worst} currency={economics.currency} />
      )}
    </Page>
  );
}
