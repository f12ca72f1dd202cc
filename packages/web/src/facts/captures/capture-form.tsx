import type { CaptureInput, CaptureList } from "@kleinod/engine/facts/captures/contract.ts";
import { type ActivityType, activityTypes } from "@kleinod/engine/facts/events/contract.ts";
import {
  Autocomplete,
  Button,
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { type CaptureMade, refreshCaptures } from "../../api/responsibility-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyDone, notifyProblem } from "../../ui/notify.ts";
import { useSpace } from "../../ui/use-space.ts";
import { CustomerPicker } from "./customer-picker.tsx";

const empty = {
  customerId: null as number | null,
  activityType: "call" as ActivityType,
  reason: "",
  minutes: null as number | null,
  solved: "",
  nextDate: "",
  initiatedBy: "",
};

/** Who, what, why, how long, solved, when again. What is not given is left unknown. */
export function CaptureForm({ reasons, people }: Pick<CaptureList, "reasons" | "people">) {
  const { t } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const [values, setValues] = useState(empty);
  // The same person notes the next talk too.
  const [person, setPerson] = useLocalStorage({ key: "kleinod.person", defaultValue: "" });
  const set = (part: Partial<typeof empty>) => setValues((before) => ({ ...before, ...part }));
  const save = useMutation({
    mutationFn: (input: Partial<CaptureInput>) =>
      call<CaptureMade>("/captures", space, { method: "POST", body: input }),
    onSuccess: async () => {
      notifyDone(t("capture.saved"));
      setValues({ ...empty, activityType: values.activityType });
      await refreshCaptures(client, space);
    },
    onError: (error) => notifyProblem(t("capture.failed"), error, ""),
  });
  const orNull = (text: string) => (text.trim() === "" ? null : text.trim());
  const choices = (entries: readonly (readonly [value: string, label: string])[]) =>
    entries.map(([value, label]) => ({ value, label }));
  return (
    <form
      className="k-card"
      aria-label={t("capture.title")}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({
          customerId: values.customerId,
          activityType: values.activityType,
          reason: orNull(values.reason),
          minutes: values.minutes,
          isSolved: values.solved === "" ? null : values.solved === "yes",
          nextDate: orNull(values.nextDate),
          initiatedBy:
            values.initiatedBy === "customer" ? "customer" : values.initiatedBy === "us" ? "us" : null,
          person: orNull(person),
        });
      }}
    >
      <Stack gap="md">
        <CustomerPicker
          label={t("capture.customer")}
          value={values.customerId}
          onChange={(customerId) => set({ customerId })}
        />
        <SimpleGrid cols={{ base: 2, sm: 4 }}>
          <Select
            label={t("capture.type")}
            data={activityTypes.map((code) => ({ value: code, label: t(`capture.types.${code}`) }))}
            value={values.activityType}
            allowDeselect={false}
            onChange={(code) =>
              set({ activityType: activityTypes.find((known) => known === code) ?? values.activityType })
            }
          />
          <Autocomplete
            label={t("capture.reason")}
            data={[...reasons]}
            value={values.reason}
            onChange={(reason) => set({ reason })}
            maxLength={200}
          />
          <NumberInput
            label={t("capture.minutes")}
            min={0}
            max={1440}
            inputMode="numeric"
            value={values.minutes ?? ""}
            onChange={(minutes) => set({ minutes: typeof minutes === "number" ? minutes : null })}
          />
          <TextInput
            label={t("capture.next")}
            type="date"
            value={values.nextDate}
            onChange={(event) => set({ nextDate: event.currentTarget.value })}
          />
        </SimpleGrid>
        <Group gap="xl">
          <Choice
            label={t("capture.solved")}
            value={values.solved}
            onChange={(solved) => set({ solved })}
            data={choices([
              ["", "–"],
              ["yes", t("capture.solvedYes")],
              ["no", t("capture.solvedNo")],
            ])}
          />
          <Choice
            label={t("capture.initiated")}
            value={values.initiatedBy}
            onChange={(initiatedBy) => set({ initiatedBy })}
            data={choices([
              ["", "–"],
              ["customer", t("capture.byCustomer")],
              ["us", t("capture.byUs")],
            ])}
          />
        </Group>
        <Group align="flex-end">
          <Autocomplete
            label={t("capture.person")}
            placeholder={t("capture.personPlaceholder")}
            data={people.map((one) => one.person)}
            value={person}
            onChange={setPerson}
            maxLength={200}
          />
          <Button type="submit" loading={save.isPending} style={{ minHeight: 44 }}>
            {t("capture.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Choice({
  label,
  value,
  onChange,
  data,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  data: { value: string; label: string }[];
}) {
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {label}
      </Text>
      <SegmentedControl aria-label={label} value={value} onChange={onChange} data={data} />
    </div>
  );
}
