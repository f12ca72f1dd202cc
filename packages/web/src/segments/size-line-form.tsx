import type { Job } from "@kleinod/engine/import/history.ts";
import { Button, Group, NumberInput, Skeleton, Slider, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api/client.ts";
import { sizeLineCountQuery, sizeLineProposalQuery } from "../api/queries.ts";
import type { SizeLineProposal, Space } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { JobProgress } from "../ui/job-progress.tsx";
import { useJob, useStartJob, useWhenDone } from "../ui/jobs.ts";

/** Where small ends and large begins: a proposal, a choice, and at once how many customers that makes. */
export function SizeLineForm({ space, onDone }: { space: Space; onDone: () => void }) {
  const proposal = useQuery(sizeLineProposalQuery(space));
  if (proposal.isError) return <ErrorState error={proposal.error} retry={() => void proposal.refetch()} />;
  if (proposal.data === undefined) return <Skeleton height={220} />;
  return <SizeLineChoice space={space} proposal={proposal.data} onDone={onDone} />;
}

function SizeLineChoice({
  space,
  proposal,
  onDone,
}: {
  space: Space;
  proposal: SizeLineProposal;
  onDone: () => void;
}) {
  const { t, format } = useTexts();
  const { currency, stepsCents } = proposal;
  const [cents, setCents] = useState(proposal.proposalCents);
  const [settledCents] = useDebouncedValue(cents, 150);
  const count = useQuery(sizeLineCountQuery(space, settledCents));
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(space, jobId).data;
  const save = useStartJob(space, (value: number) =>
    call<Job>("/size-line", space, { method: "PUT", body: { cents: value } }),
  );
  useWhenDone(job, onDone);
  const nearest = stepsCents.reduce(
    (best, step, index) =>
      Math.abs(step - cents) < Math.abs((stepsCents[best] ?? 0) - cents) ? index : best,
    0,
  );
  return (
    <Stack gap="md">
      <Text size="sm">{t("sizeLine.explain")}</Text>
      <Slider
        thumbLabel={t("sizeLine.title")}
        min={0}
        max={Math.max(1, stepsCents.length - 1)}
        step={1}
        value={nearest}
        label={null}
        marks={stepsCents.map((step, index) => ({
          value: index,
          label: index % 3 === 0 ? format.count(step / 100) : undefined,
        }))}
        onChange={(index) => setCents(stepsCents[index] ?? cents)}
        mb="lg"
        mx="lg"
      />
      <Group align="flex-end">
        <NumberInput
          label={t("sizeLine.label")}
          description={currency === null ? undefined : t("sizeLine.perYear", { currency })}
          value={cents / 100}
          min={1}
          hideControls
          thousandSeparator={format.locale === "en" ? "," : format.locale === "de-CH" ? "’" : "."}
          decimalSeparator={format.locale === "en" || format.locale === "de-CH" ? "." : ","}
          allowNegative={false}
          decimalScale={0}
          onChange={(value) => {
            if (typeof value === "number" && value >= 1) setCents(Math.round(value) * 100);
          }}
          w={200}
        />
        {cents === proposal.proposalCents ? (
          <Text size="sm" c="dimmed" pb={8}>
            {t("sizeLine.isProposal")}
          </Text>
        ) : (
          <Button variant="subtle" onClick={() => setCents(proposal.proposalCents)}>
            {t("sizeLine.backToProposal")}
          </Button>
        )}
      </Group>
      <Text aria-live="polite" size="lg" fw={500}>
        {count.data === undefined
          ? t("frame.loading")
          : t("sizeLine.count", {
              small: format.count(count.data.small),
              large: format.count(count.data.large),
            })}
      </Text>
      {count.data?.smallSalesShare === undefined || count.data.smallSalesShare === null ? null : (
        <Text size="sm" c="dimmed">
          {t("sizeLine.shares", {
            small: format.percent(count.data.smallSalesShare),
            large: format.percent(count.data.largeSalesShare ?? 1 - count.data.smallSalesShare),
          })}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {t("sizeLine.changeLater")}
      </Text>
      {job !== undefined && job.state !== "done" ? <JobProgress space={space} job={job} /> : null}
      {save.isError ? <ErrorState error={save.error} retry={() => save.reset()} /> : null}
      <Group>
        <Button
          loading={save.isPending || job?.state === "running"}
          onClick={() => save.mutate(cents, { onSuccess: (started) => setJobId(started.id) })}
        >
          {t("sizeLine.apply")}
        </Button>
      </Group>
    </Stack>
  );
}
