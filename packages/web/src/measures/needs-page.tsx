import { Button, SegmentedControl } from "@mantine/core";
import { IconFileSpreadsheet, IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { apiUrl } from "../api/client.ts";
import { needGapsQuery, needsQuery, potentialQuery } from "../api/need-queries.ts";
import { statusQuery } from "../api/queries.ts";
import { useTexts } from "../i18n/index.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { GapList } from "./needs/gap-list.tsx";
import { NeedFigures } from "./needs/need-figures.tsx";
import { type NeedView, needFilters, needViews } from "./needs/need-search.ts";
import { PotentialView } from "./needs/potential-view.tsx";
import { ProfileView } from "./needs/profile-view.tsx";
import { NoDataYet } from "./parts/no-data-yet.tsx";

const pageSize = 50;

/** What customers need, what they buy elsewhere, and the best list to call from. */
export function NeedsPage() {
  const { t, format } = useTexts();
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/needs" });
  const search = useSearch({ from: "/$space/needs" });
  const view: NeedView = needViews.find((code) => code === search.view) ?? "gaps";
  const limit = Math.min(5000, Math.max(pageSize, Number(search.limit) || pageSize));
  const status = useQuery(statusQuery(space));
  const hasData = status.data?.hasData === true;
  const filters = needFilters(search);
  const needs = useQuery({ ...needsQuery(space), enabled: hasData });
  const gaps = useQuery({ ...needGapsQuery(space, { ...filters, limit }), enabled: hasData });
  const potential = useQuery({ ...potentialQuery(space, { limit: pageSize }), enabled: hasData });
  const change = (values: Record<string, string | undefined>) =>
    void navigate({ search: (current) => ({ ...current, ...values }), replace: true });

  const failed = [status, needs, gaps, potential].find((query) => query.isError);
  if (failed !== undefined) {
    return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  }
  if (status.data !== undefined && !hasData) {
    return (
      <Page title={t("needs.title")}>
        <NoDataYet space={space} />
      </Page>
    );
  }
  if (needs.data === undefined || gaps.data === undefined || potential.data === undefined) {
    return <PageSkeleton />;
  }
  const { asOf, currency } = gaps.data;
  const sheet = { ...filters, limit: Math.max(1, gaps.data.total) };
  return (
    <Page
      title={t("needs.title")}
      sentence={
        gaps.data.total === 0 || gaps.data.expectedCents === null
          ? t("needs.sentenceNone")
          : t("needs.sentenceGaps", {
              customers: format.count(gaps.data.customers),
              money: format.moneyShort(gaps.data.expectedCents, currency),
            })
      }
      note={`${t("needs.note", { date: format.date(asOf) })} ${potential.data.exposureUnknown ? t("needs.exposureUnknown") : ""}`}
      actions={
        <>
          <Button
            component="a"
            href={apiUrl("/reports/need-gaps.xlsx", space, sheet)}
            download
            variant="light"
            leftSection={<IconFileSpreadsheet size={18} stroke={1.6} />}
          >
            Excel
          </Button>
          <Button
            variant="light"
            leftSection={<IconPrinter size={18} stroke={1.6} />}
            onClick={() => window.print()}
          >
            {t("frame.print")}
          </Button>
        </>
      }
    >
      <NeedFigures needs={needs.data} gaps={gaps.data} potential={potential.data} />
      <SegmentedControl
        className="k-no-print"
        aria-label={t("needs.viewsLabel")}
        value={view}
        onChange={(value) => change({ view: value === "gaps" ? undefined : value })}
        data={needViews.map((value) => ({ value, label: t(`needs.views.${value}`) }))}
        style={{ alignSelf: "flex-start" }}
      />
      {view === "gaps" ? (
        <GapList
          report={gaps.data}
          isLoading={gaps.isFetching}
          search={search}
          onChange={change}
          onMore={() => change({ limit: String(limit + pageSize) })}
        />
      ) : view === "potential" ? (
        <PotentialView report={potential.data} />
      ) : (
        <ProfileView report={needs.data} />
      )}
    </Page>
  );
}
