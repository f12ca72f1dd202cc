import type { PlanCheck } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { leverPairOf } from "../board/board-search.ts";
import { SeverityMark, severityOrder } from "../parts/severity-mark.tsx";
import { FindingCard } from "./finding-card.tsx";
import { isBetween } from "./lever-pairs.ts";

interface FindingsViewProps {
  check: PlanCheck;
  planId: number;
  /** The plan has changes that are not saved; only what is saved can be decided otherwise. */
  isChanged: boolean;
  segmentName: (code: string) => string;
  /** `L3-L5`: only what rules say between these two. */
  levers: string | undefined;
  onAllLevers: () => void;
  /** Opens an option of the plan. */
  onOption: (option: string, segment: string) => void;
}

/** What rules say, the gravest first, each with its reason. No sum of them, no score: one sentence can outweigh ten. */
export function FindingsView({
  check,
  planId,
  isChanged,
  segmentName,
  levers,
  onAllLevers,
  onOption,
}: FindingsViewProps) {
  const { t } = useTexts();
  const pair = leverPairOf(levers);
  const findings = check.findings.filter((finding) => pair === null || isBetween(finding, pair));
  return (
    <Stack gap="lg">
      {pair === null ? null : (
        <Group gap="xs">
          <Text>
            {t("programme.findings.between", {
              a: t(`programme.levers.${pair[0]}`),
              b: t(`programme.levers.${pair[1]}`),
            })}
          </Text>
          <Button variant="default" size="compact-sm" onClick={onAllLevers}>
            {t("programme.findings.all")}
          </Button>
        </Group>
      )}
      {findings.length === 0 ? (
        <div className="k-card">
          <Text fw={600}>{t("programme.findings.none")}</Text>
          <Text c="dimmed">{t("programme.findings.noneHint", { n: String(check.rules) })}</Text>
        </div>
      ) : null}
      {severityOrder.map((severity) => {
        const some = findings.filter((finding) => finding.severity === severity);
        return some.length === 0 ? null : (
          <section key={severity} aria-label={t(`programme.findings.groups.${severity}`)}>
            <Group gap="xs" mb={4}>
              <SeverityMark severity={severity} />
              <Title order={2}>
                {t(`programme.findings.groups.${severity}`)} ({some.length})
              </Title>
            </Group>
            <Text size="sm" c="dimmed" mb="xs">
              {t(`programme.findings.groupHints.${severity}`)}
            </Text>
            <ul className="k-plain-list">
              {some.map((finding) => (
                <FindingCard
                  key={`${finding.rule} ${finding.segment} ${finding.options.join(" ")}`}
                  finding={finding}
                  planId={planId}
                  isChanged={isChanged}
                  segmentName={segmentName}
                  onOption={(option) => onOption(option, finding.segment)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </Stack>
  );
}
