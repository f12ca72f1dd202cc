import { useQuery } from "@tanstack/react-query";
import { statusQuery } from "../api/queries.ts";
import { segmentListQuery, segmentsReportQuery } from "../api/segment-queries.ts";
import { SegmentSizesChart } from "../charts/segment-sizes-chart.tsx";
import { useTexts } from "../i18n/index.ts";
import { NoDataYet } from "../measures/parts/no-data-yet.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { LinkButton } from "../ui/link.tsx";
import { Page, PageSkeleton, Section } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { RetiredSegments } from "./retired-segments.tsx";
import { SegmentDrafts } from "./segment-drafts.tsx";
import { SegmentTable } from "./segment-table.tsx";

/** Who is alike for our purpose: the size backbone and what people laid over it. */
export function SegmentsPage() {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const status = useQuery(statusQuery(space));
  const hasData = status.data?.hasData === true;
  const report = useQuery({ ...segmentsReportQuery(space), enabled: hasData });
  const list = useQuery({ ...segmentListQuery(space), enabled: hasData });
  const failed = [status, report, list].find((query) => query.isError);
  if (failed !== undefined) {
    return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  }
  if (status.data !== undefined && !hasData) {
    return (
      <Page title={t("segments.title")}>
        <NoDataYet space={space} />
      </Page>
    );
  }
  if (report.data === undefined || list.data === undefined) return <PageSkeleton />;
  const own = report.data.segments.filter((segment) => segment.kind === "overlay").length;
  const first = report.data.sentences[0];
  const main = first === undefined ? "" : pick(first);
  return (
    <Page
      title={t("segments.title")}
      sentence={
        own === 0
          ? t("segments.sentenceNone", { main })
          : t("segments.sentence", { n: format.count(own), main })
      }
      note={t("segments.note", { date: format.date(report.data.asOf) })}
      actions={
        <LinkButton to="/$space/segments/build" params={{ space }}>
          {t("segments.create")}
        </LinkButton>
      }
    >
      <SegmentSizesChart report={report.data} />
      <SegmentTable report={report.data} list={list.data.segments} />
      {list.data.segments.some((segment) => segment.draft !== null) ? (
        <Section title={t("segments.drafts")} hint={t("segments.draftsHint")}>
          <SegmentDrafts segments={list.data.segments} />
        </Section>
      ) : null}
      <RetiredSegments segments={list.data.segments} />
    </Page>
  );
}
