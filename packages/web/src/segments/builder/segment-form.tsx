import type { SegmentAnswer, SegmentVersion } from "@kleinod/engine/segments/overlays/contract.ts";
import { Button, Group, NumberInput, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { saveSegment } from "../../api/segment-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyDone, notifyProblem } from "../../ui/notify.ts";
import { useSpace } from "../../ui/use-space.ts";
import { DefinitionForm } from "./definition-form.tsx";
import { definitionOf, draftOf, emptyDraft } from "./draft.ts";
import { SegmentAdmission } from "./segment-admission.tsx";
import { SegmentLiveCount } from "./segment-live-count.tsx";

interface SegmentFormProps {
  /** The newest version to begin with; null for a new segment. */
  version: SegmentVersion | null;
  /** What the server said last about this version. */
  answer: SegmentAnswer | null;
  onAnswer: (answer: SegmentAnswer) => void;
}

export function SegmentForm({ version, answer, onAnswer }: SegmentFormProps) {
  const { t } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const navigate = useNavigate({ from: "/$space/segments/build" });
  const [draft, setDraft] = useState(() => (version === null ? emptyDraft() : draftOf(version.definition)));
  const [name, setName] = useState(version?.name ?? "");
  const [action, setAction] = useState(version?.action ?? "");
  const [owner, setOwner] = useState(version?.owner ?? "");
  const [segmentation, setSegmentation] = useState(version?.segmentation ?? "");
  const [position, setPosition] = useState(version?.position ?? 0);
  const [reason, setReason] = useState("");
  const definition = useMemo(() => definitionOf(draft), [draft]);
  const save = useMutation({
    mutationFn: () => {
      if (definition === null) throw new Error("The definition is not complete");
      return saveSegment(space, {
        ...(version === null ? {} : { code: version.code }),
        name,
        definition,
        action,
        owner,
        segmentation: segmentation.trim() === "" ? null : segmentation.trim(),
        position,
        ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
      });
    },
    onSuccess: async (saved) => {
      const { segment } = saved;
      onAnswer(saved);
      notifyDone(t("segments.builder.saved"), segment.name);
      await client.invalidateQueries({ queryKey: [space, "segments"] });
      await navigate({ search: (search) => ({ ...search, code: segment.code }), replace: true });
    },
    onError: (error) => notifyProblem(t("segments.failed"), error, ""),
  });
  return (
    <div className="k-two">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (definition !== null && name.trim() !== "") save.mutate();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t("segments.builder.nameLabel")}
            placeholder={t("segments.builder.namePlaceholder")}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={80}
            required
          />
          <DefinitionForm draft={draft} onChange={setDraft} />
          <TextInput
            label={t("segments.builder.actionLabel")}
            placeholder={t("segments.builder.actionPlaceholder")}
            value={action}
            onChange={(event) => setAction(event.currentTarget.value)}
            maxLength={500}
          />
          <TextInput
            label={t("segments.builder.ownerLabel")}
            value={owner}
            onChange={(event) => setOwner(event.currentTarget.value)}
            maxLength={80}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ alignItems: "end" }}>
            <TextInput
              label={t("segments.builder.segmentationLabel")}
              description={t("segments.builder.segmentationHint")}
              value={segmentation}
              onChange={(event) => setSegmentation(event.currentTarget.value)}
              maxLength={40}
            />
            <NumberInput
              label={t("segments.builder.positionLabel")}
              value={position}
              min={0}
              max={1000}
              allowDecimal={false}
              onChange={(value) => setPosition(typeof value === "number" ? value : 0)}
            />
          </SimpleGrid>
          {version === null ? null : (
            <TextInput
              label={t("segments.builder.reasonLabel")}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              maxLength={1000}
            />
          )}
          <Group>
            <Button
              type="submit"
              loading={save.isPending}
              disabled={definition === null || name.trim() === ""}
            >
              {t("segments.builder.save")}
            </Button>
          </Group>
        </Stack>
      </form>
      <Stack gap="md">
        <SegmentLiveCount definition={definition} code={version?.code} />
        {version === null ? null : <SegmentAdmission version={version} answer={answer} onAnswer={onAnswer} />}
      </Stack>
    </div>
  );
}
