import type { CoherenceFinding } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { overrule, takeBackOverruling } from "../../api/programme-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyProblem } from "../../ui/notify.ts";
import { notifyWithUndo } from "../../ui/undo-notification.tsx";
import { useSpace } from "../../ui/use-space.ts";
import { emptyOverride, isCompleteOverride, OverrideFields } from "../parts/override-fields.tsx";

interface OverruleFormProps {
  finding: CoherenceFinding;
  planId: number;
  onClose: () => void;
}

/** Who knows better says why, who approves, and when it is looked at again. */
export function OverruleForm({ finding, planId, onClose }: OverruleFormProps) {
  const { t } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const [override, setOverride] = useState(emptyOverride);
  const refresh = () => client.invalidateQueries({ queryKey: [space, "programme"] });
  const onError = (error: unknown) => notifyProblem(t("programme.failed"), error, "");
  const takeBack = useMutation({
    mutationFn: (id: number) => takeBackOverruling(space, id),
    onSuccess: refresh,
    onError,
  });
  const save = useMutation({
    mutationFn: () => overrule(space, { planId, rule: finding.rule, segment: finding.segment, ...override }),
    onSuccess: async ({ overruling: { id } }) => {
      await refresh();
      notifyWithUndo(t("programme.overrule.saved", { rule: finding.rule }), t("programme.undo"), () =>
        takeBack.mutate(id),
      );
      onClose();
    },
    onError,
  });
  return (
    <form
      aria-label={t("programme.overrule.title", { rule: finding.rule })}
      onSubmit={(event) => {
        event.preventDefault();
        if (isCompleteOverride(override)) save.mutate();
      }}
    >
      <Stack gap="sm" mt="xs">
        <Text size="sm">{t("programme.overrule.hint")}</Text>
        <OverrideFields override={override} onChange={setOverride} />
        <Group gap="xs">
          <Button type="submit" loading={save.isPending} disabled={!isCompleteOverride(override)}>
            {t("programme.overrule.save")}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t("programme.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
