import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { Button, type ButtonProps } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { createPlan } from "../../api/programme-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyDone, notifyProblem } from "../../ui/notify.ts";
import { useSpace } from "../../ui/use-space.ts";

interface SavePlanProps {
  plan: LeverPlan;
  size?: ButtonProps["size"];
  label?: string;
}

/** Keeps a plan that was found as a draft and opens it on the board. */
export function SavePlan({ plan, size, label }: SavePlanProps) {
  const { t } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: () => createPlan(space, plan),
    onSuccess: async ({ head }) => {
      await client.invalidateQueries({ queryKey: [space, "programme"] });
      notifyDone(t("optimiser.saved", { name: head.name }));
      await navigate({
        to: "/$space/programme/$planId",
        params: { space, planId: String(head.id) },
      });
    },
    onError: (error) => notifyProblem(t("optimiser.save"), error, t("jobs.failed")),
  });
  return (
    <Button
      {...(size === undefined ? {} : { size })}
      variant={label === undefined && size === undefined ? "filled" : "default"}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      {label ?? t("optimiser.save")}
    </Button>
  );
}
