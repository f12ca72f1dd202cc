import type { Adoption, SamplingResult } from "@kleinod/engine/facts/captures/contract.ts";
import type { Job } from "@kleinod/engine/import/history.ts";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { statusQuery } from "../../api/queries.ts";
import type { ParameterDiff } from "../../api/types.ts";
import { useTexts } from "../../i18n/index.ts";
import { ParameterConsequences } from "../../segments/parameter-consequences.tsx";
import { notifyDone, notifyProblem } from "../../ui/notify.ts";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useSpace } from "../../ui/use-space.ts";

type Row = SamplingResult["activities"][number];

/** What was found per activity, beside what is assumed; measured minutes are taken over after their consequences were shown. */
export function SamplingResults({ result }: { result: SamplingResult }) {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const status = useQuery(statusQuery(space));
  const client = useQueryClient();
  const [wanted, setWanted] = useState<{ adoption: Adoption; diff: ParameterDiff } | null>(null);
  const adoptable = result.activities.filter((row) => row.isAdoptable && row.activity !== null);
  const onError = (error: unknown) => notifyProblem(t("sampling.failed"), error, "");
  const look = useMutation({
    mutationFn: async () => {
      const adoption = await call<Adoption>(
        `/time-samples/campaigns/${encodeURIComponent(result.campaign.id)}/adoption`,
        space,
        { query: { activities: adoptable.map((row) => row.activity).join(",") } },
      );
      const diff = await call<ParameterDiff>("/parameters/costToServe.activities/diff", space, {
        method: "POST",
        body: { value: adoption.value },
      });
      return { adoption, diff };
    },
    onSuccess: setWanted,
    onError,
  });
  const adopt = useMutation({
    mutationFn: ({ changes }: Adoption) =>
      call<Job>(`/time-samples/campaigns/${encodeURIComponent(result.campaign.id)}/adopt`, space, {
        method: "POST",
        body: { activities: changes.map(({ activity }) => activity) },
      }),
    onSuccess: async () => {
      setWanted(null);
      notifyDone(t("sampling.adopted"));
      await client.invalidateQueries({ queryKey: [space] });
    },
    onError,
  });
  const range = (low: number | null, high: number | null, show: (value: number) => string) =>
    low === null || high === null ? "" : ` (${show(low)} – ${show(high)})`;
  const columns: TableColumn<Row>[] = [
    { code: "activity", label: t("sampling.activity"), cell: (row) => pick(row.label) },
    {
      code: "samples",
      label: t("sampling.samples"),
      isNumber: true,
      sortValue: (row) => row.samples,
      cell: (row) => format.count(row.samples),
    },
    {
      code: "share",
      label: t("sampling.timeShare"),
      isNumber: true,
      sortValue: (row) => row.timeRatio,
      cell: (row) => `${format.percent(row.timeRatio)}${range(row.timeLow, row.timeHigh, format.percent)}`,
    },
    {
      code: "mean",
      label: t("sampling.mean"),
      isNumber: true,
      sortValue: (row) => row.meanMinutes,
      cell: (row) =>
        row.meanMinutes === null ? (
          <Text span size="xs" c="dimmed">
            {t("sampling.needed", { n: format.count(result.leastTimed) })}
          </Text>
        ) : (
          `${format.number(row.meanMinutes)}${range(row.lowMinutes, row.highMinutes, (value) => format.number(value))}`
        ),
    },
    { code: "assumed", label: t("sampling.assumed"), cell: (row) => row.equation ?? "–" },
  ];
  return (
    <Stack gap="md">
      <SimpleTable
        label={t("sampling.results")}
        columns={columns}
        rows={result.activities}
        rowKey={(row) => row.activity ?? ""}
      />
      {adoptable.length === 0 ? null : wanted === null ? (
        <Group>
          <Button variant="default" loading={look.isPending} onClick={() => look.mutate()}>
            {t("sampling.adopt")}
          </Button>
          <Text size="sm" c="dimmed">
            {t("sampling.adoptHint")}
          </Text>
        </Group>
      ) : (
        <div className="k-card">
          <Stack gap="md">
            <ul style={{ margin: 0, paddingLeft: 18 }}>
              {wanted.adoption.changes.map((change) => (
                <li key={change.activity}>
                  {pick(change.label)}: {change.before} → {change.after}
                </li>
              ))}
            </ul>
            <ParameterConsequences diff={wanted.diff} currency={status.data?.currency ?? null} />
            <Group>
              <Button loading={adopt.isPending} onClick={() => adopt.mutate(wanted.adoption)}>
                {t("sampling.adopt")}
              </Button>
            </Group>
          </Stack>
        </div>
      )}
    </Stack>
  );
}
