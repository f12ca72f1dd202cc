import type { Capture } from "@kleinod/engine/facts/captures/contract.ts";
import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "../../api/client.ts";
import { type CaptureMade, refreshCaptures } from "../../api/responsibility-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { TextLink } from "../../ui/link.tsx";
import { notifyProblem } from "../../ui/notify.ts";
import { notifyWithUndo } from "../../ui/undo-notification.tsx";
import { useSpace } from "../../ui/use-space.ts";

/** What was noted; each entry can be deleted and brought back. */
export function CaptureListView({ captures }: { captures: readonly Capture[] }) {
  const { t, format } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const refresh = () => refreshCaptures(client, space);
  const onError = (error: unknown) => notifyProblem(t("capture.failed"), error, "");
  const restore = useMutation({
    mutationFn: (id: string) =>
      call<CaptureMade>(`/captures/${encodeURIComponent(id)}/restore`, space, { method: "POST" }),
    onSuccess: refresh,
    onError,
  });
  const remove = useMutation({
    mutationFn: (id: string) =>
      call<CaptureMade>(`/captures/${encodeURIComponent(id)}`, space, { method: "DELETE" }),
    onSuccess: async (_, id) => {
      await refresh();
      notifyWithUndo(t("capture.removed"), t("capture.undo"), () => restore.mutate(id));
    },
    onError,
  });
  return (
    <ul style={{ listStyle: "none", margin: 0, padding: 0, display: "grid", gap: 12 }}>
      {captures.map((one) => (
        <li key={one.id} className="k-card">
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div>
              {one.customerId === null ? (
                <Text fw={600}>{one.accountKey ?? t(`capture.types.${one.activityType}`)}</Text>
              ) : (
                <TextLink to="/$space/customers/$id" params={{ space, id: String(one.customerId) }} fw={600}>
                  {one.customerName ?? one.accountKey ?? String(one.customerId)}
                </TextLink>
              )}
              <Text size="sm" c="dimmed">
                {[
                  t(`capture.types.${one.activityType}`),
                  one.reason,
                  one.minutes === null ? null : `${format.number(one.minutes)} min`,
                  one.isSolved === null
                    ? null
                    : one.isSolved
                      ? `${t("capture.solved")} ${t("capture.solvedYes")}`
                      : `${t("capture.solved")} ${t("capture.solvedNo")}`,
                  one.nextDate === null ? null : t("capture.next2", { date: format.date(one.nextDate) }),
                  one.person,
                ]
                  .filter((part) => part !== null && part !== "")
                  .join(" · ")}
              </Text>
            </div>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              loading={remove.isPending && remove.variables === one.id}
              onClick={() => remove.mutate(one.id)}
            >
              {t("capture.remove")}
            </Button>
          </Group>
        </li>
      ))}
    </ul>
  );
}
