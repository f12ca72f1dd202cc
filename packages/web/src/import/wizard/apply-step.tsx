import type { ImportResult } from "@kleinod/engine/import/result.ts";
import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { controlTotalsQuery, statusQuery } from "../../api/queries.ts";
import type { Space } from "../../api/types.ts";
import { useTexts } from "../../i18n/index.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { JobProgress } from "../../ui/job-progress.tsx";
import { useJob } from "../../ui/jobs.ts";
import { TextLink } from "../../ui/link.tsx";
import { ControlTotalsTable } from "../control-totals-table.tsx";
import { refusalText, useKindLabel } from "../labels.ts";
import { RowCounts } from "../row-counts.tsx";

interface ApplyStepProps {
  space: Space;
  jobId: string;
  sizeLineAsked: boolean;
  onAgain: () => void;
  onNext: () => void;
}

/** The import at work, then what it did, and our totals beside those of the ERP. */
export function ApplyStep({ space, jobId, sizeLineAsked, onAgain, onNext }: ApplyStepProps) {
  const { t } = useTexts();
  const job = useJob(space, jobId);
  if (job.isError) return <ErrorState error={job.error} retry={() => void job.refetch()} />;
  if (job.data === undefined) return <Skeleton height={160} />;
  if (job.data.state === "running") {
    return (
      <div className="k-card">
        <JobProgress space={space} job={job.data} />
        <Text size="sm" c="dimmed" mt="sm">
          {t("jobs.goesOn")}
        </Text>
      </div>
    );
  }
  if (job.data.state !== "done") {
    return (
      <Stack align="flex-start" className="k-card">
        <Title order={2}>{t(job.data.state === "cancelled" ? "wizard.cancelled" : "wizard.failed")}</Title>
        {job.data.error === null ? null : <Text>{job.data.error}</Text>}
        <Text c="dimmed">{t("wizard.nothingStored")}</Text>
        <Button onClick={onAgain}>{t("wizard.again")}</Button>
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <Batches space={space} result={job.data.result as ImportResult} />
      <Totals space={space} />
      <Group>
        <Button onClick={onNext}>{t(sizeLineAsked ? "wizard.toOverview" : "wizard.toSizeLine")}</Button>
        <Button variant="default" onClick={onAgain}>
          {t("wizard.moreFiles")}
        </Button>
      </Group>
    </Stack>
  );
}

function Batches({ space, result }: { space: Space; result: ImportResult }) {
  const { t, format, pick } = useTexts();
  const kindLabel = useKindLabel();
  return (
    <>
      {result.batches.map((batch) => (
        <section key={batch.batchId ?? batch.file} className="k-card" aria-label={batch.file}>
          <Stack gap="sm">
            <div>
              <Title order={2}>{batch.file}</Title>
              <Text size="sm" c="dimmed">
                {`${kindLabel(batch.kind)} · ${t("import.seconds", { n: format.number(batch.seconds, 1) })}`}
              </Text>
            </div>
            {batch.status === "refused" ? (
              <Text>{refusalText(batch, pick) ?? t("wizard.refusedKept")}</Text>
            ) : (
              <RowCounts batch={batch} />
            )}
            {batch.problemsTotal > 0 && batch.batchId !== null ? (
              <TextLink to="/$space/data" params={{ space }} search={{ batch: batch.batchId }} size="sm">
                {t("import.problems", { n: format.count(batch.problemsTotal) })}
              </TextLink>
            ) : null}
          </Stack>
        </section>
      ))}
      {result.questions.map((question) => (
        <Text key={`${question.file}-${question.code}`} className="k-card">
          {question.file}: {pick(question.messages)}
        </Text>
      ))}
    </>
  );
}

function Totals({ space }: { space: Space }) {
  const { t } = useTexts();
  const status = useQuery(statusQuery(space));
  const totals = useQuery(controlTotalsQuery(space));
  if (totals.data === undefined || totals.data.rows.length === 0) return null;
  return (
    <div>
      <Title order={2} mb={4}>
        {t("controlTotals.title")}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t("controlTotals.note")}
      </Text>
      <ControlTotalsTable
        space={space}
        rows={totals.data.rows}
        currency={status.data?.currency ?? null}
        maxHeight={320}
      />
    </div>
  );
}
