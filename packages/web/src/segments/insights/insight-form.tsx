import { evidenceKinds } from "@kleinod/engine/facts/events/contract.ts";
import type { Insight, InsightInput } from "@kleinod/engine/segments/insights/contract.ts";
import { Button, Group, Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { useTexts } from "../../i18n/index.ts";
import { notifyDone, notifyProblem } from "../../ui/notify.ts";
import { useSpace } from "../../ui/use-space.ts";

/** Claim and where it comes from are enough; the rest takes sensible defaults and can be changed later. */
export function InsightForm() {
  const { t } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const [claim, setClaim] = useState("");
  const [kind, setKind] = useState<InsightInput["evidenceKind"]>("conversation");
  const [source, setSource] = useState("");
  const add = useMutation({
    mutationFn: (input: InsightInput) => call<Insight>("/insights", space, { method: "POST", body: input }),
    onSuccess: async () => {
      notifyDone(t("insights.saved"));
      setClaim("");
      setSource("");
      await client.invalidateQueries({ queryKey: [space, "insights"] });
    },
    onError: (error) => notifyProblem(t("segments.failed"), error, ""),
  });
  const isComplete = claim.trim().length >= 3;
  return (
    <form
      className="k-card k-no-print"
      aria-label={t("insights.add")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isComplete) return;
        const seen = source.trim();
        add.mutate({ claim: claim.trim(), evidenceKind: kind, ...(seen === "" ? {} : { source: seen }) });
      }}
    >
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t("insights.claim")}
          placeholder={t("insights.claimPlaceholder")}
          value={claim}
          onChange={(event) => setClaim(event.currentTarget.value)}
          maxLength={500}
          style={{ flex: "3 1 22rem" }}
        />
        <Select
          label={t("insights.kind")}
          data={evidenceKinds.map((code) => ({ value: code, label: t(`insights.kinds.${code}`) }))}
          value={kind}
          allowDeselect={false}
          onChange={(code) => setKind(evidenceKinds.find((known) => known === code) ?? kind)}
          style={{ flex: "1 1 10rem" }}
        />
        <TextInput
          label={t("insights.source")}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
          maxLength={200}
          style={{ flex: "1 1 12rem" }}
        />
        <Button type="submit" disabled={!isComplete} loading={add.isPending}>
          {t("insights.save")}
        </Button>
      </Group>
    </form>
  );
}
