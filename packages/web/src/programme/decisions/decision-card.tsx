import type { Decision } from "@kleinod/engine/programme/decisions/decision-contract.ts";
import { Badge, Button, Group, Text, Title } from "@mantine/core";
import { useState } from "react";
import { restoreDecision, undoDecision } from "../../api/offer-queries.ts";
import { useTexts } from "../../i18n/index.ts";
import { useSpace } from "../../ui/use-space.ts";
import { useChange } from "../catalogue/use-change.ts";
import { Term } from "../parts/term.tsx";
import { DecisionComparison } from "./decision-comparison.tsx";
import { ReviewForm } from "./review-form.tsx";
import { useEffectAmount } from "./use-effect-amount.ts";

interface DecisionCardProps {
  decision: Decision;
  currency: string | null;
  today: string;
}

/** A decision with its grounds, what was expected, then and now, and its reviews. */
export function DecisionCard({ decision, currency, today }: DecisionCardProps) {
  const { t, format, pick } = useTexts();
  const space = useSpace();
  const change = useChange();
  const [isReviewing, setReviewing] = useState(false);
  const takeBack = () =>
    change.run({
      run: async () => {
        await undoDecision(space, decision.id);
        return () => restoreDecision(space, decision.id);
      },
      done: t("decisionRecord.undone"),
    });
  return (
    <article className="k-card" aria-label={decision.decision} style={{ display: "grid", gap: 8 }}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={2}>{decision.decision}</Title>
          <Text size="sm" c="dimmed">
            {[
              t("decisionRecord.by", { by: decision.decidedBy, date: format.date(decision.decidedOn) }),
              t("decisionRecord.segment", { segment: pick(decision.segmentName) }),
              ...(decision.plan === null
                ? []
                : [
                    t("decisionRecord.plan", {
                      name: decision.plan.name,
                      version: String(decision.plan.version),
                    }),
                  ]),
              ...(decision.figures === null
                ? []
                : [t("decisionRecord.snapshot", { date: format.date(decision.figures.asOf) })]),
            ].join(" · ")}
          </Text>
        </div>
        <Badge variant="light" color={decision.state === "overdue" ? "amber" : "gray"}>
          {t(`decisionRecord.states.${decision.state}`)}
        </Badge>
      </Group>
      <DecisionGrounds decision={decision} currency={currency} />
      {decision.comparison === null ? (
        <p className="k-note">{t("decisionRecord.noComparison")}</p>
      ) : (
        <DecisionComparison
          comparison={decision.comparison}
          decision={decision.decision}
          currency={currency}
        />
      )}
      {decision.reviews.length === 0 ? null : (
        <section aria-label={t("decisionRecord.reviews")}>
          <Text fw={600}>{t("decisionRecord.reviews")}</Text>
          <ul style={{ margin: 0, paddingInlineStart: "1.2rem" }}>
            {decision.reviews.map((review) => (
              <li key={review.id}>
                {t("decisionRecord.reviewLine", {
                  date: format.date(review.reviewedOn),
                  by: review.by,
                  verdict: t(`decisionRecord.verdicts.${review.verdict}`),
                })}
                {review.note === "" ? "" : `. ${review.note}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Text size="sm">
        {decision.dueOn === null
          ? t("decisionRecord.notDue")
          : t("decisionRecord.dueOn", { date: format.date(decision.dueOn) })}
      </Text>
      <Group gap="xs" mt="xs" className="k-no-print">
        {isReviewing ? null : (
          <Button
            variant={decision.state === "overdue" ? "filled" : "default"}
            aria-label={t("decisionRecord.reviewOf", { decision: decision.decision })}
            onClick={() => setReviewing(true)}
          >
            {t("decisionRecord.review")}
          </Button>
        )}
        {decision.reviews.length > 0 ? null : (
          <Button
            variant="subtle"
            aria-label={t("decisionRecord.takeBackOf", { decision: decision.decision })}
            loading={change.isPending}
            onClick={takeBack}
          >
            {t("decisionRecord.takeBack")}
          </Button>
        )}
      </Group>
      {isReviewing ? (
        <ReviewForm decisionId={decision.id} today={today} onDone={() => setReviewing(false)} />
      ) : null}
    </article>
  );
}

/** What was expected and what else was on the table. */
function DecisionGrounds({ decision, currency }: { decision: Decision; currency: string | null }) {
  const { t } = useTexts();
  const amount = useEffectAmount(currency);
  const { expected, options } = decision;
  if (expected === null && options.length === 0) return null;
  return (
    <dl className="k-inline-terms">
      {expected === null ? null : (
        <Term name={t("decisionRecord.expected")}>
          {t("decisionRecord.expectedRange", {
            mid: amount(expected.of, expected.mid),
            low: amount(expected.of, expected.low),
            high: amount(expected.of, expected.high),
            of: t(`decisionRecord.units.${expected.of}`),
            source: t(`decisionRecord.sources.${expected.source}`),
          })}
        </Term>
      )}
      {options.length === 0 ? null : (
        <Term name={t("decisionRecord.options")}>
          {options
            .map(({ option, isChosen }) => (isChosen ? `${option} (${t("decisionRecord.chosen")})` : option))
            .join(", ")}
        </Term>
      )}
    </dl>
  );
}
