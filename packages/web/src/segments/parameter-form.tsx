import type { Job } from "@kleinod/engine/import/history.ts";
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api/client.ts";
import type { Parameter, ParameterDiff, Space } from "../api/types.ts";
import { useTexts } from "../i18n/index.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { JobProgress } from "../ui/job-progress.tsx";
import { useJob, useStartJob, useWhenDone } from "../ui/jobs.ts";
import { ParameterConsequences } from "./parameter-consequences.tsx";
import { ParameterField } from "./parameter-field.tsx";

interface ParameterFormProps {
  space: Space;
  parameter: Parameter;
  currency: string | null;
  onDone: () => void;
}

/** A new value, its consequences, then the decision. */
export function ParameterForm({ space, parameter, currency, onDone }: ParameterFormProps) {
  const { t, pick } = useTexts();
  const [value, setValue] = useState<unknown>(parameter.value);
  const [reason, setReason] = useState("");
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(space, jobId).data;
  const path = `/parameters/${encodeURIComponent(parameter.code)}`;
  const diff = useMutation({
    mutationFn: (wanted: unknown) =>
      call<ParameterDiff>(`${path}/diff`, space, { method: "POST", body: { value: wanted } }),
  });
  const save = useStartJob(space, (wanted: unknown) =>
    call<Job>(path, space, {
      method: "PUT",
      body: { value: wanted, ...(reason.trim() === "" ? {} : { reason: reason.trim() }) },
    }),
  );
  useWhenDone(job, onDone);
  const isChanged = JSON.stringify(value) !== JSON.stringify(parameter.value);
  const change = (next: unknown) => {
    setValue(next);
    diff.reset();
  };
  return (
    <Stack gap="md">
      <Text c="dimmed">{pick(parameter.description)}</Text>
      <ParameterField parameter={parameter} value={value} onChange={change} currency={currency} />
      <TextInput
        label={t("parameters.reason")}
        description={t("parameters.reasonHint")}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group>
        <Button
          variant="light"
          disabled={!isChanged}
          loading={diff.isPending}
          onClick={() => diff.mutate(value)}
        >
          {t("parameters.showConsequences")}
        </Button>
      </Group>
      {diff.isError ? <ErrorState error={diff.error} retry={() => diff.mutate(value)} /> : null}
      {diff.data === undefined ? null : (
        <>
          <ParameterConsequences diff={diff.data} currency={currency} />
          <Group>
            <Button
              loading={save.isPending || job?.state === "running"}
              onClick={() => save.mutate(value, { onSuccess: (started) => setJobId(started.id) })}
            >
              {t("parameters.apply")}
            </Button>
            <Button variant="default" onClick={onDone}>
              {t("frame.cancel")}
            </Button>
          </Group>
          <Text size="sm" c="dimmed">
            {t("parameters.changeBack")}
          </Text>
        </>
      )}
      {save.isError ? <ErrorState error={save.error} retry={() => save.reset()} /> : null}
      {job !== undefined && job.state !== "done" ? <JobProgress space={space} job={job} /> : null}
    </Stack>
  );
}
