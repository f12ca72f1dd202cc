import { daysFrom } from "./days-from.ts";
import type { Decision, DecisionComparison, DecisionFigures, DecisionReview } from "./decision-contract.ts";
import type { DecisionState } from "./decision-states-contract.ts";

/** Days before its review from which on a decision is due. */
const dueDays = 30;

/** The review date that counts: of the decision, or the next one of its last review; null: none planned any more. */
export function dueDay(
  reviewOn: string,
  reviews: readonly Pick<DecisionReview, "id" | "nextReviewOn">[],
): string | null {
  const last = [...reviews].sort((a, b) => b.id - a.id)[0];
  return last === undefined ? reviewOn : last.nextReviewOn;
}

export function decisionState(dueOn: string | null, today: string): DecisionState {
  if (dueOn === null) return "reviewed";
  if (dueOn < today) return "overdue";
  return daysFrom(today, dueOn) <= dueDays ? "due" : "open";
}

const rows = [
  { code: "customers", label: { de: "Kunden", en: "Customers" } },
  { code: "salesCents", label: { de: "Umsatz 12 Monate", en: "Sales in 12 months" } },
  {
    code: "contributionCents",
    label: { de: "Beitrag nach vermeidbaren Bedienkosten", en: "Contribution after avoidable cost to serve" },
  },
  { code: "minutes", label: { de: "Unsere Minuten", en: "Our minutes" } },
] as const;

/** Figures of the day of the decision beside those of now: what changed, never what the decision caused. */
export function compareDecision(before: DecisionFigures, now: DecisionFigures): DecisionComparison {
  const compared = rows.map(({ code, label }) => {
    const earlier = before[code];
    const later = now[code];
    return {
      code,
      label,
      before: earlier,
      now: later,
      difference: earlier === null || later === null ? null : later - earlier,
    };
  });
  const isSame = before.asOf === now.asOf;
  return {
    before,
    now,
    rows: compared,
    sentence: isSame
      ? {
          de: "Seit dem Entscheid gibt es keine neueren Daten.",
          en: "There are no newer data since the decision.",
        }
      : {
          de: "Was vom Unterschied am Entscheid liegt, ist offen: ohne Kontrollgruppe wird keine Wirkung behauptet.",
          en: "What of the difference is due to the decision is open: no effect is claimed without a control group.",
        },
  };
}

const order: Readonly<Record<DecisionState, number>> = { overdue: 0, due: 1, open: 2, reviewed: 3 };

/** Overdue first, then by the day that comes next, then the newest. */
export function byUrgency(a: Decision, b: Decision): number {
  const days = (one: Decision) => one.dueOn ?? "9999";
  return (
    order[a.state] - order[b.state] || (days(a) < days(b) ? -1 : days(a) > days(b) ? 1 : 0) || b.id - a.id
  );
}

/** What the list says in a sentence. */
export function decisionsSentence(decisions: readonly Decision[]): { de: string; en: string } {
  const count = (state: DecisionState) => decisions.filter((decision) => decision.state === state).length;
  if (decisions.length === 0) {
    return {
      de: "Noch ist kein Entscheid festgehalten.",
      en: "No decision is on record yet.",
    };
  }
  const overdue = count("overdue");
  const due = count("due");
  const some =
    decisions.length === 1
      ? ["Ein Entscheid", "One decision"]
      : [`${decisions.length} Entscheide`, `${decisions.length} decisions`];
  return {
    de: `${some[0]}; ${overdueText(overdue).de}${dueText(due).de}.`,
    en: `${some[1]}; ${overdueText(overdue).en}${dueText(due).en}.`,
  };
}

function overdueText(count: number): { de: string; en: string } {
  if (count === 0) return { de: "keine Überprüfung ist überfällig", en: "no review is overdue" };
  if (count === 1) return { de: "eine Überprüfung ist überfällig", en: "one review is overdue" };
  return { de: `${count} Überprüfungen sind überfällig`, en: `${count} reviews are overdue` };
}

function dueText(count: number): { de: string; en: string } {
  if (count === 0) return { de: "", en: "" };
  if (count === 1) {
    return { de: ", eine steht in den nächsten 30 Tagen an", en: ", one is due in the next 30 days" };
  }
  return {
    de: `, ${count} stehen in den nächsten 30 Tagen an`,
    en: `, ${count} are due in the next 30 days`,
  };
}
