import type { Segment, SegmentAnswer, SegmentVersion } from "@kleinod/engine/segments/overlays/contract.ts";
import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "../api/client.ts";
import { saveSegment } from "../api/segment-queries.ts";
import { useTexts } from "../i18n/index.ts";
import { LinkButton } from "../ui/link.tsx";
import { notifyProblem } from "../ui/notify.ts";
import { notifyWithUndo } from "../ui/undo-notification.tsx";
import { useSpace } from "../ui/use-space.ts";

/** Versions that were kept and do not count yet. */
export function SegmentDrafts({ segments }: { segments: readonly Segment[] }) {
  const { t, pick } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: [space, "segments"] });
  const onError = (error: unknown) => notifyProblem(t("segments.failed"), error, "");
  // A draft that was given up cannot be taken back, only kept anew, with the next number.
  const keep = useMutation({
    mutationFn: ({ code, name, definition, action, owner, segmentation, position }: SegmentVersion) =>
      saveSegment(space, { code, name, definition, action, owner, segmentation, position }),
    onSuccess: refresh,
    onError,
  });
  const discard = useMutation({
    mutationFn: ({ code, version }: SegmentVersion) =>
      call<SegmentAnswer>(`/segments/${encodeURIComponent(code)}/retire`, space, {
        method: "POST",
        body: { version },
      }),
    onSuccess: async (_, draft) => {
      await refresh();
      notifyWithUndo(t("segments.discarded", { name: draft.name }), t("segments.undo"), () =>
        keep.mutate(draft),
      );
    },
    onError,
  });
  const drafts = segments
    .map(({ draft }) => draft)
    .filter((draft): draft is SegmentVersion => draft !== null);
  return (
    <ul style={{ listStyle: "none", margin: 0, padding: 0, display: "grid", gap: 12 }}>
      {drafts.map((draft) => (
        <li
          key={draft.code}
          className="k-card"
          style={{ display: "flex", gap: 16, justifyContent: "space-between", flexWrap: "wrap" }}
        >
          <div>
            <Text fw={600}>{draft.name}</Text>
            <Text size="sm" c="dimmed">
              {pick(draft.definitionText)}
            </Text>
          </div>
          <Group gap="xs" className="k-no-print">
            <LinkButton
              to="/$space/segments/build"
              params={{ space }}
              search={{ code: draft.code }}
              variant="default"
              size="compact-md"
            >
              {t("segments.edit")}
            </LinkButton>
            <Button
              variant="subtle"
              color="gray"
              size="compact-md"
              loading={discard.isPending && discard.variables.code === draft.code}
              onClick={() => discard.mutate(draft)}
            >
              {t("segments.discard")}
            </Button>
          </Group>
        </li>
      ))}
    </ul>
  );
}
