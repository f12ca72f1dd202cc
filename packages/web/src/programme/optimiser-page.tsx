import type { OptimisationReport, RankedPlan } from "@kleinod/engine/programme/optimiser/report-contract.ts";
import { Group } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { startOptimisation } from "../api/simulation-queries.ts";
import { RankedPlansChart } from "../charts/ranked-plans-chart.tsx";
import { useTexts } from "../i18n/index.ts";
import { WithData } from "../measures/economics/with-data.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { JobProgress } from "../ui/job-progress.tsx";
import { useJob, useStartJob } from "../ui/jobs.ts";
import { notifyProblem } from "../ui/notify.ts";
import { Page } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { BundleTable } from "./optimiser/bundle-table.tsx";
import { type LimitValues, requestOf } from "./optimiser/limits.ts";
import { LimitsForm } from "./optimiser/limits-form.tsx";
import { PriceTable } from "./optimiser/price-table.tsx";
import { SavePlan } from "./parts/save-plan.tsx";
import { UnclearList } from "./parts/unclear-list.tsx";

/** The coherent bundle of levers that brings most within limits, what each limit costs, and the runners-up. */
export function OptimiserPage() {
  const { t } = useTexts();
  return (
    <WithData title={t("optimiser.title")}>
      <OptimiserLoaded />
    </WithData>
  );
}

function OptimiserLoaded() {
  const { t } = useTexts();
  const space = useSpace();
  const search = useSearch({ from: "/$space/programme/optimiser" });
  const navigate = useNavigate({ from: "/$space/programme/optimiser" });
  const job = useJob(space, search.job ?? null);
  const start = useStartJob(space, (values: LimitValues) => startOptimisation(space, requestOf(values)));
  // A job is kept in memory: after a restart of the server the address still names it, and the limits stay.
  const running = job.data?.state === "running" ? job.data : null;
  const report = job.data?.state === "done" ? (job.data.result as OptimisationReport) : null;
  const failed = job.data?.state === "failed" ? job.data : null;
  const form = (
    <LimitsForm
      values={search}
      currency={report?.currency ?? null}
      isRunning={start.isPending || running !== null}
      onChange={(next) =>
        void navigate({ search: (current) => ({ ...current, ...next, job: undefined }), replace: true })
      }
      onStart={() =>
        start.mutate(search, {
          onSuccess: ({ id }) => void navigate({ search: (current) => ({ ...current, job: id }) }),
          onError: (error) => notifyProblem(t("optimiser.title"), error, t("jobs.failed")),
        })
      }
    />
  );
  if (report !== null) return <OptimiserResult report={report} form={form} />;
  return (
    <Page title={t("optimiser.title")} sentence={t("optimiser.sentenceEmpty")}>
      {form}
      {running === null ? null : <JobProgress space={space} job={running} />}
      {failed === null ? null : <JobProgress space={space} job={failed} />}
    </Page>
  );
}

function OptimiserResult({ report, form }: { report: OptimisationReport; form: ReactNode }) {
  const { t, format, pick } = useTexts();
  const money = (cents: number | null) =>
    cents === null ? t("frame.unclear") : format.moneyShort(cents, report.currency);
  if (report.infeasible !== null) {
    return (
      <Page title={t("optimiser.title")} sentence={t("optimiser.infeasible")}>
        <EmptyState
          title={t("optimiser.infeasibleHint")}
          why={report.infeasible.map(({ sentence }) => pick(sentence)).join(" ")}
        />
        {form}
      </Page>
    );
  }
  const save = (row: RankedPlan) => <SavePlan plan={row.plan} size="compact-xs" />;
  return (
    <Page
      title={t("optimiser.title")}
      sentence={t(report.status === "optimal" ? "optimiser.sentenceOptimal" : "optimiser.sentence", {
        objective: money(report.objectiveCents),
        bound: money(report.boundCents),
      })}
      note={[
        t("optimiser.note", {
          bundles: format.count(report.bundles),
          seconds: format.number(report.seconds),
          gap: report.gapRatio === null ? t("frame.unclear") : format.percent(report.gapRatio),
        }),
        ...(report.status === "timeLimit" ? [t("optimiser.timeLimitReached")] : []),
      ].join(" ")}
      actions={report.plan === null ? undefined : <SavePlan plan={report.plan} />}
    >
      <BundleTable report={report} />
      {report.runnersUp.length === 0 ? null : (
        <>
          <RankedPlansChart report={report} action={save} />
          <Group gap="xs" className="k-no-print">
            {report.runnersUp.slice(0, 5).map((row) => (
              <SavePlan
                key={row.linearRank}
                plan={row.plan}
                size="compact-sm"
                label={`${t("optimiser.save")}: ${t("optimiser.rank")} ${format.count(row.rank)}`}
              />
            ))}
          </Group>
        </>
      )}
      <PriceTable report={report} />
      {form}
      <UnclearList title={t("doubling.unclear")} rows={[]} notes={report.notes} />
    </Page>
  );
}
