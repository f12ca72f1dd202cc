import { evidenceKinds } from "@kleinod/engine/facts/events/contract.ts";
import type { Insight, InsightChange } from "@kleinod/engine/segments/insights/contract.ts";
import { Badge, Button, Group, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyProblem } from "../../ui/notify.ts";
import { notifyWithUndo } from "../../ui/undo-notification.tsx";
import { useSpace } from "../../ui/use-space.ts";

const strengths = ["weak", "medium", "strong"] as const;

/** One insight: claim, evidence, until when, what it changed; a decision can be added, the insight deleted and brought back. */
export function InsightCard({ insight }: { insight: Insight }) {
  const { t, format } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const [decision, setDecision] = useState("");
  const path = `/insights/${encodeURIComponent(insight.id)}`;
  const refresh = () => client.invalidateQueries({ queryKey: [space, "insights"] });
  const onError = (error: unknown) => notifyProblem(t("segments.failed"), error, "");
  const change = useMutation({
    mutationFn: (body: InsightChange) => call<Insight>(path, space, { method: "PATCH", body }),
    onSuccess: async () => {
      setAdding(false);
      setDecision("");
      await refresh();
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: () => call(path, space, { method: "DELETE" }),
    onSuccess: async () => {
      await refresh();
      notifyWithUndo(t("insights.removed"), t("segments.undo"), () =>
        change.mutate({ restoreVersion: insight.version }),
      );
    },
    onError,
  });
  const kind = evidenceKinds.find((code) => code === insight.evidenceKind);
  const strength = strengths.find((code) => code === insight.strength);
  const facts = [
    kind === undefined ? insight.evidenceKind : t(`insights.kinds.${kind}`),
    strength === undefined ? insight.strength : t(`insights.strengths.${strength}`),
    insight.owner,
    // Of a file the source is the system's name, which says nothing to a reader.
    insight.origin === "file" ? null : insight.source,
    insight.expiresOn === null ? null : `${t("insights.expires")} ${format.date(insight.expiresOn)}`,
    insight.origin === "file" ? t("insights.fromFile") : null,
  ].filter((part) => part !== null && part !== "");
  return (
    <article className="k-card" style={{ opacity: insight.state === "live" ? 1 : 0.75 }}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Text fw={600}>{insight.claim}</Text>
          <Text size="sm" c="dimmed">
            {facts.join(" · ")}
          </Text>
        </div>
        {insight.state === "live" ? null : (
          <Badge variant="default" tt="none" fw={500}>
            {t(`insights.states.${insight.state}`)}
          </Badge>
        )}
      </Group>
      {insight.decisions.length === 0 ? null : (
        <>
          <Text size="sm" mt="xs" fw={600}>
            {t("insights.decisions")}
          </Text>
          <ul style={{ margin: 0, paddingLeft: 18 }}>
            {insight.decisions.map((one) => (
              <li key={one.id}>
                <Text size="sm">
                  {one.text}
                  {one.decidedOn === null ? "" : `, ${format.date(one.decidedOn)}`}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
      {isAdding ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (decision.trim().length >= 3) change.mutate({ addDecision: { text: decision.trim() } });
          }}
        >
          <Group align="flex-end" mt="xs">
            <TextInput
              label={t("insights.decisionLabel")}
              value={decision}
              onChange={(event) => setDecision(event.currentTarget.value)}
              maxLength={500}
              style={{ flex: "1 1 20rem" }}
              data-autofocus
            />
            <Button type="submit" loading={change.isPending} disabled={decision.trim().length < 3}>
              {t("insights.save")}
            </Button>
          </Group>
        </form>
      ) : (
        <Group gap="xs" mt="xs" className="k-no-print">
          <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}>
            {t("insights.addDecision")}
          </Button>
          {insight.origin === "file" ? null : (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              loading={remove.isPending}
              onClick={() => remove.mutate()}
            >
              {t("insights.remove")}
            </Button>
          )}
        </Group>
      )}
    </article>
  );
}
