import type { Text } from "../../measures/measure-contract.ts";
import type { CoherenceFinding } from "../contracts/finding-contract.ts";
import type { Overruling, OverrulingReview } from "./overruling-contract.ts";
import { valueWords } from "./rule-words.ts";

type Reviewed = OverrulingReview["overrulings"][number];
type Figure = Reviewed["figures"][number];

/** What holds today of the plan, segment and rule that an overruling is about. */
export interface ReviewedNow {
  /** Null: the plan is not there any more, or no longer passes. */
  readonly planName: string | null;
  /** Version of the rule; null: it is switched off or not there any more. */
  readonly ruleVersion: number | null;
  readonly finding: CoherenceFinding | null;
  /** Facts by code as they are today. */
  readonly values: ReadonlyMap<string, number | boolean | null>;
}

/** An overruling with what became of it, in one sentence. */
export function reviewed(overruling: Overruling, now: ReviewedNow, today: string): Reviewed {
  const outcome = outcomeOf(overruling, now);
  const figures = overruling.finding.figures.map(
    ({ code, label, unit, value }): Figure => ({
      code,
      label,
      unit,
      before: value,
      now: now.values.get(code) ?? null,
    }),
  );
  const { overruling: _, ...finding } = now.finding ?? { overruling: null };
  return {
    ...overruling,
    planName: now.planName,
    isOverdue: overruling.reviewOn < today,
    outcome,
    now: "rule" in finding ? finding : null,
    figures,
    sentence: sentenceOf(outcome, figures),
  };
}

function outcomeOf({ ruleVersion }: Overruling, now: ReviewedNow): Reviewed["outcome"] {
  if (now.planName === null) return "planGone";
  if (now.ruleVersion !== ruleVersion) return "ruleChanged";
  if (now.finding === null) return "settled";
  return now.finding.severity === "unclear" ? "unclear" : "stillSpeaks";
}

const outcomeWords: Readonly<Record<Reviewed["outcome"], Text>> = {
  stillSpeaks: { de: "Die Regel sagt weiterhin dasselbe.", en: "The rule still says the same." },
  settled: { de: "Der Befund hat sich erledigt.", en: "The finding is settled." },
  unclear: {
    de: "Ob der Befund noch gilt, ist unklar: Eine Angabe fehlt.",
    en: "Whether the finding still holds is unclear: an input is missing.",
  },
  ruleChanged: {
    de: "Die Regel wurde seither geändert oder abgeschaltet; der Entscheid gilt für ihren alten Wortlaut.",
    en: "The rule was changed or switched off since; the decision holds for its old wording.",
  },
  planGone: {
    de: "Den Plan gibt es so nicht mehr.",
    en: "The plan does not exist in this way any more.",
  },
};

function sentenceOf(outcome: Reviewed["outcome"], figures: readonly Figure[]): Text {
  const words = (language: "de" | "en") => {
    const unknown = language === "de" ? "unklar" : "unclear";
    const shown = (figure: Figure, value: Figure["now"]) =>
      value === null ? unknown : valueWords(value, figure.unit)[language];
    const changes = figures.map((figure) => {
      const [before, now] = [shown(figure, figure.before), shown(figure, figure.now)];
      return language === "de"
        ? `${figure.label.de}: damals ${before}, heute ${now}.`
        : `${figure.label.en}: then ${before}, today ${now}.`;
    });
    return [outcomeWords[outcome][language], ...changes].join(" ");
  };
  return { de: words("de"), en: words("en") };
}
