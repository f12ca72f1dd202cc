import { Button, FileButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { templatePlan } from "../../api/programme-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyProblem } from "../../ui/notify.ts";
import { useSpace } from "../../ui/use-space.ts";
import { readPlanFile } from "./plan-file.ts";
import { usePlanChanges } from "./use-plan-changes.ts";

/** Three ways to a plan: what usually helps first, an empty one, a file. */
export function StartPlan() {
  const { t } = useTexts();
  const space = useSpace();
  const { create } = usePlanChanges(space);
  const template = useMutation({
    mutationFn: () => templatePlan(space),
    onSuccess: (plan) => create.mutate({ ...plan, name: t("programme.plans.newName") }),
    onError: (error) => notifyProblem(t("programme.failed"), error, ""),
  });
  const load = async (file: File | null) => {
    if (file === null) return;
    const plan = await readPlanFile(file);
    if (plan === null)
      notifyProblem(t("programme.plans.noPlanFile"), null, t("programme.plans.noPlanFileHint"));
    else create.mutate(plan);
  };
  return (
    <>
      <Button loading={template.isPending} onClick={() => template.mutate()}>
        {t("programme.plans.fromTemplate")}
      </Button>
      <Button
        variant="default"
        onClick={() =>
          create.mutate({ name: t("programme.plans.newName"), snapshot: "latest", assignments: [] })
        }
      >
        {t("programme.plans.fromNothing")}
      </Button>
      <FileButton accept="application/json,.json" onChange={(file) => void load(file)}>
        {(props) => (
          <Button variant="default" {...props}>
            {t("programme.plans.fromFile")}
          </Button>
        )}
      </FileButton>
    </>
  );
}
