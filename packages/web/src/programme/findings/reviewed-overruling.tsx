import type { OverrulingReview } from "@kleinod/engine/programme/coherence/overruling-contract.ts";
import { Text } from "@mantine/core";
import { useTexts } from "../../i18n/index.ts";
import { TextLink } from "../../ui/link.tsx";
import { useSpace } from "../../ui/use-space.ts";
import { useRuleText } from "../parts/use-rule-text.ts";
import { useFigureValue } from "./use-figure-value.ts";

type Reviewed = OverrulingReview["overrulings"][number];

/** A decision against a rule, what the rule says today, and the figures then and now. */
export function ReviewedOverruling({ overruling }: { overruling: Reviewed }) {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const figureValue = useFigureValue();
  const ruleText = useRuleText();
  const { planId, planName } = overruling;
  return (
    <li className="k-finding" data-severity={overruling.isOverdue ? "warn" : undefined}>
      <Text size="sm" c="dimmed">
        {overruling.rule} · {t(`programme.review.outcomes.${overruling.outcome}`)} ·{" "}
        {planName === null ? (
          t("programme.review.planGone")
        ) : (
          <TextLink
            to="/$space/programme/$planId"
            params={{ space, planId: String(planId) }}
            size="sm"
            underline="always"
          >
            {planName}
          </TextLink>
        )}
      </Text>
      <Text fw={600}>{ruleText(overruling.finding.sentence)}</Text>
      <Text>{ruleText(overruling.sentence)}</Text>
      <Text size="sm">
        {t("programme.overrule.done", {
          approver: overruling.approver,
          reason: overruling.reason,
          date: format.date(overruling.reviewOn),
        })}
      </Text>
      {overruling.figures.length === 0 ? null : (
        <dl className="k-inline-terms">
          {overruling.figures.map(({ code, label, unit, before, now }) => (
            <div key={code}>
              <dt>{pick(label)}</dt>
              <dd>
                {t("programme.review.thenNow", {
                  before: figureValue({ code, label, unit, value: before }),
                  now: figureValue({ code, label, unit, value: now }),
                })}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
