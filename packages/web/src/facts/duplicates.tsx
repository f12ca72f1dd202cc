import type { Job } from "@kleinod/engine/import/history.ts";
import { Button, Group, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { call } from "../api/client.ts";
import { duplicatesQuery, jobsQuery } from "../api/queries.ts";
import type { DuplicatePair, DuplicateState, Quality, Space } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { useStartJob } from "../ui/jobs.ts";
import { notifyProblem } from "../ui/notify.ts";
import { Section } from "../ui/page.tsx";
import { notifyWithUndo } from "../ui/undo-notification.tsx";
import { DuplicateCard } from "./duplicate-card.tsx";

const states: readonly DuplicateState[] = ["open", "merged", "rejected"];
const pageSize = 20;

/** Pairs that may be the same customer, decided one by one by a person; each decision can be taken back. */
export function Duplicates({ space, counts }: { space: Space; counts: Quality["duplicates"] }) {
  const { t, format } = useTexts();
  const client = useQueryClient();
  const navigate = useNavigate({ from: "/$space/data/quality" });
  const search = useSearch({ from: "/$space/data/quality" });
  const state = states.find((code) => code === search.pairs) ?? "open";
  const limit = Math.max(pageSize, Number(search.limit) || pageSize);
  const pairs = useQuery({ ...duplicatesQuery(space, state, limit), enabled: counts.lastRun !== null });
  const jobs = useQuery(jobsQuery(space));
  const isRunning = (jobs.data?.jobs ?? []).some(
    (job) => job.state === "running" && (job.kind === "duplicates" || job.kind === "matching"),
  );
  const run = useStartJob(space, () => call<Job>("/duplicates/run", space, { method: "POST" }));
  const refresh = () => {
    void client.invalidateQueries({ queryKey: [space, "duplicates"] });
    void client.invalidateQueries({ queryKey: [space, "quality"] });
    void client.invalidateQueries({ queryKey: [space, "jobs"] });
  };
  const problem = (error: unknown) => notifyProblem(t("duplicates.failed"), error, t("errors.kept"));
  const takeBack = useMutation({
    mutationFn: (id: string | number) =>
      call<unknown>(`/duplicates/decisions/${encodeURIComponent(String(id))}`, space, { method: "DELETE" }),
    onSuccess: refresh,
    onError: problem,
  });
  const decide = useMutation({
    mutationFn: ({ pair, type }: { pair: DuplicatePair; type: "merge" | "reject" }) =>
      call<{ id: string | number }>("/duplicates/decisions", space, {
        method: "POST",
        body: { type, accounts: [pair.a.accountId, pair.b.accountId] },
      }),
    onSuccess: (answer, { pair, type }) => {
      refresh();
      notifyWithUndo(
        t(type === "merge" ? "duplicates.mergedNow" : "duplicates.rejectedNow", {
          name: pair.a.name ?? pair.a.accountKey,
        }),
        t("frame.undo"),
        () => takeBack.mutate(answer.id),
      );
    },
    onError: problem,
  });
  return (
    <Section
      title={t("duplicates.title")}
      hint={
        counts.lastRun === null
          ? t("duplicates.neverRun")
          : t("duplicates.counts", {
              pairs: format.count(counts.pairs),
              open: format.count(counts.open),
              when: format.instant(counts.lastRun),
            })
      }
      actions={
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            value={state}
            aria-label={t("duplicates.show")}
            data={states.map((code) => ({ value: code, label: t(`duplicates.states.${code}`) }))}
            onChange={(value) =>
              void navigate({
                search: (before) => ({ ...before, pairs: value, limit: undefined }),
                replace: true,
              })
            }
          />
          <Button
            variant="light"
            size="xs"
            loading={run.isPending || isRunning}
            onClick={() => run.mutate(undefined)}
          >
            {t("duplicates.run")}
          </Button>
        </Group>
      }
    >
      {run.isError ? <ErrorState error={run.error} retry={() => run.reset()} /> : null}
      {pairs.isError ? <ErrorState error={pairs.error} retry={() => void pairs.refetch()} /> : null}
      {counts.lastRun === null ? (
        <EmptyState
          title={t("duplicates.neverRunTitle")}
          why={t("duplicates.why")}
          action={
            <Button loading={run.isPending || isRunning} onClick={() => run.mutate(undefined)}>
              {t("duplicates.run")}
            </Button>
          }
        />
      ) : pairs.data === undefined ? (
        pairs.isError ? null : (
          <Skeleton height={240} />
        )
      ) : pairs.data.pairs.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t(`duplicates.none.${state}`)}
        </Text>
      ) : (
        <Stack gap="sm">
          {pairs.data.pairs.map((pair) => (
            <DuplicateCard
              key={`${pair.a.accountId}-${pair.b.accountId}`}
              pair={pair}
              onDecide={(type) => decide.mutate({ pair, type })}
              onTakeBack={(id) => takeBack.mutate(id)}
              isBusy={decide.isPending || takeBack.isPending}
            />
          ))}
          {pairs.data.pairs.length < pairs.data.total ? (
            <Group>
              <Button
                variant="default"
                loading={pairs.isFetching}
                onClick={() =>
                  void navigate({
                    search: (before) => ({ ...before, limit: String(limit + pageSize) }),
                    replace: true,
                    resetScroll: false,
                  })
                }
              >
                {t("quiet.more", {
                  shown: format.count(pairs.data.pairs.length),
                  total: format.count(pairs.data.total),
                })}
              </Button>
            </Group>
          ) : null}
        </Stack>
      )}
    </Section>
  );
}
