import type { Segment, SegmentAnswer } from "@kleinod/engine/segments/overlays/contract.ts";
import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "../api/client.ts";
import { useTexts } from "../i18n/index.ts";
import { notifyDone, notifyProblem } from "../ui/notify.ts";
import { Section } from "../ui/page.tsx";
import { useSpace } from "../ui/use-space.ts";

/** Segments that held once and do not hold now. */
export function RetiredSegments({ segments }: { segments: readonly Segment[] }) {
  const { t, format } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const restore = useMutation({
    mutationFn: ({ code, version }: { code: string; version: number }) =>
      call<SegmentAnswer>(`/segments/${encodeURIComponent(code)}/restore`, space, {
        method: "POST",
        body: { version },
      }),
    onSuccess: async ({ segment }) => {
      await client.invalidateQueries({ queryKey: [space, "segments"] });
      notifyDone(t("segments.restored", { name: segment.name }));
    },
    onError: (error) => notifyProblem(t("segments.failed"), error, ""),
  });
  const retired = segments.flatMap(({ code, active, versions }) => {
    const last = versions.find(({ state, validFrom }) => state === "retired" && validFrom !== null);
    return active !== null || last === undefined ? [] : [{ code, ...last }];
  });
  if (retired.length === 0) return null;
  return (
    <Section title={t("segments.retiredTitle")} hint={t("segments.retiredHint")}>
      <ul style={{ listStyle: "none", margin: 0, padding: 0, display: "grid", gap: 12 }}>
        {retired.map((one) => (
          <li key={one.code} className="k-card">
            <Group justify="space-between">
              <Text fw={600}>
                {one.name}{" "}
                <Text span size="sm" c="dimmed" fw={400}>
                  {t("segments.version", { n: format.count(one.version) })}
                </Text>
              </Text>
              <Button
                className="k-no-print"
                variant="default"
                size="compact-md"
                loading={restore.isPending && restore.variables.code === one.code}
                onClick={() => restore.mutate(one)}
              >
                {t("segments.restore")}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </Section>
  );
}
