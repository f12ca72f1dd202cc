import type { PlanHead } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { planQuery } from "../../api/programme-queries.ts";
import { segmentListQuery } from "../../api/segment-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { LinkButton, TextLink } from "../../ui/link.tsx";
import { useSpace } from "../../ui/use-space.ts";
import { boardSegments } from "../board/board-segments.ts";
import { kindOf } from "../board/kind-of.ts";
import { GiveTakeMark } from "../parts/give-take-mark.tsx";
import { useOptionNames } from "../parts/use-option-names.ts";
import { usePlanChanges } from "./use-plan-changes.ts";

/** One plan: its state, what it does for whom, who made it when, and what can be done with it. */
export function PlanCard({ plan: head, choice }: { plan: PlanHead; choice: ReactNode }) {
  const { t, format } = useTexts();
  const space = useSpace();
  const optionName = useOptionNames();
  const { copy, end, restore } = usePlanChanges(space);
  const newest = head.versions[0];
  const shown = useQuery(planQuery(space, head.id, newest?.version ?? null));
  const segments = useQuery(segmentListQuery(space));
  const plan = shown.data?.plan;
  const columns =
    plan === undefined
      ? []
      : boardSegments(plan, segments.data?.segments ?? [], undefined, t("programme.allSmall"));
  const versions = head.versions.length;
  return (
    <li className="k-card k-plan" aria-label={head.name}>
      <div className="k-plan-head">
        <div>
          <TextLink
            to="/$space/programme/$planId"
            params={{ space, planId: String(head.id) }}
            fw={600}
            size="lg"
          >
            {head.name}
          </TextLink>
          <Text size="sm" c="dimmed">
            {newest === undefined
              ? ""
              : t("programme.plans.made", {
                  state: t(`programme.states.${head.state}`),
                  version: String(newest.version),
                  count: versions,
                  who: newest.author,
                  when: format.instant(newest.createdAt),
                })}
          </Text>
          {newest?.reason ? <Text size="sm">{newest.reason}</Text> : null}
        </div>
        {choice}
      </div>
      {plan === undefined ? null : plan.assignments.length === 0 ? (
        <Text c="dimmed">{t("programme.plans.noOptions")}</Text>
      ) : (
        columns.map(({ code, name }) => {
          const some = plan.assignments.filter(({ segment }) => segment === code);
          return some.length === 0 ? null : (
            <div key={code}>
              <Text size="sm" c="dimmed">
                {name}
              </Text>
              <ul className="k-tags">
                {some.map((assignment) => (
                  <li key={`${assignment.option} ${assignment.from}`} className="k-tag">
                    <GiveTakeMark kind={kindOf(assignment)} />
                    {assignment.option} {optionName(assignment.option)}
                  </li>
                ))}
              </ul>
            </div>
          );
        })
      )}
      <Group gap="xs" className="k-no-print">
        <LinkButton
          to="/$space/programme/$planId"
          params={{ space, planId: String(head.id) }}
          variant="light"
          size="compact-md"
        >
          {t("programme.plans.open")}
        </LinkButton>
        {newest?.state === "draft" ? (
          <LinkButton
            to="/$space/programme/$planId"
            params={{ space, planId: String(head.id) }}
            search={{ activate: "1" }}
            variant="default"
            size="compact-md"
          >
            {t("programme.activation.open")}
          </LinkButton>
        ) : null}
        {head.state === "active" ? (
          <Button
            variant="default"
            size="compact-md"
            loading={end.isPending}
            onClick={() => end.mutate(head)}
          >
            {t("programme.plans.end")}
          </Button>
        ) : head.state === "ended" ? (
          <Button
            variant="default"
            size="compact-md"
            loading={restore.isPending}
            onClick={() => restore.mutate(head)}
          >
            {t("programme.plans.restore")}
          </Button>
        ) : null}
        <Button variant="subtle" size="compact-md" loading={copy.isPending} onClick={() => copy.mutate(head)}>
          {t("programme.plans.copy")}
        </Button>
      </Group>
    </li>
  );
}
