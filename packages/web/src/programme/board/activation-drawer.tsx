import type { PlanCheck } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import type { PlanAnswer } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { Button, Drawer, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { planListQuery } from "../../api/programme-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";
import { GiveTakeMark } from "../parts/give-take-mark.tsx";
import { emptyOverride, isCompleteOverride, OverrideFields } from "../parts/override-fields.tsx";
import { SeverityMark } from "../parts/severity-mark.tsx";
import { useOptionNames } from "../parts/use-option-names.ts";
import { useRuleText } from "../parts/use-rule-text.ts";
import { usePlanChanges } from "../plans/use-plan-changes.ts";
import { kindOf } from "./kind-of.ts";

interface ActivationDrawerProps {
  opened: boolean;
  answer: PlanAnswer;
  check: PlanCheck | null;
  segmentName: (code: string) => string;
  onClose: () => void;
}

/** What activating would mean, before it happens: what begins for whom, what ends, and what stands against it. */
export function ActivationDrawer({ opened, answer, check, segmentName, onClose }: ActivationDrawerProps) {
  const { t } = useTexts();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="lg"
      title={
        <Text fw={600} component="h2">
          {t("programme.activation.title", { name: answer.plan.name })}
        </Text>
      }
      closeButtonProps={{ "aria-label": t("frame.close") }}
    >
      {check === null ? (
        <Text>{t("programme.board.checking")}</Text>
      ) : (
        <Consequences answer={answer} check={check} segmentName={segmentName} onDone={onClose} />
      )}
    </Drawer>
  );
}

interface ConsequencesProps {
  answer: PlanAnswer;
  check: PlanCheck;
  segmentName: (code: string) => string;
  onDone: () => void;
}

function Consequences({ answer, check, segmentName, onDone }: ConsequencesProps) {
  const { t, format } = useTexts();
  const space = useSpace();
  const optionName = useOptionNames();
  const ruleText = useRuleText();
  const { activate } = usePlanChanges(space);
  const plans = useQuery(planListQuery(space));
  const [override, setOverride] = useState(emptyOverride);
  const active = plans.data?.plans.find(({ state }) => state === "active") ?? null;
  const blocks = check.findings.filter(
    ({ severity, overruling }) => severity === "block" && overruling === null,
  );
  const open = check.findings.filter(
    ({ severity, overruling }) => severity === "unclear" && overruling === null,
  );
  const isReady = check.canActivate || isCompleteOverride(override);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        activate.mutate(
          { answer, before: active, override: check.canActivate ? null : override },
          { onSuccess: onDone },
        );
      }}
    >
      <Stack gap="md">
        <section>
          <Title order={3}>{t("programme.activation.begins")}</Title>
          <ul className="k-plain-list" data-tight="">
            {answer.plan.assignments.map((assignment) => (
              <li
                key={`${assignment.option} ${assignment.segment} ${assignment.from}`}
                className="k-tag"
                style={{ whiteSpace: "normal" }}
              >
                <GiveTakeMark kind={kindOf(assignment)} />
                <span>
                  {t("programme.activation.line", {
                    option: `${assignment.option} ${optionName(assignment.option)}`,
                    segment: segmentName(assignment.segment),
                    date: format.date(assignment.from),
                  })}
                </span>
              </li>
            ))}
          </ul>
          <Text size="sm" c="dimmed">
            {check.balances
              .map(({ segment, customers }) =>
                t("programme.activation.customers", {
                  n: format.count(customers),
                  name: segmentName(segment),
                }),
              )
              .join("; ")}
          </Text>
        </section>
        <Text>
          {active === null
            ? t("programme.activation.endsNothing")
            : t("programme.activation.ends", { name: active.name, version: String(active.version) })}
        </Text>
        {blocks.length === 0 ? (
          <Text>{t("programme.activation.free")}</Text>
        ) : (
          <section>
            <Title order={3}>{t("programme.activation.blocked", { count: blocks.length })}</Title>
            <ul className="k-plain-list" data-tight="">
              {blocks.map((finding) => (
                <li key={`${finding.rule} ${finding.segment}`} className="k-finding" data-severity="block">
                  <Group gap={8} wrap="nowrap" align="flex-start">
                    <SeverityMark severity="block" />
                    <div>
                      <Text fw={600}>
                        {finding.rule}: {ruleText(finding.sentence)}
                      </Text>
                      <Text size="sm">{ruleText(finding.because)}</Text>
                      {finding.cure === null ? null : (
                        <Text size="sm">
                          <strong>{t("programme.findings.cure")}</strong> {ruleText(finding.cure)}
                        </Text>
                      )}
                    </div>
                  </Group>
                </li>
              ))}
            </ul>
            <Text size="sm" my="xs">
              {t("programme.activation.overrideHint")}
            </Text>
            <Stack gap="sm">
              <OverrideFields override={override} onChange={setOverride} />
            </Stack>
          </section>
        )}
        {open.length === 0 ? null : (
          <Text size="sm" c="dimmed">
            {t("programme.activation.unclear", {
              count: open.length,
              rules: open.map(({ rule }) => rule).join(", "),
            })}
          </Text>
        )}
        <Group>
          <Button type="submit" loading={activate.isPending} disabled={!isReady}>
            {check.canActivate ? t("programme.activation.now") : t("programme.activation.nowAnyway")}
          </Button>
          <Button variant="subtle" color="gray" onClick={onDone}>
            {t("programme.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
