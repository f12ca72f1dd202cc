import type { PlanAnswer, PlanHead, PlanOverride } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { activatePlan, copyPlan, createPlan, endPlan, restorePlan } from "../../api/programme-queries.ts";
import type { Space } from "../../api/types.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyDone, notifyProblem } from "../../ui/notify.ts";
import { notifyWithUndo } from "../../ui/undo-notification.tsx";

interface Activation {
  readonly answer: PlanAnswer;
  /** The plan that holds until now; taking the activation back makes it hold again. */
  readonly before: PlanHead | null;
  readonly override: PlanOverride | null;
}

/** Everything that people decide about plans as a whole, each with the way back. */
export function usePlanChanges(space: Space) {
  const { t } = useTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const refresh = () => client.invalidateQueries({ queryKey: [space, "programme"] });
  const onError = (error: unknown) => notifyProblem(t("programme.failed"), error, "");
  const open = async ({ head }: PlanAnswer) => {
    await refresh();
    await navigate({ to: "/$space/programme/$planId", params: { space, planId: String(head.id) } });
  };
  const create = useMutation({
    mutationFn: (plan: Parameters<typeof createPlan>[1]) => createPlan(space, plan),
    onSuccess: open,
    onError,
  });
  const copy = useMutation({
    mutationFn: ({ id, name }: PlanHead) => copyPlan(space, id, t("programme.plans.copyName", { name })),
    onSuccess: async (answer) => {
      await open(answer);
      notifyDone(t("programme.plans.copied", { name: answer.head.name }));
    },
    onError,
  });
  const back = useMutation({
    mutationFn: ({ restored, ended }: { restored: PlanHead | null; ended: PlanHead | null }) =>
      restored !== null
        ? restorePlan(space, restored.id, restored.version)
        : ended !== null
          ? endPlan(space, ended.id)
          : Promise.resolve(null),
    onSuccess: refresh,
    onError,
  });
  const end = useMutation({
    mutationFn: ({ id }: PlanHead) => endPlan(space, id),
    onSuccess: async ({ head }, before) => {
      await refresh();
      notifyWithUndo(t("programme.plans.ended", { name: head.name }), t("programme.undo"), () =>
        back.mutate({ restored: before, ended: null }),
      );
    },
    onError,
  });
  const restore = useMutation({
    mutationFn: ({ id, version }: PlanHead) => restorePlan(space, id, version),
    onSuccess: async ({ head }) => {
      await refresh();
      notifyWithUndo(t("programme.plans.restored", { name: head.name }), t("programme.undo"), () =>
        back.mutate({ restored: null, ended: head }),
      );
    },
    onError,
  });
  const activate = useMutation({
    mutationFn: ({ answer, override }: Activation) =>
      activatePlan(space, answer.head.id, {
        version: answer.shown.version,
        ...(override === null ? {} : { override }),
      }),
    onSuccess: async ({ head }, { before }) => {
      await refresh();
      notifyWithUndo(t("programme.activation.done", { name: head.name }), t("programme.undo"), () =>
        back.mutate({ restored: before, ended: head }),
      );
    },
    onError,
  });
  return { create, copy, end, restore, activate };
}
