import type { Job } from "@kleinod/engine/import/history.ts";
import type {
  Admission,
  BackTestResult,
  SegmentAnswer,
  SegmentVersion,
} from "@kleinod/engine/segments/overlays/contract.ts";
import { Button, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, call } from "../../api/client.ts";
import { useTexts } from "../../i18n/index.ts";
import { JobProgress } from "../../ui/job-progress.tsx";
import { useJob, useStartJob } from "../../ui/jobs.ts";
import { notifyDone, notifyProblem } from "../../ui/notify.ts";
import { useSpace } from "../../ui/use-space.ts";

/** From draft to active: the four questions, the look back over 12 months, and the way past an objection with a reason. */
export function SegmentAdmission({
  version,
  answer,
  onAnswer,
}: {
  version: SegmentVersion;
  answer: SegmentAnswer | null;
  onAnswer: (answer: SegmentAnswer) => void;
}) {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const path = `/segments/${encodeURIComponent(version.code)}`;
  const [jobId, setJobId] = useState<string | null>(null);
  const [override, setOverride] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const job = useJob(space, jobId).data;
  const start = useStartJob(space, () =>
    call<Job>(`${path}/backtest`, space, { method: "POST", body: { version: version.version } }),
  );
  const activate = useMutation({
    mutationFn: () =>
      call<SegmentAnswer>(`${path}/activate`, space, {
        method: "POST",
        body: {
          version: version.version,
          ...(override.trim() === "" ? {} : { overrideReason: override.trim() }),
        },
      }),
    onSuccess: async (answered) => {
      const { segment } = answered;
      onAnswer(answered);
      notifyDone(t("segments.admission.activated", { name: segment.name }));
      await client.invalidateQueries({ queryKey: [space, "segments"] });
    },
    onError: (error) => {
      if (error instanceof ApiError && error.code === "segmentNotAdmitted") setRefusal(error.message);
      else notifyProblem(t("segments.failed"), error, "");
    },
  });
  const isRefused = refusal !== null;
  const result = job?.state === "done" ? (job.result as BackTestResult) : null;
  const backTest = result?.backTest ?? version.backTest;
  const admission: Admission | null = result?.admission ?? answer?.admission ?? null;
  const needsReason = admission === null ? isRefused : !admission.admitted;
  return (
    <section className="k-card" aria-label={t("segments.admission.title")}>
      <Title order={2}>{t("segments.admission.title")}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("segments.admission.hint")}
      </Text>
      <Stack gap="sm">
        {admission === null ? null : <Findings admission={admission} />}
        {backTest === null || backTest.movedRatio === null ? null : (
          <Text size="sm">
            {t("segments.admission.moved", {
              moved: format.count(backTest.moved),
              n: format.count(backTest.customers),
              share: format.percent(backTest.movedRatio),
            })}
          </Text>
        )}
        {admission?.warnings.map((warning) => (
          <Text key={warning.en} size="sm" c="dimmed">
            {pick(warning)}
          </Text>
        ))}
        {job !== undefined && job.state === "running" ? (
          <JobProgress space={space} job={job} />
        ) : (
          <Button
            variant="default"
            loading={start.isPending}
            onClick={() => start.mutate(undefined, { onSuccess: ({ id }) => setJobId(id) })}
          >
            {t("segments.admission.backTest")}
          </Button>
        )}
        {version.state === "active" ? null : (
          <>
            {admission === null && refusal !== null ? <Text size="sm">{refusal}</Text> : null}
            {needsReason ? (
              <TextInput
                label={t("segments.admission.overrideLabel")}
                value={override}
                onChange={(event) => setOverride(event.currentTarget.value)}
                maxLength={1000}
              />
            ) : null}
            <Button
              loading={activate.isPending}
              disabled={needsReason && override.trim() === ""}
              onClick={() => activate.mutate()}
            >
              {needsReason ? t("segments.admission.activateAnyway") : t("segments.admission.activate")}
            </Button>
          </>
        )}
      </Stack>
    </section>
  );
}

function Findings({ admission }: { admission: Admission }) {
  const { t, pick } = useTexts();
  return (
    <ul style={{ listStyle: "none", margin: 0, padding: 0, display: "grid", gap: 8 }}>
      {admission.findings.map((finding) => (
        <li key={finding.check}>
          <Text size="sm">
            <b>{t(`segments.admission.checks.${finding.check}`)}</b>:{" "}
            {finding.passed === null
              ? t("segments.admission.open")
              : finding.passed
                ? t("segments.admission.passed")
                : t("segments.admission.failed")}
          </Text>
          <Text size="xs" c="dimmed">
            {pick(finding.message)}
          </Text>
        </li>
      ))}
    </ul>
  );
}
