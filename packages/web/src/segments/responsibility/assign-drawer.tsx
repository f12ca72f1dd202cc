import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import type {
  AssignmentInput,
  AssignmentPreview,
  ResponsibleType,
  Target,
} from "@kleinod/engine/segments/responsibility/rule-contract.ts";
import { Button, Drawer, Select, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { type DecisionMade, previewAssignment, undoDecision } from "../../api/responsibility-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { responsibleTypes } from "../../measures/value-labels.ts";
import { notifyDone, notifyProblem } from "../../ui/notify.ts";
import { notifyWithUndo } from "../../ui/undo-notification.tsx";
import { useSpace } from "../../ui/use-space.ts";

export type Proposal = ResponsibilityReport["gaps"][number]["proposals"][number];

interface Chosen {
  target: Target;
  proposal: Proposal | null;
}

/** Who takes these customers: name and kind, what it changes, then the decision, which can be taken back. */
export function AssignDrawer({ chosen, onClose }: { chosen: Chosen | null; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Drawer
      opened={chosen !== null}
      onClose={onClose}
      position="right"
      title={t("responsibility.assignment.title")}
      closeButtonProps={{ "aria-label": t("frame.close") }}
    >
      {chosen === null ? null : <AssignForm chosen={chosen} onDone={onClose} />}
    </Drawer>
  );
}

function AssignForm({ chosen, onDone }: { chosen: Chosen; onDone: () => void }) {
  const { t, format } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const [name, setName] = useState(chosen.proposal?.name ?? "");
  const [type, setType] = useState<ResponsibleType>(chosen.proposal?.type ?? "person");
  const [reason, setReason] = useState("");
  const [preview, setPreview] = useState<AssignmentPreview | null>(null);
  const input = (): AssignmentInput => ({
    target: chosen.target,
    assign: { type, name: name.trim(), category: null },
    reason: reason.trim() === "" ? null : reason.trim(),
  });
  const refresh = () => client.invalidateQueries({ queryKey: [space] });
  const onError = (error: unknown) => notifyProblem(t("segments.failed"), error, "");
  const look = useMutation({
    mutationFn: () => previewAssignment(space, input()),
    onSuccess: setPreview,
    onError,
  });
  const undo = useMutation({
    mutationFn: (id: string) => undoDecision(space, id),
    onSuccess: async () => {
      await refresh();
      notifyDone(t("responsibility.assignment.undone"));
    },
    onError,
  });
  const apply = useMutation({
    mutationFn: () =>
      call<DecisionMade>("/responsibility/decisions", space, { method: "POST", body: input() }),
    onSuccess: async ({ id, customers }) => {
      await refresh();
      notifyWithUndo(
        t("responsibility.gap.done", { n: format.count(customers), name: name.trim() }),
        t("segments.undo"),
        () => undo.mutate(id),
      );
      onDone();
    },
    onError,
  });
  const change = (set: () => void) => {
    set();
    setPreview(null);
  };
  const isComplete = name.trim() !== "";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isComplete) return;
        if (preview === null) look.mutate();
        else apply.mutate();
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t("responsibility.assignment.name")}
          value={name}
          onChange={(event) => change(() => setName(event.currentTarget.value))}
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
          onChange={(value) =>
            change(() => setType(responsibleTypes.find((known) => known === value) ?? type))
          }
        />
        <TextInput
          label={t("responsibility.assignment.reason")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={1000}
        />
        {preview === null ? (
          <Button type="submit" variant="default" loading={look.isPending} disabled={!isComplete}>
            {t("responsibility.assignment.preview")}
          </Button>
        ) : (
          <>
            <Text aria-live="polite">
              {t("responsibility.assignment.result", {
                customers: format.count(preview.customers),
                closed: format.count(preview.gapsClosed),
                moved: format.count(preview.moved),
                unchanged: format.count(preview.unchanged),
              })}
            </Text>
            {preview.sample.length === 0 ? null : (
              <Text size="sm" c="dimmed">
                {preview.sample
                  .slice(0, 5)
                  .map((one) => (one.before === null ? one.name : `${one.name} (${one.before})`))
                  .join(", ")}
                {preview.customers > Math.min(5, preview.sample.length) ? " …" : ""}
              </Text>
            )}
            <Button type="submit" loading={apply.isPending}>
              {t("responsibility.assignment.apply")}
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}
