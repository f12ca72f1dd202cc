import type { Job } from "@kleinod/engine/import/history.ts";
import type { ImportResult } from "@kleinod/engine/import/result.ts";
import { Button, Checkbox, Group, Radio, Stack, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { call } from "../../api/client.ts";
import type { ImportRequest, Space } from "../../api/types.ts";
import { useTexts } from "../../i18n/index.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { JobProgress } from "../../ui/job-progress.tsx";
import { useJob, useStartJob } from "../../ui/jobs.ts";
import { DiffCard } from "./diff-card.tsx";
import type { ImportDraft } from "./use-import-draft.ts";

interface PreviewStepProps {
  space: Space;
  draft: ImportDraft;
  onStarted: (jobId: string) => void;
}

/** A dry run first: what would be new, changed or gone. Only then is anything stored. */
export function PreviewStep({ space, draft, onStarted }: PreviewStepProps) {
  const { t, pick } = useTexts();
  const [dryRunId, setDryRunId] = useState<string | null>(null);
  const start = useStartJob(space, (request: ImportRequest) =>
    call<Job>("/import", space, { method: "POST", body: request }),
  );
  const dryRun = useJob(space, dryRunId).data;
  const preview = () => start.mutate(draft.request(true), { onSuccess: (job) => setDryRunId(job.id) });
  const started = useRef(false);
  // The preview starts by itself, once; it changes nothing.
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    preview();
  });
  const result = dryRun?.state === "done" ? (dryRun.result as ImportResult | null) : null;
  const questions = result?.questions ?? [];
  const apply = () => start.mutate(draft.request(false), { onSuccess: (job) => onStarted(job.id) });
  return (
    <Stack gap="md">
      {start.isError ? <ErrorState error={start.error} retry={preview} /> : null}
      {dryRun !== undefined && dryRun.state !== "done" ? (
        <div className="k-card">
          <JobProgress space={space} job={dryRun} />
        </div>
      ) : null}
      {result === null ? null : (
        <>
          {questions.map((question) => (
            <Text key={`${question.file}-${question.code}`} className="k-card">
              {question.file}: {pick(question.messages)}
            </Text>
          ))}
          {result.batches.map((batch) => (
            <DiffCard key={batch.file} batch={batch} />
          ))}
          <section className="k-card" aria-label={t("wizard.how")}>
            <Stack gap="sm">
              <Radio.Group
                label={t("wizard.mode")}
                value={draft.options.mode ?? "delta"}
                onChange={(value) => {
                  draft.setOptions({ mode: value === "full" ? "full" : "delta" }, false);
                  started.current = false;
                }}
              >
                <Stack gap={6} mt={6}>
                  <Radio value="delta" label={t("wizard.modeDelta")} />
                  <Radio value="full" label={t("wizard.modeFull")} />
                </Stack>
              </Radio.Group>
              <Checkbox
                label={t("wizard.allOrNothing")}
                checked={draft.options.allOrNothing ?? false}
                onChange={(event) => draft.setOptions({ allOrNothing: event.currentTarget.checked }, false)}
              />
            </Stack>
          </section>
        </>
      )}
      <Group align="center">
        <Button variant="default" onClick={() => draft.goTo(1)}>
          {t("wizard.back")}
        </Button>
        <Button
          disabled={
            result === null || questions.length > 0 || result.batches.every((one) => one.status === "refused")
          }
          loading={start.isPending}
          onClick={apply}
        >
          {t("wizard.apply")}
        </Button>
        <Text size="sm" c="dimmed">
          {t("wizard.canBeUndone")}
        </Text>
      </Group>
    </Stack>
  );
}
