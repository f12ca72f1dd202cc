import type { SimulationReport } from "@kleinod/engine/programme/simulation/report-contract.ts";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { startSimulation } from "../api/simulation-queries.ts";
import { FanChart, isFanView } from "../charts/fan-chart.tsx";
import { InteractionChart } from "../charts/interaction-chart.tsx";
import { TornadoChart } from "../charts/tornado-chart.tsx";
import { useTexts } from "../i18n/index.ts";
import { WithData } from "../measures/economics/with-data.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { JobProgress } from "../ui/job-progress.tsx";
import { useJob, useStartJob } from "../ui/jobs.ts";
import { LinkButton } from "../ui/link.tsx";
import { notifyProblem } from "../ui/notify.ts";
import { Page } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";
import { AssumptionTable } from "./doubling/assumption-table.tsx";
import { UnclearList } from "./parts/unclear-list.tsx";
import { CustomerCountTable } from "./simulation/customer-count-table.tsx";
import { PriceReplayTable } from "./simulation/price-replay-table.tsx";
import { ProfitTable } from "./simulation/profit-table.tsx";
import { RoleTable } from "./simulation/role-table.tsx";
import { RunForm, type RunValues } from "./simulation/run-form.tsx";
import { SimulationFigures } from "./simulation/simulation-figures.tsx";

/** Five years with a plan beside five years without it: result with its uncertainty, capacity, customers, drivers. */
export function SimulationPage() {
  const { t } = useTexts();
  return (
    <WithData title={t("simulation.title")}>
      <SimulationLoaded />
    </WithData>
  );
}

function SimulationLoaded() {
  const { t } = useTexts();
  const space = useSpace();
  const search = useSearch({ from: "/$space/programme/simulation" });
  const navigate = useNavigate({ from: "/$space/programme/simulation" });
  const job = useJob(space, search.job ?? null);
  const start = useStartJob(space, (values: RunValues) => startSimulation(space, values));
  const run = (values: RunValues) =>
    start.mutate(values, {
      onSuccess: ({ id }) => void navigate({ search: (current) => ({ ...current, job: id }), replace: true }),
      onError: (error) => notifyProblem(t("simulation.title"), error, t("jobs.failed")),
    });
  // Who comes from a plan has asked already; and a job that the server no longer knows is simply run again.
  const asked = useRef<string | null>(null);
  const isLost = search.job !== undefined && job.isError;
  useEffect(() => {
    const wanted = search.plan === undefined || (search.job !== undefined && !isLost) ? null : search.plan;
    if (wanted === null || asked.current === wanted) return;
    asked.current = wanted;
    run(search);
  });
  const running = job.data?.state === "running" ? job.data : null;
  const report = job.data?.state === "done" ? (job.data.result as SimulationReport) : null;
  const stopped = job.data?.state === "failed" || job.data?.state === "cancelled" ? job.data : null;
  const form = (
    <RunForm
      values={search}
      isRunning={start.isPending || running !== null}
      onChange={(next) => {
        asked.current = next.plan ?? search.plan ?? null;
        void navigate({ search: (current) => ({ ...current, ...next, job: undefined }), replace: true });
      }}
      onStart={() => run(search)}
    />
  );
  if (report !== null) return <SimulationResult report={report} form={form} />;
  return (
    <Page title={t("simulation.title")} sentence={t("simulation.sentenceEmpty")}>
      {form}
      {running === null ? null : <JobProgress space={space} job={running} />}
      {stopped === null ? null : <JobProgress space={space} job={stopped} />}
      {search.plan === undefined ? (
        <EmptyState
          title={t("simulation.chooseTitle")}
          why={t("simulation.chooseWhy")}
          action={
            <LinkButton to="/$space/programme" params={{ space }}>
              {t("planParts.toBoard")}
            </LinkButton>
          }
        />
      ) : null}
    </Page>
  );
}

function SimulationResult({ report, form }: { report: SimulationReport; form: ReactNode }) {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const search = useSearch({ from: "/$space/programme/simulation" });
  const navigate = useNavigate({ from: "/$space/programme/simulation" });
  const money = (cents: number) => format.moneyShort(cents, report.currency);
  const { meanCents, lowCents, highCents } = report.headline.yearlyDifference;
  const segment = report.segments.some(({ code }) => code === search.segment)
    ? (search.segment ?? null)
    : null;
  const set = (values: Record<string, string | undefined>) =>
    void navigate({ search: (current) => ({ ...current, ...values }), replace: true });
  return (
    <Page
      title={t("simulation.title")}
      sentence={t("simulation.sentenceYearly", {
        name: report.plan.name,
        mean: money(meanCents),
        low: money(lowCents),
        high: money(highCents),
      })}
      note={`${t("simulation.note", { draws: format.count(report.draws), seed: report.seed, date: format.date(report.asOf) })} ${t("simulation.error", { value: money(report.monteCarloErrorCents) })}`}
      actions={
        search.plan === undefined ? undefined : (
          <>
            <LinkButton
              to="/$space/programme/doubling"
              params={{ space }}
              search={{ plan: search.plan }}
              variant="light"
            >
              {t("planParts.toDoubling")}
            </LinkButton>
            <LinkButton
              to="/$space/programme/optimiser"
              params={{ space }}
              search={{ plan: search.plan }}
              variant="light"
            >
              {t("planParts.toOptimiser")}
            </LinkButton>
          </>
        )
      }
    >
      {form}
      <SimulationFigures report={report} />
      <FanChart
        report={report}
        view={isFanView(search.view) ? search.view : "difference"}
        onView={(view) => set({ view: view === "difference" ? undefined : view })}
      />
      {report.interaction === null ? null : (
        <InteractionChart interaction={report.interaction} currency={report.currency} />
      )}
      {report.tornado.length === 0 ? null : <TornadoChart report={report} />}
      <ProfitTable
        report={report}
        segment={segment}
        onSegment={(next) => set({ segment: next ?? undefined })}
      />
      {search.plan === undefined ? null : <PriceReplayTable plan={search.plan} />}
      <RoleTable report={report} />
      <CustomerCountTable report={report} segment={segment} />
      <AssumptionTable
        rows={report.assumptions.map((row) => ({ ...row, note: null }))}
        currency={report.currency}
      />
      <UnclearList title={t("doubling.unclear")} rows={report.unclear} notes={report.notes} />
      <p className="k-note">
        {report.contactPressure.some(({ perCustomerYear }) => perCustomerYear > 0)
          ? `${t("simulation.pressure")}: ${report.contactPressure
              .filter(({ segment: code }) => code === segment)
              .map(({ perCustomerYear }) => format.number(perCustomerYear))
              .join(", ")}`
          : ""}
        {report.segments.length > 1 ? ` ${report.segments.map(({ name }) => pick(name)).join(" · ")}` : ""}
      </p>
    </Page>
  );
}
