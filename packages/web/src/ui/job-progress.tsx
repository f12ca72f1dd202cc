import type { Job } from "@kleinod/engine/import/history.ts";
import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import type { Space } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { useCancelJob } from "./jobs.ts";

/** What is being done, how far, how fast, how long still; and a way to stop it. */
export function JobProgress({ space, job }: { space: Space; job: Job }) {
  const { t } = useTexts();
  const cancel = useCancelJob(space);
  const title = useJobTitle(job);
  const share = job.total === null || job.total === 0 ? null : Math.min(1, job.done / job.total);
  return (
    <Stack gap={6} aria-live="polite">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text size="sm" fw={600}>
            {title}
          </Text>
          <Text size="sm" c="dimmed">
            {useJobDetail(job)}
          </Text>
        </div>
        {job.state === "running" ? (
          <Button
            size="xs"
            variant="default"
            loading={cancel.isPending}
            onClick={() => cancel.mutate(job.id)}
          >
            {t("jobs.cancel")}
          </Button>
        ) : null}
      </Group>
      <Progress
        value={share === null ? 100 : share * 100}
        animated={share === null && job.state === "running"}
        striped={share === null && job.state === "running"}
        aria-label={title}
      />
    </Stack>
  );
}

export function useJobTitle(job: Job): string {
  const { t, locale } = useTexts();
  const steps: Readonly<Record<string, string>> = t("jobs.kinds", { returnObjects: true, lng: locale });
  return steps[job.kind] ?? job.kind;
}

/** One line: step, rows, rows a second, time left; whatever is known of it. */
function useJobDetail(job: Job): string {
  const { t, format, locale } = useTexts();
  if (job.state === "failed") return job.error ?? t("jobs.failed");
  if (job.state === "cancelled") return t("jobs.cancelled");
  if (job.state === "done") return t("jobs.done");
  const steps: Readonly<Record<string, string>> = t("jobs.steps", { returnObjects: true, lng: locale });
  const parts = [steps[job.step] ?? job.step];
  if (job.done > 0) {
    parts.push(
      job.total === null
        ? t("jobs.rows", { rows: format.count(job.done) })
        : t("jobs.rowsOf", { rows: format.count(job.done), total: format.count(job.total) }),
    );
  }
  if (job.rowsPerSecond !== null) {
    parts.push(t("jobs.speed", { rows: format.count(Math.round(job.rowsPerSecond)) }));
  }
  if (job.secondsLeft !== null) {
    parts.push(
      job.secondsLeft < 90
        ? t("jobs.secondsLeft", { n: format.count(Math.ceil(job.secondsLeft)) })
        : t("jobs.minutesLeft", { n: format.count(Math.round(job.secondsLeft / 60)) }),
    );
  }
  return parts.filter((part) => part !== "").join(" · ");
}
