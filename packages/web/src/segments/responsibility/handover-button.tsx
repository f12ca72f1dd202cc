import type {
  HandoverInput,
  ResponsibleType,
} from "@kleinod/engine/segments/responsibility/rule-contract.ts";
import { Button, Drawer, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { type DecisionMade, undoDecision } from "../../api/responsibility-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { responsibleTypes } from "../../measures/value-labels.ts";
import { notifyDone, notifyProblem } from "../../ui/notify.ts";
import { notifyWithUndo } from "../../ui/undo-notification.tsx";
import { useSpace } from "../../ui/use-space.ts";

/** A customer goes to somebody by name, who will be in touch at an agreed time. Never a refusal. */
export function HandoverButton({ customerId, name }: { customerId: number; name: string }) {
  const { t } = useTexts();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t("responsibility.handover.action")}
      </Button>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        position="right"
        title={t("responsibility.handover.title", { name })}
        closeButtonProps={{ "aria-label": t("frame.close") }}
      >
        <HandoverForm customerId={customerId} name={name} onDone={() => setOpened(false)} />
      </Drawer>
    </>
  );
}

function HandoverForm({
  customerId,
  name,
  onDone,
}: {
  customerId: number;
  name: string;
  onDone: () => void;
}) {
  const { t } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const [to, setTo] = useState("");
  const [type, setType] = useState<ResponsibleType>("pool");
  const [agreedAt, setAgreedAt] = useState("");
  const [note, setNote] = useState("");
  const refresh = () => client.invalidateQueries({ queryKey: [space] });
  const onError = (error: unknown) => notifyProblem(t("segments.failed"), error, "");
  const undo = useMutation({
    mutationFn: (id: string) => undoDecision(space, id),
    onSuccess: async () => {
      await refresh();
      notifyDone(t("responsibility.assignment.undone"));
    },
    onError,
  });
  const hand = useMutation({
    mutationFn: (input: HandoverInput) =>
      call<DecisionMade>("/responsibility/handovers", space, { method: "POST", body: input }),
    onSuccess: async ({ id }) => {
      await refresh();
      notifyWithUndo(t("responsibility.handover.done", { name, to }), t("segments.undo"), () =>
        undo.mutate(id),
      );
      onDone();
    },
    onError,
  });
  const isComplete = to.trim() !== "" && agreedAt !== "";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isComplete) return;
        hand.mutate({
          customerId,
          from: null,
          to: { type, name: to.trim(), category: null },
          agreedAt,
          note: note.trim(),
        });
      }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t("responsibility.handover.formHint")}
        </Text>
        <TextInput
          label={t("responsibility.handover.to")}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          maxLength={200}
          required
          data-autofocus
        />
        <Select
          label={t("responsibility.assignment.type")}
          data={responsibleTypes.map((value) => ({ value, label: t(`values.${value}`) }))}
          value={type}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => setType(responsibleTypes.find((known) => known === value) ?? type)}
        />
        <TextInput
          type="datetime-local"
          label={t("responsibility.handover.agreed")}
          value={agreedAt}
          onChange={(event) => setAgreedAt(event.currentTarget.value)}
          required
        />
        <Textarea
          label={t("responsibility.handover.note")}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={3}
          maxLength={2000}
        />
        <Button type="submit" loading={hand.isPending} disabled={!isComplete}>
          {t("responsibility.handover.action")}
        </Button>
      </Stack>
    </form>
  );
}
