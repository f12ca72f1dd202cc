import { countText, moneyText, percentText } from "../../figure-text.ts";
import { sameText } from "../../text.ts";
import type { SegmentFigures } from "../builder/contract.ts";
import type { Admission, AdmissionFinding, BackTest } from "./contract.ts";

/** From which size and steadiness on a segment is worth its own treatment (parameters `segments.…`). */
export interface AdmissionLimits {
  readonly mostMovedRatio: number;
  readonly leastAssignableRatio: number;
  readonly leastCustomers: number;
  readonly leastSalesCents: number;
}

export interface AdmissionCandidate {
  readonly action: string;
  readonly figures: Pick<SegmentFigures, "customers" | "salesCents">;
  readonly assignableRatio: number | null;
  readonly backTest: BackTest | null;
}

/** What already applies to the same customers. */
export interface OtherAction {
  readonly name: string;
  readonly action: string;
}

/**
 * The admission test of an overlay (domain.md §1.1): stable, assignable from data, another action than its siblings and
 * the base, economically sized. What is unclear does not pass.
 */
export function admissionOf(
  candidate: AdmissionCandidate,
  others: readonly OtherAction[],
  limits: AdmissionLimits,
): Admission {
  const findings = [
    stable(candidate.backTest, limits),
    assignable(candidate.assignableRatio, limits),
    differentAction(candidate.action, others),
    economicSize(candidate.figures, limits),
  ];
  return {
    admitted: findings.every(({ passed }) => passed === true),
    findings,
    warnings: warningsOf(candidate.backTest),
  };
}

function stable(backTest: BackTest | null, { mostMovedRatio: limit }: AdmissionLimits): AdmissionFinding {
  const found = backTest?.movedRatio ?? null;
  const most = percent(limit);
  if (backTest === null || found === null) {
    const why =
      backTest === null
        ? { de: "noch nicht zurückgerechnet", en: "not back-tested yet" }
        : { de: "vor 12 Monaten gab es noch keine Käufe", en: "there were no purchases 12 months before" };
    return {
      check: "stable",
      passed: null,
      found,
      limit,
      message: { de: `Unklar, ob robust: ${why.de}.`, en: `Unclear whether robust: ${why.en}.` },
    };
  }
  const passed = found <= limit;
  return {
    check: "stable",
    passed,
    found,
    limit,
    message: passed
      ? {
          de: `Robust: ${percent(found).de} der Kunden wechselten in 12 Monaten, höchstens ${most.de} sind zugelassen.`,
          en: `Robust: ${percent(found).en} of customers moved within 12 months, at most ${most.en} are allowed.`,
        }
      : {
          de: `Nicht robust: ${percent(found).de} der Kunden wechselten in 12 Monaten, höchstens ${most.de} sind zugelassen.`,
          en: `Not robust: ${percent(found).en} of customers moved within 12 months, at most ${most.en} are allowed.`,
        },
  };
}

function assignable(
  found: number | null,
  { leastAssignableRatio: limit }: AdmissionLimits,
): AdmissionFinding {
  const share = found === null ? sameText("–") : percent(found);
  return {
    check: "assignable",
    passed: found === null ? null : found >= limit,
    found,
    limit,
    message: {
      de: `Von ${share.de} der Kunden lässt sich sagen, ob sie dazugehören; nötig sind ${percent(limit).de}.`,
      en: `Of ${share.en} of customers it can be told whether they belong; needed are ${percent(limit).en}.`,
    },
  };
}

function differentAction(action: string, others: readonly OtherAction[]): AdmissionFinding {
  const own = normalised(action);
  const same = others.find((other) => normalised(other.action) === own);
  const passed = own !== "" && same === undefined;
  const message =
    own === ""
      ? {
          de: "Es steht nicht da, was wir mit diesen Kunden anders machen.",
          en: "It does not say what we do differently for these customers.",
        }
      : same === undefined
        ? { de: "Mit diesen Kunden geschieht etwas anderes.", en: "These customers are treated differently." }
        : {
            de: `Dasselbe gilt schon für «${same.name}».`,
            en: `The same applies to "${same.name}" already.`,
          };
  return { check: "differentAction", passed, found: null, limit: null, message };
}

/** Same words in other capitals or with other punctuation are the same action. */
function normalised(action: string): string {
  return action
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function economicSize(
  { customers, salesCents }: AdmissionCandidate["figures"],
  { leastCustomers, leastSalesCents }: AdmissionLimits,
): AdmissionFinding {
  const isLarge = customers >= leastCustomers;
  const passed = !isLarge ? false : salesCents === null ? null : salesCents >= leastSalesCents;
  const [found, limit] = [countText(customers), countText(leastCustomers)];
  const sales = salesCents === null ? sameText("–") : moneyText(salesCents, null);
  const leastSales = moneyText(leastSalesCents, null);
  return {
    check: "economicSize",
    passed,
    found: customers,
    limit: leastCustomers,
    message: {
      de: `${found.de} Kunden mit ${sales.de} Umsatz in 12 Monaten; nötig sind ${limit.de} Kunden und ${leastSales.de}.`,
      en: `${found.en} customers with ${sales.en} sales in 12 months; needed are ${limit.en} customers and ${leastSales.en}.`,
    },
  };
}

/** A small segment can change all its members without moving 15 % of the base; that is said, not refused. */
function warningsOf(backTest: BackTest | null): Admission["warnings"] {
  const kept = backTest?.keptRatio ?? null;
  if (kept === null || kept >= 0.5) return [];
  return [
    {
      de: `Nur ${percent(kept).de} der Mitglieder von vor 12 Monaten gehören noch dazu.`,
      en: `Only ${percent(kept).en} of the members of 12 months before still belong.`,
    },
  ];
}

const percent = (ratio: number) => percentText(ratio, 1);
