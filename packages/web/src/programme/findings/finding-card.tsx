import { statableFacts } from "@kleinod/engine/programme/coherence/facts-contract.ts";
import type { CoherenceFinding } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { leverOption } from "@kleinod/engine/programme/lever-options.ts";
import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { takeBackOverruling } from "../../api/programme-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { TextLink } from "../../ui/link.tsx";
import { notifyDone, notifyProblem } from "../../ui/notify.ts";
import { useSpace } from "../../ui/use-space.ts";
import { useRuleText } from "../parts/use-rule-text.ts";
import { OverruleForm } from "./overrule-form.tsx";
import { useFigureValue } from "./use-figure-value.ts";

interface FindingCardProps {
  finding: CoherenceFinding;
  planId: number;
  /** The plan has changes that are not saved; only what is saved can be decided otherwise. */
  isChanged: boolean;
  segmentName: (code: string) => string;
  onOption: (option: string) => void;
}

/** One thing that a rule says: sentence, reason, cure, the figures behind it, and what a person decided about it. */
export function FindingCard({ finding, planId, isChanged, segmentName, onOption }: FindingCardProps) {
  const { t, pick } = useTexts();
  const space = useSpace();
  const figureValue = useFigureValue();
  const ruleText = useRuleText();
  const [isOverruling, setOverruling] = useState(false);
  const { overruling } = finding;
  return (
    <li
      className="k-finding"
      data-severity={finding.severity}
      data-settled={overruling !== null || undefined}
    >
      <Text size="sm" c="dimmed">
        {finding.rule} · {t(`programme.ruleKinds.${finding.kind}`)} · {segmentName(finding.segment)}
      </Text>
      <Text fw={600}>{ruleText(finding.sentence)}</Text>
      <Text>{ruleText(finding.because)}</Text>
      {finding.cure === null ? null : (
        <Text>
          <strong>{t("programme.findings.cure")}</strong> {ruleText(finding.cure)}
        </Text>
      )}
      {finding.figures.length === 0 ? null : (
        <dl className="k-inline-terms">
          {finding.figures.map((figure) => (
            <div key={figure.code}>
              <dt>{pick(figure.label)}</dt>
              <dd data-unclear={figure.value === null || undefined}>{figureValue(figure)}</dd>
            </div>
          ))}
        </dl>
      )}
      <Text size="sm" c="dimmed">
        {t("programme.findings.source", {
          source: pick(finding.source),
          version: String(finding.ruleVersion),
        })}
      </Text>
      {overruling === null ? null : <Overruled overruling={overruling} />}
      <Group gap="xs" className="k-no-print" mt={4}>
        {finding.options.map((code) => {
          const option = leverOption(code);
          return (
            <Button
              key={code}
              className="k-wrap"
              variant="default"
              size="compact-sm"
              onClick={() => onOption(code)}
            >
              {code} {option === undefined ? "" : pick(option.name)}
            </Button>
          );
        })}
        {finding.figures.some(isUnstated) ? (
          <TextLink
            to="/$space/programme/rules"
            params={{ space }}
            search={{ plan: String(planId) }}
            size="sm"
          >
            {t("programme.findings.state")}
          </TextLink>
        ) : null}
        {overruling !== null || isOverruling || finding.severity === "info" ? null : (
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={isChanged}
            title={isChanged ? t("programme.board.saveFirst") : undefined}
            onClick={() => setOverruling(true)}
          >
            {t("programme.overrule.open")}
          </Button>
        )}
      </Group>
      {isOverruling && overruling === null ? (
        <OverruleForm finding={finding} planId={planId} onClose={() => setOverruling(false)} />
      ) : null}
    </li>
  );
}

/** Only people know it, and nobody has said it. */
const isUnstated = ({ code, value }: CoherenceFinding["figures"][number]): boolean =>
  value === null && statableFacts.some((fact) => fact === code);

/** A person's decision against a rule stays in sight, and can be taken back. */
function Overruled({ overruling }: { overruling: NonNullable<CoherenceFinding["overruling"]> }) {
  const { t, format } = useTexts();
  const space = useSpace();
  const client = useQueryClient();
  const takeBack = useMutation({
    mutationFn: () => takeBackOverruling(space, overruling.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [space, "programme"] });
      notifyDone(t("programme.overrule.takenBack"));
    },
    onError: (error) => notifyProblem(t("programme.failed"), error, ""),
  });
  return (
    <div className="k-overruling">
      <Text size="sm">
        {t("programme.overrule.done", {
          approver: overruling.approver,
          reason: overruling.reason,
          date: format.date(overruling.reviewOn),
        })}
      </Text>
      <Button
        variant="subtle"
        size="compact-sm"
        className="k-no-print"
        loading={takeBack.isPending}
        onClick={() => takeBack.mutate()}
      >
        {t("programme.overrule.takeBack")}
      </Button>
    </div>
  );
}
