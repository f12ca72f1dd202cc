import type { CostToServeReport } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import type { Economics } from "@kleinod/engine/measures/economics/report-contract.ts";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { costToServeQuery, economicsQuery } from "../api/economics-queries.ts";
import { CostBarsChart } from "../charts/cost-bars-chart.tsx";
import { HeatChart } from "../charts/heat-chart.tsx";
import { type Texts, useTexts } from "../i18n/index.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { LinkButton } from "../ui/link.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { channelLabel } from "./economics/channel-label.ts";
import { costBars } from "./economics/cost-bars.ts";
import { CostCustomers } from "./economics/cost-customers.tsx";
import { CostFigures } from "./economics/cost-figures.tsx";
import { CostPools } from "./economics/cost-pools.tsx";
import { CostProblems } from "./economics/cost-problems.tsx";
import { CostReconciliation } from "./economics/cost-reconciliation.tsx";
import { NoCostsYet } from "./economics/no-costs-yet.tsx";
import { WithData } from "./economics/with-data.tsx";

export const costPageSize = 50;

/** What serving costs, reconciled with the cost pools to the cent, down to each customer's documents and minutes. */
export function CostToServePage() {
  const { t } = useTexts();
  return (
    <WithData title={t("costToServe.title")}>
      <CostToServeLoaded />
    </WithData>
  );
}

function CostToServeLoaded() {
  const space = useSpace();
  const search = useSearch({ from: "/$space/economics/cost-to-serve" });
  const offset = Math.max(0, Math.floor(Number(search.offset) || 0));
  const costs = useQuery(
    costToServeQuery(space, { limit: costPageSize, offset, sort: search.sort, search: search.q }),
  );
  const economics = useQuery(economicsQuery(space, "avoidable"));
  const failed = [costs, economics].find((query) => query.isError);
  if (failed !== undefined) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if (costs.data === undefined || economics.data === undefined) return <PageSkeleton />;
  return <CostToServeContent report={costs.data} economics={economics.data} isLoading={costs.isFetching} />;
}

interface CostToServeContentProps {
  report: CostToServeReport;
  economics: Economics;
  isLoading: boolean;
}

function CostToServeContent({ report, economics, isLoading }: CostToServeContentProps) {
  const texts = useTexts();
  const { t, format, pick } = texts;
  const space = useSpace();
  const { currency, horizonMonths } = report;
  if (!economics.hasCostToServe) {
    return (
      <Page title={t("costToServe.title")}>
        <NoCostsYet space={space} />
      </Page>
    );
  }
  const hasPools = report.pools.length > 0;
  const activityLabels = new Map(report.activities.map((one) => [one.activity, pick(one.label)]));
  const bars = costBars(report, economics, texts);
  return (
    <Page
      title={t("costToServe.title")}
      sentence={costSentence(report, texts)}
      note={[
        t("costToServe.note", {
          from: format.date(report.from),
          to: format.date(report.asOf),
          months: format.count(horizonMonths),
        }),
        report.reconciliation.differenceCents === 0
          ? ""
          : t("costToServe.noteDifference", {
              difference: format.moneyExact(report.reconciliation.differenceCents, currency),
            }),
      ].join(" ")}
      actions={
        <>
          <LinkButton to="/$space/economics/time-equations" params={{ space }}>
            {t("costToServe.toEquations")}
          </LinkButton>
          {hasPools ? null : (
            <LinkButton to="/$space/data/import" params={{ space }} variant="light">
              {t("costToServe.importPools")}
            </LinkButton>
          )}
        </>
      }
    >
      <CostFigures report={report} />
      {bars.length === 0 ? null : (
        <CostBarsChart bars={bars} currency={currency} horizonMonths={horizonMonths} />
      )}
      <CostReconciliation report={report} />
      {hasPools ? <CostPools report={report} /> : null}
      {report.problems.length === 0 ? null : <CostProblems report={report} />}
      {economics.activityChannels.length === 0 ? null : (
        <HeatChart
          cells={economics.activityChannels.map((cell) => ({
            row: cell.activity,
            column: cell.channel,
            amount: cell.fullCents,
          }))}
          lastColumn="unknown"
          rowLabel={(activity) => activityLabels.get(activity) ?? activity}
          columnLabel={(channel) => channelLabel(channel, texts)}
          currency={currency}
        />
      )}
      <CostCustomers report={report} isLoading={isLoading} pageSize={costPageSize} />
    </Page>
  );
}

function costSentence(report: CostToServeReport, { t, format }: Texts): string {
  const { reconciliation, totals, currency } = report;
  const money = (cents: number) => format.moneyShort(cents, currency);
  if (reconciliation.poolsCents === 0) {
    return t("costToServe.sentenceAssumed", {
      full: money(totals.fullCents),
      avoidable: money(totals.avoidableCents),
    });
  }
  return t("costToServe.sentence", {
    customers: money(reconciliation.customersCents),
    unused: money(reconciliation.unusedCents),
    unassigned: money(reconciliation.unassignedCents),
  });
}
