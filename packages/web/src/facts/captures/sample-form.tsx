import type { Sample, SampleInput, SamplingResult } from "@kleinod/engine/facts/captures/contract.ts";
import { Button, Group, NumberInput, Select, Stack } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { parametersQuery } from "../../api/queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyProblem } from "../../ui/notify.ts";
import { notifyWithUndo } from "../../ui/undo-notification.tsx";
import { useSpace } from "../../ui/use-space.ts";
import { CustomerPicker } from "./customer-picker.tsx";

const other = "other";

interface ActivityChoice {
  code: string;
  label: { de: string; en: string };
}

/** The question itself, made for a thumb: what, for whom, how long. */
export function SampleForm({ result }: { result: SamplingResult }) {
  const { t, pick } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const { campaign } = result;
  const [person, setPerson] = useLocalStorage({ key: "kleinod.samplePerson", defaultValue: "" });
  const [activity, setActivity] = useState<string | null>(null);
  const [customerId, setCustomerId] = useState<number | null>(null);
  const [minutes, setMinutes] = useState<number | null>(null);
  const parameters = useQuery(parametersQuery(space));
  const activities = (parameters.data?.parameters.find(({ code }) => code === "costToServe.activities")
    ?.value ?? []) as ActivityChoice[];
  const known = campaign.people.some((one) => one.person === person);
  const refresh = () => client.invalidateQueries({ queryKey: [space, "time-samples"] });
  const onError = (error: unknown) => notifyProblem(t("sampling.failed"), error, "");
  const undo = useMutation({
    mutationFn: (id: string) =>
      call<{ sample: Sample }>(`/time-samples/samples/${encodeURIComponent(id)}`, space, {
        method: "DELETE",
      }),
    onSuccess: refresh,
    onError,
  });
  const save = useMutation({
    mutationFn: (input: Partial<SampleInput>) =>
      call<{ sample: Sample }>(`/time-samples/campaigns/${encodeURIComponent(campaign.id)}/samples`, space, {
        method: "POST",
        body: input,
      }),
    onSuccess: async ({ sample }) => {
      setActivity(null);
      setCustomerId(null);
      setMinutes(null);
      await refresh();
      notifyWithUndo(t("sampling.saved"), t("segments.undo"), () => undo.mutate(sample.id));
    },
    onError,
  });
  return (
    <form
      className="k-card"
      aria-label={t("sampling.answer")}
      style={{ maxWidth: 520 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!known || activity === null) return;
        save.mutate({ person, activity: activity === other ? null : activity, customerId, minutes });
      }}
    >
      <Stack gap="md">
        <Select
          label={t("sampling.person")}
          data={[...new Set(campaign.people.map((one) => one.person))]}
          value={known ? person : null}
          onChange={(value) => setPerson(value ?? "")}
          size="md"
        />
        <Select
          label={t("sampling.answer")}
          data={[
            ...activities.map((one) => ({ value: one.code, label: pick(one.label) })),
            { value: other, label: t("sampling.otherWork") },
          ]}
          value={activity}
          onChange={setActivity}
          searchable
          size="md"
        />
        <CustomerPicker label={t("sampling.customer")} value={customerId} onChange={setCustomerId} />
        <NumberInput
          label={t("sampling.minutes")}
          min={0}
          max={1440}
          inputMode="numeric"
          value={minutes ?? ""}
          onChange={(value) => setMinutes(typeof value === "number" ? value : null)}
          size="md"
        />
        <Group>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={!known || activity === null}
            style={{ minHeight: 44 }}
          >
            {t("sampling.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
