import type { Segment } from "@kleinod/engine/segments/overlays/contract.ts";
import { ActionIcon, Badge, Group, Select } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { useTexts } from "../../i18n/index.ts";
import { furtherSegments } from "./board-segments.ts";
import type { DraftStep, PlanDraft } from "./plan-draft.ts";
import { SaveDraft } from "./save-draft.tsx";

interface BoardToolsProps {
  draft: PlanDraft;
  step: (step: DraftStep) => void;
  isChanged: boolean;
  planId: number;
  segments: readonly Segment[];
  /** Codes of the segments that have a column. */
  shown: readonly string[];
  onSegment: (code: string) => void;
}

/** Above the board: take back, make again, save, and another segment. */
export function BoardTools({ draft, step, isChanged, planId, segments, shown, onSegment }: BoardToolsProps) {
  const { t } = useTexts();
  const further = furtherSegments(segments, shown);
  return (
    <Group justify="space-between" className="k-no-print" align="flex-end">
      <Group gap="xs">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t("programme.board.undo")}
          title={t("programme.board.undo")}
          disabled={draft.past.length === 0}
          onClick={() => step({ kind: "undo" })}
        >
          <IconArrowBackUp size={18} stroke={1.6} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t("programme.board.redo")}
          title={t("programme.board.redo")}
          disabled={draft.future.length === 0}
          onClick={() => step({ kind: "redo" })}
        >
          <IconArrowForwardUp size={18} stroke={1.6} />
        </ActionIcon>
        {isChanged ? (
          <>
            <Badge variant="light" color="amber" size="lg" tt="none" fw={500}>
              {t("programme.board.draft")}
            </Badge>
            <SaveDraft plan={draft.present} planId={planId} />
          </>
        ) : null}
      </Group>
      {further.length === 0 ? null : (
        <Select
          aria-label={t("programme.board.addSegment")}
          placeholder={t("programme.board.addSegment")}
          data={further}
          value={null}
          searchable
          w={260}
          onChange={(code) => code !== null && onSegment(code)}
        />
      )}
    </Group>
  );
}
