import type { Job } from "@kleinod/engine/import/history.ts";
import { Button, Group, Progress, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { call } from "../../api/client.ts";
import type { Space } from "../../api/types.ts";
import { useTexts } from "../../i18n/index.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { JobProgress } from "../../ui/job-progress.tsx";
import { useStartJob } from "../../ui/jobs.ts";
import { ModelConsequences } from "./model-consequences.tsx";
import { consequencesOf } from "./model-queries.ts";

interface PendingChangesProps {
  space: Space;
  /** Code of the parameter. */
  code: string;
  value: unknown;
  /** How many items differ from what holds. */
  count: number;
  currency: string | null;
  /** The job that saves, once it was started; it outlives this part of the page. */
  job: Job | undefined;
  onStarted: (jobId: string) => void;
  onDiscard: () => void;
}

/** Changes that are not saved: first their consequences for all customers, then a reason, then the decision. */
export function PendingChanges({
  space,
  code,
  value,
  count,
  currency,
  job,
  onStarted,
  onDiscard,
}: PendingChangesProps) {
  const { t, format } = useTexts();
  const [reason, setReason] = useState("");
  const controller = useRef<AbortController | null>(null);
  const diff = useMutation({
    mutationFn: () => {
      controller.current = new AbortController();
      return consequencesOf(space, code, value, controller.current.signal);
    },
  });
  const save = useStartJob(space, () =>
    call<Job>(`/parameters/${encodeURIComponent(code)}`, space, {
      method: "PUT",
      body: { value, ...(reason.trim() === "" ? {} : { reason: reason.trim() }) },
    }),
  );
  const isSaving = save.isPending || job?.state === "running";
  const wasCancelled = diff.error instanceof DOMException;
  return (
    <section className="k-card" aria-label={t("equations.consequences.title")}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2}>{t("equations.pending", { count, n: format.count(count) })}</Title>
          <Group gap="xs">
            <Button variant="default" disabled={isSaving} onClick={onDiscard}>
              {t("equations.discard")}
            </Button>
            {diff.data === undefined ? (
              <Button loading={diff.isPending} onClick={() => diff.mutate()}>
                {t("equations.showConsequences")}
              </Button>
            ) : null}
          </Group>
        </Group>
        {diff.isPending ? (
          <Group wrap="nowrap" aria-live="polite">
            <div style={{ flex: 1 }}>
              <Text size="sm" c="dimmed" mb={4}>
                {t("equations.computing")}
              </Text>
              <Progress value={100} animated striped aria-label={t("equations.computing")} />
            </div>
            <Button size="xs" variant="default" onClick={() => controller.current?.abort()}>
              {t("jobs.cancel")}
            </Button>
          </Group>
        ) : null}
        {diff.isError && !wasCancelled ? <ErrorState error={diff.error} retry={() => diff.mutate()} /> : null}
        {diff.data === undefined ? null : (
          <>
            <ModelConsequences diff={diff.data} currency={currency} />
            <TextInput
              label={t("equations.consequences.reason")}
              description={t("equations.consequences.reasonHint")}
              value={reason}
              maxLength={1000}
              maw={560}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Group>
              <Button
                loading={isSaving}
                onClick={() => save.mutate(undefined, { onSuccess: (started) => onStarted(started.id) })}
              >
                {t("equations.consequences.apply")}
              </Button>
              <Button variant="default" disabled={isSaving} onClick={() => diff.reset()}>
                {t("equations.consequences.back")}
              </Button>
            </Group>
            <Text size="sm" c="dimmed">
              {t("equations.consequences.undo")}
            </Text>
          </>
        )}
        {save.isError ? <ErrorState error={save.error} retry={() => save.reset()} /> : null}
        {job !== undefined && job.state !== "done" ? <JobProgress space={space} job={job} /> : null}
      </Stack>
    </section>
  );
}
