import {
  countText,
  exactMoneyText,
  numberText,
  percentText,
  roundMoneyText,
  signedText,
} from "../../figure-text.ts";
import { joinTexts, type Text } from "../../text.ts";
import { mostGrowth } from "./break-evens.ts";
import type { DoublingOutcome, DoublingReport } from "./report-contract.ts";

type Verdict = "pays" | "paysNot" | "leansYes" | "leansNo";
type Money = Pick<DoublingReport, "currency">;
type Facts = Money & Pick<DoublingReport, "customers" | "today" | "plan" | "planName" | "steps">;

/** Firm where nine of ten worlds agree, else a leaning. */
export function verdictOf({ yearlyResultCents, lowCents, highCents }: DoublingOutcome): Verdict {
  if (lowCents > 0) return "pays";
  if (highCents < 0) return "paysNot";
  return yearlyResultCents >= 0 ? "leansYes" : "leansNo";
}

const verdictText: Readonly<Record<Verdict, Text>> = {
  pays: { de: "rechnet es sich", en: "it pays" },
  paysNot: { de: "rechnet es sich nicht", en: "it does not pay" },
  leansYes: { de: "rechnet es sich eher", en: "it probably pays" },
  leansNo: { de: "rechnet es sich eher nicht", en: "it probably does not pay" },
};

/** The verdict in one sentence, for today and, where there is one, for the plan. */
export function verdictSentence({ customers, currency, today, plan, planName }: Facts): Text {
  const from = countText(customers);
  const to = countText(2 * customers);
  const now = verdictText[verdictOf(today)];
  const amounts = withInterval(today, currency);
  const first = {
    de: `Heute ${now.de}, die Kleinkunden von ${from.de} auf ${to.de} zu verdoppeln: ${amounts.de}`,
    en: `Today ${now.en} to double the small customers from ${from.en} to ${to.en}: ${amounts.en}`,
  };
  if (plan === null) return { de: `${first.de}.`, en: `${first.en}.` };
  const then = verdictText[verdictOf(plan)];
  const planned = withInterval(plan, currency);
  return {
    de: `${first.de}; mit dem Plan «${planName ?? ""}» ${then.de}: ${planned.de}.`,
    en: `${first.en}; with the plan “${planName ?? ""}” ${then.en}: ${planned.en}.`,
  };
}

function withInterval(
  { yearlyResultCents, lowCents, highCents }: DoublingOutcome,
  currency: string | null,
): Text {
  const mid = roundMoneyText(yearlyResultCents, currency);
  const low = roundMoneyText(lowCents, currency);
  const high = roundMoneyText(highCents, currency);
  const isCertain = lowCents === highCents;
  return {
    de: `${mid.de} im Jahr${isCertain ? "" : ` (in acht von zehn Fällen ${low.de} bis ${high.de})`}`,
    en: `${mid.en} a year${isCertain ? "" : ` (in eight of ten cases ${low.en} to ${high.en})`}`,
  };
}

/** What stands behind the verdict: the marginal customer, the driver, the break-even, the positions. */
export function reasonSentences(facts: Facts): Text[] {
  const { today, plan, currency } = facts;
  const shown = plan ?? today;
  return [
    marginalSentence(shown, currency),
    plan === null || shown.flipRanking[0]?.shareOfDifference == null
      ? leverSentence(shown, currency)
      : differenceSentence(shown, currency),
    breakEvenSentence(shown, facts.customers),
    ...stepsSentence(facts, plan === null ? "today" : "plan"),
  ];
}

function marginalSentence(outcome: DoublingOutcome, currency: string | null): Text {
  const before = exactMoneyText(outcome.marginalBeforeAcquisitionPerCustomerYearCents, currency);
  const after = exactMoneyText(outcome.marginalAfterAcquisitionPerCustomerYearCents, currency);
  const won = exactMoneyText(outcome.acquisitionCents, currency);
  const years = numberText(outcome.lifetimeYears, 1, 1);
  return {
    de: `Ein weiterer Kleinkunde trägt im Jahr ${before.de} bei; nach ${won.de} für die Gewinnung, verteilt auf ${years.de} Jahre, bleiben ${after.de}.`,
    en: `One more small customer contributes ${before.en} a year; after ${won.en} for winning it, spread over ${years.en} years, ${after.en} remain.`,
  };
}

function leverSentence({ flipRanking, yearlyResultCents }: DoublingOutcome, currency: string | null): Text {
  const first = flipRanking[0];
  if (first === undefined || first.costCents <= 0)
    return { de: "Keine Kosten sind bekannt.", en: "No cost is known." };
  const { label, relativeChangeToZero: change } = first;
  const cost = exactMoneyText(first.costCents, currency);
  if (change === null)
    return {
      de: `Kein Kostentreiber allein dreht das Ergebnis; am meisten kostet «${label.de}» mit ${cost.de} je neuen Kunden und Jahr.`,
      en: `No cost driver alone turns the result; “${label.en}” costs most, ${cost.en} per new customer and year.`,
    };
  const percent = percentText(Math.abs(change));
  return yearlyResultCents < 0
    ? {
        de: `Am nächsten liegt «${label.de}» (${cost.de} je neuen Kunden und Jahr): ${percent.de} weniger davon, und das Ergebnis ist null.`,
        en: `“${label.en}” is closest (${cost.en} per new customer and year): ${percent.en} less of it and the result is zero.`,
      }
    : {
        de: `Am empfindlichsten ist «${label.de}» (${cost.de} je neuen Kunden und Jahr): ${percent.de} mehr davon, und das Ergebnis ist null.`,
        en: `“${label.en}” is the most sensitive (${cost.en} per new customer and year): ${percent.en} more of it and the result is zero.`,
      };
}

function differenceSentence({ flipRanking }: DoublingOutcome, currency: string | null): Text {
  const [first, ...rest] = flipRanking.filter(({ shareOfDifference }) => (shareOfDifference ?? 0) > 0.005);
  if (first === undefined)
    return {
      de: "Der Unterschied zu heute liegt nicht in den Kosten.",
      en: "The difference from today does not lie in the cost.",
    };
  const named = (language: "de" | "en", { label, changeCents }: (typeof flipRanking)[number]) =>
    `${language === "de" ? `«${label.de}»` : `“${label.en}”`} (${signed(changeCents ?? 0, currency)[language]})`;
  const others = rest.slice(0, 2);
  return {
    de: `Den Unterschied zu heute macht je neuen Kunden und Jahr vor allem ${named("de", first)}${others.map((rank) => `, dann ${named("de", rank)}`).join("")}.`,
    en: `The difference from today comes, per new customer and year, mainly from ${named("en", first)}${others.map((rank) => `, then ${named("en", rank)}`).join("")}.`,
  };
}

const signed = (cents: number, currency: string | null) => signedText(cents, exactMoneyText(cents, currency));

function breakEvenSentence({ breakEvenN, paysUpToN }: DoublingOutcome, customers: number): Text {
  const last = breakEvenN.at(-1);
  if (last === undefined) {
    const most = countText(customers * mostGrowth);
    return {
      de: `Bis ${most.de} Kunden gibt es keine Zahl, ab der sich das Wachstum trägt.`,
      en: `Up to ${most.en} customers there is no number from which growth carries itself.`,
    };
  }
  const until = {
    de: paysUpToN === null ? "" : ` und bis ${countText(paysUpToN).de}`,
    en: paysUpToN === null ? "" : ` and up to ${countText(paysUpToN).en}`,
  };
  if (breakEvenN.length > 1) {
    const all = joinTexts(breakEvenN.slice(0, 6).map(countText), "; ");
    return {
      de: `Wegen der ganzen Stellen gibt es mehrere Schwellen (${all.de}); ab ${countText(last).de} Kunden${until.de} trägt sich das Wachstum.`,
      en: `Because positions come whole there are several thresholds (${all.en}); from ${countText(last).en} customers on${until.en} growth carries itself.`,
    };
  }
  return last === customers + 1
    ? {
        de: `Das Wachstum trägt sich vom nächsten Kunden an${paysUpToN === null ? "" : ` bis ${countText(paysUpToN).de} Kunden`}.`,
        en: `Growth carries itself from the next customer on${paysUpToN === null ? "" : ` up to ${countText(paysUpToN).en} customers`}.`,
      }
    : {
        de: `Ab ${countText(last).de} Kunden${until.de} trägt sich das Wachstum.`,
        en: `From ${countText(last).en} customers on${until.en} growth carries itself.`,
      };
}

function stepsSentence(facts: Facts, scenario: "today" | "plan"): Text[] {
  const { steps, customers, currency, today, plan } = facts;
  const own = steps.filter((step) => step.scenario === scenario && step.atCustomers <= 2 * customers);
  const first = own[0];
  if (first === undefined) return [];
  const { stepCents } = scenario === "plan" && plan !== null ? plan : today;
  const idle = roundMoneyText(stepCents, currency);
  const at = countText(first.atCustomers);
  return [
    {
      de: `Bis zur Verdoppelung ${own.length === 1 ? "wird eine ganze Stelle" : `werden ${own.length} ganze Stellen`} nötig, die erste bei ${at.de} Kunden (${first.label.de}); was davon leer läuft, kostet ${idle.de} im Jahr.`,
      en: `Until the number has doubled ${own.length === 1 ? "one whole position is" : `${own.length} whole positions are`} needed, the first at ${at.en} customers (${first.label.en}); what idles of them costs ${idle.en} a year.`,
    },
  ];
}

/** How the numbers are meant; the same for every company. */
export const doublingNotes: readonly Text[] = [
  {
    de: "Neue Kunden sind volle Kosten wert: jede Minute zählt zum vollen Satz, auch wenn heute noch Zeit frei ist.",
    en: "New customers carry full cost: every minute counts at its full rate, even where time is free today.",
  },
  {
    de: "Das Wachstum trägt die Kosten des Programms allein; was der Plan bei den heutigen Kunden bewirkt, steht in der Simulation.",
    en: "The growth alone carries the cost of the programme; what the plan does for today's customers is in the simulation.",
  },
  {
    de: "Der Beitrag von Kunden, die später gross werden, ist nicht eingerechnet; er steht in einer eigenen Zeile.",
    en: "The contribution of customers that become large later is not included; it stands in a line of its own.",
  },
  {
    de: "Bei weniger Kunden als heute entfällt deren Beitrag nach vermeidbaren Kosten; niemand wird entlassen.",
    en: "With fewer customers than today their contribution after avoidable cost falls away; nobody is laid off.",
  },
];
