import { joinTexts, textOf } from "../../text.ts";
import type { CoherenceFinding } from "../contracts/finding-contract.ts";
import type { LeverOption } from "../contracts/option-contract.ts";
import { allSmall, type LeverPlan } from "../contracts/plan-contract.ts";
import { segmentsOf, segmentView, type ViewedAssignment } from "../segment-view.ts";
import { evaluateCondition, reasonText, type Verdict } from "./evaluate-condition.ts";
import type { CoherenceFacts, FactValue } from "./facts-contract.ts";
import type { CoherenceRule } from "./rule-contract.ts";
import { withNumbers } from "./rule-words.ts";

/** What is known of a segment beside the plan. */
export interface SegmentFacts {
  readonly facts: CoherenceFacts;
  /** By `segmentShareKey`. */
  readonly segmentShares: ReadonlyMap<string, FactValue>;
}

/** A person's decision to go on in spite of a finding. */
export interface StandingOverruling {
  readonly id: number;
  readonly rule: string;
  /** A rule that was changed since has to be overruled anew. */
  readonly ruleVersion: number;
  readonly segment: string;
  readonly reason: string;
  readonly approver: string;
  /** Last day on which it holds. */
  readonly reviewOn: string;
}

export interface PlanJudgement {
  readonly findings: readonly CoherenceFinding[];
  readonly canActivate: boolean;
}

/**
 * What the rules say of a plan, segment by segment. Assignments for all small customers hold in every segment; a finding
 * that says there exactly what it says for all is not repeated.
 * @param factsOf by segment of the plan
 */
export function evaluatePlan(
  plan: Pick<LeverPlan, "assignments">,
  options: readonly LeverOption[],
  rules: readonly CoherenceRule[],
  factsOf: (segment: string) => SegmentFacts,
  { today, overrulings = [] }: { today: string; overrulings?: readonly StandingOverruling[] },
): PlanJudgement {
  const seen = new Set<string>();
  const findings = segmentsOf(plan).flatMap((segment) => {
    const view = segmentView(plan, segment, options);
    const found = rules.flatMap((rule) => findingOf(rule, view, segment, factsOf(segment)) ?? []);
    const fresh = found.filter((finding) => segment === allSmall || !seen.has(sameKey(finding)));
    for (const finding of fresh) seen.add(sameKey(finding));
    return fresh.map((finding) => withOverruling(finding, overrulings));
  });
  const ordered = [...findings].sort(
    (a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity),
  );
  return { findings: ordered, canActivate: ordered.every((finding) => !isBlocking(finding, today)) };
}

const severityOrder = ["block", "warn", "unclear", "info"];

/** Blocks activation: not overruled, or the day of review has passed. */
export function isBlocking(
  { severity, overruling }: Pick<CoherenceFinding, "severity" | "overruling">,
  today: string,
): boolean {
  return severity === "block" && (overruling === null || overruling.reviewOn < today);
}

const sameKey = ({ rule, severity, options, because }: CoherenceFinding) =>
  JSON.stringify([rule, severity, options, because.de]);

/** What one rule says of one segment; null: nothing. */
export function findingOf(
  rule: CoherenceRule,
  view: readonly ViewedAssignment[],
  segment: string,
  { facts, segmentShares }: SegmentFacts,
): CoherenceFinding | null {
  const verdict = evaluateCondition(rule.condition, { rule, view, facts, segmentShares });
  if (verdict.truth === false) return null;
  const common = {
    rule: rule.code,
    ruleVersion: rule.version,
    kind: rule.kind,
    segment,
    options: [...new Set(verdict.options)].sort(),
    figures: [...new Map(verdict.figures.map((figure) => [figure.code, figure])).values()],
    source: textOf(rule.source),
    overruling: null,
  };
  const sentence = withNumbers(rule.sentence, rule);
  if (verdict.truth === null) return { ...common, ...unclear(sentence, verdict) };
  return {
    ...common,
    severity: rule.severity,
    sentence,
    because: reasonText(verdict.reasons),
    cure: rule.cure === null ? null : withNumbers(rule.cure, rule),
  };
}

/** An input is missing: the finding says which one, and what would bring it. */
function unclear(sentence: CoherenceFinding["sentence"], { missing }: Verdict) {
  const because = reasonText(missing.map(({ text }) => text));
  return {
    severity: "unclear" as const,
    sentence: {
      de: `Unklar, ob das zutrifft: ${sentence.de}`,
      en: `Unclear whether this applies: ${sentence.en}`,
    },
    because: { de: `Es fehlt: ${because.de}`, en: `Missing: ${because.en}` },
    cure: joinTexts([...new Map(missing.map(({ cure }) => [cure.de, cure])).values()], " "),
  };
}

function withOverruling(
  finding: CoherenceFinding,
  overrulings: readonly StandingOverruling[],
): CoherenceFinding {
  const standing = overrulings.find(
    ({ rule, ruleVersion, segment }) =>
      rule === finding.rule && ruleVersion === finding.ruleVersion && segment === finding.segment,
  );
  if (standing === undefined) return finding;
  const { id, reason, approver, reviewOn } = standing;
  return { ...finding, overruling: { id, reason, approver, reviewOn } };
}
