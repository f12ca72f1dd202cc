import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import type { PlanAnswer } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { Button, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useTexts } from "../../i18n/index.ts";
import { LinkButton } from "../../ui/link.tsx";
import { useSpace } from "../../ui/use-space.ts";
import { savePlanFile } from "../plans/plan-file.ts";
import { usePlanChanges } from "../plans/use-plan-changes.ts";

interface BoardActionsProps {
  answer: PlanAnswer;
  /** As it is on the board now. */
  plan: LeverPlan;
  isChanged: boolean;
  onActivate: () => void;
}

/** What one can do with the plan as a whole. */
export function BoardActions({ answer, plan, isChanged, onActivate }: BoardActionsProps) {
  const { t } = useTexts();
  const space = useSpace();
  const { copy, end, restore } = usePlanChanges(space);
  const { head, shown } = answer;
  return (
    <>
      <LinkButton to="/$space/programme" params={{ space }} variant="default">
        {t("programme.board.back")}
      </LinkButton>
      {shown.state === "draft" ? (
        <Button
          onClick={onActivate}
          disabled={isChanged}
          title={isChanged ? t("programme.board.saveFirst") : undefined}
        >
          {t("programme.activation.open")}
        </Button>
      ) : shown.state === "active" ? (
        <Button variant="default" loading={end.isPending} onClick={() => end.mutate(head)}>
          {t("programme.plans.end")}
        </Button>
      ) : (
        <Button variant="default" loading={restore.isPending} onClick={() => restore.mutate(head)}>
          {t("programme.plans.restore")}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" aria-label={t("programme.board.more")} px="xs">
            <IconDots size={18} stroke={1.6} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => copy.mutate(head)}>{t("programme.plans.copy")}</Menu.Item>
          <Menu.Item onClick={() => savePlanFile(plan)}>{t("programme.plans.download")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
