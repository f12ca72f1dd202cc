import type { Random } from "../../random.ts";

/**
 * Readiness of a customer to end a contract at a renewal, Beta(alpha, beta) over customers: 15 % of new contracts are not renewed
 * the first time, and those who stay leave ever more rarely. An invention, no measured company.
 */
export const contractChurn = { alpha: 0.9, beta: 5.1 } as const;

/** Years that contracts reach back: longer than the invoices. */
const oldestYears = 9;
/** A machine breaks, a shop closes: ends at any time. */
const irregularShare = 0.03;
const termMonths = 12;
const noticeMonths = 3;

const products = [
  { text: "Wartung Akkugeräte", yearChf: 260, weight: 4 },
  { text: "Miete Werkzeugschrank", yearChf: 540, weight: 3 },
  { text: "Prüf- und Eichservice", yearChf: 330, weight: 2 },
  { text: "Ladungssicherung Prüfabo", yearChf: 180, weight: 1 },
] as const;
const payments = [
  { text: "monatlich", months: 1 },
  { text: "vierteljährlich", months: 3 },
  { text: "jährlich", months: 12 },
] as const;
const reasons = [
  "Gerät ersetzt",
  "Preis",
  "Anbieter gewechselt",
  "Betrieb aufgegeben",
  "Macht es selber",
] as const;

/** A contract as it really is; days as `yyyy-mm-dd`. */
export interface DrawnContract {
  readonly product: string;
  readonly startedOn: string;
  /** Last day, also where it lies ahead and nobody knows it yet. */
  readonly lastDay: string;
  /** Day on which notice was given, on or before `lastDay`. */
  readonly cancelledOn: string;
  readonly reason: string;
  readonly termMonths: number;
  readonly noticeMonths: number;
  readonly paymentText: string;
  readonly paymentCents: number;
  /** Probability of ending at a renewal. */
  readonly churn: number;
  readonly isIrregular: boolean;
}

const dayMs = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The same day so many years later; 29 February becomes 28 February. */
function yearsAfter(day: string, years: number): string {
  const monthDay = day.slice(5) === "02-29" ? "02-28" : day.slice(5);
  return `${Number(day.slice(0, 4)) + years}-${monthDay}`;
}

export function drawContract(random: Random, asOf: string): DrawnContract {
  const point = random.next() * products.reduce((sum, { weight }) => sum + weight, 0);
  let upTo = 0;
  const product = products.find(({ weight }) => {
    upTo += weight;
    return point < upTo;
  })!;
  const churn = random.beta(contractChurn.alpha, contractChurn.beta);
  const startedOn = iso(Date.parse(asOf) - dayMs * Math.floor(random.next() * oldestYears * 365.25));
  let years = 1;
  while (!random.chance(churn) && years < 60) years++;
  const isIrregular = random.chance(irregularShare);
  const end = Date.parse(yearsAfter(startedOn, years)) - dayMs;
  const lastDay = iso(isIrregular ? end - dayMs * Math.floor(360 * random.next()) : end);
  // Notice comes in the half year before the notice period; what breaks is reported the same day.
  const early = isIrregular ? 0 : 92 + random.below(180);
  const payment = random.pick(payments);
  const yearCents = 100 * product.yearChf * random.lognormal(1, 0.35);
  return {
    product: product.text,
    startedOn,
    lastDay,
    cancelledOn: iso(Math.max(Date.parse(startedOn), Date.parse(lastDay) - early * dayMs)),
    reason: random.pick(reasons),
    termMonths,
    noticeMonths,
    paymentText: payment.text,
    paymentCents: 10 * Math.max(1, Math.round((yearCents * payment.months) / 120)),
    churn,
    isIrregular,
  };
}
