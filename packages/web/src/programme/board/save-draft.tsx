import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { Button, Group, Popover, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { savePlan } from "../../api/programme-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyDone, notifyProblem } from "../../ui/notify.ts";
import { useSpace } from "../../ui/use-space.ts";

/** A draft becomes the next version, with a reason; versions stay as they are for ever. */
export function SaveDraft({ plan, planId }: { plan: LeverPlan; planId: number }) {
  const { t } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const navigate = useNavigate({ from: "/$space/programme/$planId" });
  const [name, setName] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [isOpen, setOpen] = useState(false);
  const shownName = name ?? plan.name;
  const save = useMutation({
    mutationFn: () => savePlan(space, planId, { ...plan, name: shownName.trim() }, reason.trim()),
    onSuccess: async ({ head, shown }) => {
      setOpen(false);
      setName(null);
      setReason("");
      await client.invalidateQueries({ queryKey: [space, "programme"] });
      await navigate({ search: (search) => ({ ...search, version: undefined }), replace: true });
      notifyDone(t("programme.board.saved", { name: head.name, version: String(shown.version) }));
    },
    onError: (error) => notifyProblem(t("programme.failed"), error, ""),
  });
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" width={340} trapFocus returnFocus>
      <Popover.Target>
        <Button onClick={() => setOpen(!isOpen)} aria-haspopup="dialog" aria-expanded={isOpen}>
          {t("programme.board.save")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("programme.board.save")}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (shownName.trim() !== "") save.mutate();
          }}
        >
          <Stack gap="sm">
            <TextInput
              label={t("programme.board.reason")}
              value={reason}
              maxLength={1000}
              data-autofocus
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <TextInput
              label={t("programme.plans.name")}
              value={shownName}
              maxLength={120}
              required
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Group>
              <Button type="submit" loading={save.isPending}>
                {t("programme.board.saveNow")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
