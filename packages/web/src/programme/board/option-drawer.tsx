import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { Drawer, Text } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { leverOf } from "../parts/lever-names.ts";
import type { Editing } from "./board-search.ts";
import type { BoardSegment } from "./lever-board.tsx";
import { OptionForm } from "./option-form.tsx";

interface OptionDrawerProps {
  editing: Editing | null;
  plan: LeverPlan;
  segments: readonly BoardSegment[];
  /** Day of the data; a new option begins with the month after it. */
  asOf: string;
  onPut: (plan: LeverPlan) => void;
  onClose: () => void;
}

/** An option with its decisions, expectations and evidence, beside the board. */
export function OptionDrawer({ editing, plan, segments, asOf, onPut, onClose }: OptionDrawerProps) {
  const { t } = useTexts();
  const old = editing?.kind === "old" ? (plan.assignments[editing.index] ?? null) : null;
  const lever = editing?.kind === "new" ? editing.lever : old === null ? null : leverOf(old.option);
  const isOpen = editing?.kind === "new" || old !== null;
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="lg"
      title={
        <Text fw={600} component="h2">
          {lever === null ? t("programme.board.unknownOption") : `${lever} ${t(`programme.levers.${lever}`)}`}
        </Text>
      }
      closeButtonProps={{ "aria-label": t("frame.close") }}
    >
      {!isOpen || editing === null || lever === null ? null : (
        <OptionForm
          key={editing.kind === "old" ? `${editing.index}` : `${editing.lever}~${editing.segment}`}
          lever={lever}
          index={editing.kind === "old" ? editing.index : null}
          initial={
            old ?? {
              option: "",
              segment: editing.kind === "new" ? editing.segment : "",
              from: firstOfNextMonth(asOf),
              params: {},
            }
          }
          plan={plan}
          segments={segments}
          onPut={(next) => {
            onPut(next);
            onClose();
          }}
        />
      )}
    </Drawer>
  );
}

/** Plans begin with a month: 2026-11-23 → 2026-12-01. */
export function firstOfNextMonth(day: string): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
