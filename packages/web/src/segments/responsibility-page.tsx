import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { statusQuery } from "../api/queries.ts";
import { responsibilityQuery } from "../api/responsibility-queries.ts";
import { useTexts } from "../i18n/index.ts";
import { NoDataYet } from "../measures/parts/no-data-yet.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { LinkButton } from "../ui/link.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { GapsView } from "./responsibility/gaps-view.tsx";
import { HandoversView } from "./responsibility/handovers-view.tsx";
import { LeakView } from "./responsibility/leak-view.tsx";
import { MismatchView } from "./responsibility/mismatch-view.tsx";
import { PromisesView } from "./responsibility/promises-view.tsx";
import { ResponsibilityFigures } from "./responsibility/responsibility-figures.tsx";

const views = ["gaps", "promises", "leak", "mismatch", "handovers"] as const;
type View = (typeof views)[number];
const pageSize = 50;

/** Who answers for whom, what they promised and kept, and where the time of specialists goes. */
export function ResponsibilityPage() {
  const { t, format } = useTexts();
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/segments/responsibility" });
  const search = useSearch({ from: "/$space/segments/responsibility" });
  const view: View = views.find((code) => code === search.view) ?? "gaps";
  const limit = Math.min(5000, Math.max(pageSize, Number(search.limit) || pageSize));
  const status = useQuery(statusQuery(space));
  const hasData = status.data?.hasData === true;
  const report = useQuery({ ...responsibilityQuery(space, limit), enabled: hasData });
  if (status.isError) return <ErrorState error={status.error} retry={() => void status.refetch()} />;
  if (report.isError) return <ErrorState error={report.error} retry={() => void report.refetch()} />;
  if (status.data !== undefined && !hasData) {
    return (
      <Page title={t("responsibility.title")}>
        <NoDataYet space={space} />
      </Page>
    );
  }
  if (report.data === undefined) return <PageSkeleton />;
  const { coverage, asOf } = report.data;
  return (
    <Page
      title={t("responsibility.title")}
      sentence={
        coverage.gaps === 0
          ? t("responsibility.sentenceNone", { customers: format.count(coverage.customers) })
          : t("responsibility.sentenceGaps", {
              gaps: format.count(coverage.gaps),
              customers: format.count(coverage.customers),
            })
      }
      note={t("responsibility.note", { date: format.date(asOf) })}
      actions={
        <>
          <LinkButton
            to="/$space/data/parameters"
            params={{ space }}
            search={{ edit: "responsibility.rules" }}
            variant="default"
          >
            {t("responsibility.rule.edit")}
          </LinkButton>
          <LinkButton
            to="/$space/data/parameters"
            params={{ space }}
            search={{ edit: "promises" }}
            variant="default"
          >
            {t("responsibility.promise.edit")}
          </LinkButton>
        </>
      }
    >
      <ResponsibilityFigures report={report.data} />
      <div className="k-no-print" style={{ overflowX: "auto" }}>
        <SegmentedControl
          aria-label={t("responsibility.viewsLabel")}
          value={view}
          onChange={(value) =>
            void navigate({
              search: (current) => ({ ...current, view: value === "gaps" ? undefined : value }),
              replace: true,
            })
          }
          data={views.map((value) => ({ value, label: t(`responsibility.views.${value}`) }))}
        />
      </div>
      {view === "gaps" ? (
        <GapsView
          report={report.data}
          isLoading={report.isFetching}
          onMore={() =>
            void navigate({
              search: (current) => ({ ...current, limit: String(limit + pageSize) }),
              replace: true,
            })
          }
        />
      ) : view === "promises" ? (
        <PromisesView report={report.data} />
      ) : view === "leak" ? (
        <LeakView report={report.data} />
      ) : view === "mismatch" ? (
        <MismatchView report={report.data} />
      ) : (
        <HandoversView report={report.data} />
      )}
    </Page>
  );
}
