import type { DoublingReport } from "@kleinod/engine/programme/doubling/report-contract.ts";
import { Button } from "@mantine/core";
import { IconFileTypePdf, IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { whaleQuery } from "../api/queries.ts";
import { doublingPdfUrl, doublingQuery } from "../api/simulation-queries.ts";
import { GrowthCurveChart } from "../charts/growth-curve-chart.tsx";
import { MarginalCustomerChart } from "../charts/marginal-customer-chart.tsx";
import { WhaleChart } from "../charts/whale-chart.tsx";
import { useTexts } from "../i18n/index.ts";
import { WithData } from "../measures/economics/with-data.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { AssumptionTable } from "./doubling/assumption-table.tsx";
import { DoublingFigures } from "./doubling/doubling-figures.tsx";
import { DriverTable, GoalTable, SegmentTable, StepTable } from "./doubling/doubling-tables.tsx";
import { GrowthOption } from "./doubling/growth-option.tsx";
import { PlanSelect } from "./parts/plan-select.tsx";
import { UnclearList } from "./parts/unclear-list.tsx";

/** Would it pay to double the number of small customers, today and with a plan? One page that prints. */
export function DoublingPage() {
  const { t } = useTexts();
  return (
    <WithData title={t("doubling.title")}>
      <DoublingLoaded />
    </WithData>
  );
}

function DoublingLoaded() {
  const space = useSpace();
  const { plan } = useSearch({ from: "/$space/programme/doubling" });
  const report = useQuery(doublingQuery(space, { plan }));
  if (report.isError) return <ErrorState error={report.error} retry={() => void report.refetch()} />;
  if (report.data === undefined) return <PageSkeleton />;
  return <DoublingContent report={report.data} plan={plan} />;
}

function DoublingContent({ report, plan }: { report: DoublingReport; plan: string | undefined }) {
  const { t, pick, language } = useTexts();
  const space = useSpace();
  const navigate = useNavigate({ from: "/$space/programme/doubling" });
  const whale = useQuery(whaleQuery(space, "avoidable"));
  return (
    <Page
      title={t("doubling.title")}
      sentence={pick(report.sentence)}
      note={report.because.map((text) => pick(text)).join(" ")}
      actions={
        <>
          <PlanSelect
            value={plan ?? null}
            onChange={(next) =>
              void navigate({ search: (current) => ({ ...current, plan: next ?? undefined }), replace: true })
            }
          />
          <Button
            component="a"
            href={doublingPdfUrl(space, { plan }, language)}
            leftSection={<IconFileTypePdf size={16} stroke={1.6} />}
          >
            {t("doubling.pdf")}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} stroke={1.6} />}
            onClick={() => window.print()}
          >
            {t("doubling.print")}
          </Button>
        </>
      }
    >
      <DoublingFigures report={report} />
      <div className="k-columns">
        <MarginalCustomerChart report={report} />
        <GrowthCurveChart report={report} />
      </div>
      <DriverTable outcome={report.plan ?? report.today} currency={report.currency} />
      <GoalTable
        rows={report.whatWouldHaveToBeTrue.plan ?? report.whatWouldHaveToBeTrue.today}
        currency={report.currency}
      />
      {report.segments.length === 0 ? null : <SegmentTable report={report} />}
      {whale.data === undefined || whale.data.points.length === 0 ? null : (
        <WhaleChart whale={whale.data} other={null} />
      )}
      <StepTable report={report} />
      <AssumptionTable rows={report.assumptions} currency={report.currency} />
      <GrowthOption cents={report.growthOptionCents} currency={report.currency} />
      <UnclearList title={t("doubling.unclear")} rows={report.unclear} notes={report.notes} />
    </Page>
  );
}
