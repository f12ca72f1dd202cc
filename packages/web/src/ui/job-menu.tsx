import type { Job } from "@kleinod/engine/import/history.ts";
import { Button, Popover, RingProgress, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { jobsQuery } from "../api/queries.ts";
import type { Space } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { JobProgress, useJobTitle } from "./job-progress.tsx";

/** Running work in the top bar. It goes on when the page is left. */
export function JobMenu({ space }: { space: Space }) {
  const jobs = useQuery(jobsQuery(space));
  const running = (jobs.data?.jobs ?? []).filter((job) => job.state === "running");
  const first = running[0];
  return first === undefined ? null : <RunningJobs space={space} jobs={running} first={first} />;
}

function RunningJobs({ space, jobs, first }: { space: Space; jobs: readonly Job[]; first: Job }) {
  const { t } = useTexts();
  const title = useJobTitle(first);
  const share = first.total === null || first.total === 0 ? 25 : (first.done / first.total) * 100;
  return (
    <Popover width={360} position="bottom-end" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-md"
          aria-label={t("jobs.running", { title })}
          leftSection={
            <RingProgress
              size={22}
              thickness={3}
              sections={[{ value: share, color: "petrol" }]}
              aria-hidden
            />
          }
        >
          <Text size="sm" visibleFrom="md">
            {title}
          </Text>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack>
          {jobs.map((job) => (
            <JobProgress key={job.id} space={space} job={job} />
          ))}
          <Text size="xs" c="dimmed">
            {t("jobs.goesOn")}
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
