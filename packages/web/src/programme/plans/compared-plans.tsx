import { type Lever, levers } from "@kleinod/engine/programme/contracts/option-contract.ts";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import type { PlanComparison } from "@kleinod/engine/programme/plans/plans-contract.ts";
import type { Segment } from "@kleinod/engine/segments/overlays/contract.ts";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { planQuery } from "../../api/programme-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { TextLink } from "../../ui/link.tsx";
import { Section } from "../../ui/page.tsx";
import { SimpleTable } from "../../ui/simple-table.tsx";
import type { TableColumn } from "../../ui/table-column.ts";
import { useSpace } from "../../ui/use-space.ts";
import { boardSegments } from "../board/board-segments.ts";
import { kindOf } from "../board/kind-of.ts";
import { GiveTakeMark } from "../parts/give-take-mark.tsx";
import { leverOf } from "../parts/lever-names.ts";
import { useOptionNames } from "../parts/use-option-names.ts";
import { useRuleText } from "../parts/use-rule-text.ts";

interface ComparedPlansProps {
  comparison: PlanComparison;
  segments: readonly Segment[];
}

/** Differences in words, then both plans by lever. */
export function ComparedPlans({ comparison: { a, b, differences }, segments }: ComparedPlansProps) {
  const { t } = useTexts();
  const ruleText = useRuleText();
  const space = useSpace();
  // Two plans have two names, which stand above the columns.
  const decisions = differences.filter(({ kind }) => kind !== "name");
  const planA = useQuery(planQuery(space, a.planId, a.version)).data?.plan;
  const planB = useQuery(planQuery(space, b.planId, b.version)).data?.plan;
  const column = (
    { planId, version, name }: PlanComparison["a"],
    plan: LeverPlan | undefined,
    code: string,
  ): TableColumn<Lever> => ({
    code,
    label: t("programme.compare.side", { name, version: String(version) }),
    cell: (lever) =>
      plan === undefined ? (
        ""
      ) : (
        <OptionsOf lever={lever} plan={plan} segments={segments} planId={planId} version={version} />
      ),
  });
  const columns: TableColumn<Lever>[] = [
    {
      code: "lever",
      label: t("programme.compare.lever"),
      cell: (lever) => `${lever} ${t(`programme.levers.${lever}`)}`,
    },
    column(a, planA, "a"),
    column(b, planB, "b"),
  ];
  return (
    <>
      {decisions.length === 0 ? null : (
        <Section title={t("programme.compare.differences")}>
          <ul className="k-card k-words">
            {decisions.map((difference) => (
              <li key={`${difference.kind} ${difference.option} ${difference.segment} ${difference.name}`}>
                {ruleText(difference.sentence)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("programme.compare.byLever")}>
        <SimpleTable
          label={t("programme.compare.byLever")}
          columns={columns}
          rows={levers}
          rowKey={(lever) => lever}
        />
      </Section>
    </>
  );
}

interface OptionsOfProps {
  lever: Lever;
  plan: LeverPlan;
  segments: readonly Segment[];
  planId: number;
  version: number;
}

function OptionsOf({ lever, plan, segments, planId, version }: OptionsOfProps) {
  const { t, format } = useTexts();
  const space = useSpace();
  const optionName = useOptionNames();
  const columns = boardSegments(plan, segments, undefined, t("programme.allSmall"));
  const placed = plan.assignments
    .map((assignment, index) => ({ assignment, index }))
    .filter(({ assignment }) => leverOf(assignment.option) === lever);
  if (placed.length === 0) return <Text c="dimmed">–</Text>;
  return (
    <ul className="k-plain-list" data-tight="">
      {placed.map(({ assignment, index }) => (
        <li key={index} className="k-tag" style={{ whiteSpace: "normal" }}>
          <GiveTakeMark kind={kindOf(assignment)} />
          <span>
            <TextLink
              to="/$space/programme/$planId"
              params={{ space, planId: String(planId) }}
              search={{ edit: String(index), version: String(version) }}
              inherit
            >
              {assignment.option} {optionName(assignment.option)}
            </TextLink>
            {`, ${columns.find(({ code }) => code === assignment.segment)?.name ?? assignment.segment}, `}
            {t("programme.board.from", { date: format.date(assignment.from) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
