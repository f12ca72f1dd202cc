import type { FitWarning } from "@kleinod/btyd/fits/contract.ts";
import { kaplanMeier } from "@kleinod/btyd/kaplan-meier/kaplan-meier.ts";
import type { RenewalHoldout } from "./choose-renewal-model.ts";
import type { Renewals } from "./compute.ts";
import type { FittedParameter } from "./fitted-renewals.ts";
import type { ContractStand, Estimate } from "./renewal-curve.ts";
import type { RenewalPeriod } from "./renewal-periods.ts";
import type { RenewalChoiceReason, RenewalModel } from "./report-contract.ts";
import { retentionCounts } from "./retention-counts.ts";

/** Periods behind the last observed one in which the expectation is shown. */
const periodsAhead = 5;
/** A monthly contract of 20 years has 240. */
const mostPeriods = 240;

export interface SurvivalPoint {
  readonly period: number;
  readonly atRisk: number;
  readonly ended: number;
  readonly observed: number | null;
  readonly standardError: number | null;
  readonly expected: number | null;
  readonly expectedLow: number | null;
  readonly expectedHigh: number | null;
}

/** What the step keeps beside its relations: all that the report says about how long contracts last. */
export interface RenewalDetails {
  readonly contracts: number;
  readonly ended: number;
  readonly joined: number;
  readonly period: RenewalPeriod;
  readonly regularRatio: number | null;
  readonly model: {
    readonly code: RenewalModel;
    readonly reason: RenewalChoiceReason;
    /** Null for `kaplanMeier`. */
    readonly logLikelihood: number | null;
    readonly parameters: readonly FittedParameter[];
    readonly warnings: readonly FitWarning[];
  } | null;
  readonly holdout: RenewalHoldout | null;
  readonly survival: readonly SurvivalPoint[];
  readonly incomeIn12: Estimate | null;
}

export function renewalDetails({ basis, incomeIn12 }: Renewals): RenewalDetails {
  const { period, regularRatio, lifetimes, ended, joined, retention } = basis;
  return {
    contracts: lifetimes.length,
    ended,
    joined,
    period,
    regularRatio,
    model:
      retention === null
        ? null
        : {
            code: retention.fitted?.code ?? "kaplanMeier",
            reason: retention.reason,
            logLikelihood: retention.fitted?.logLikelihood ?? null,
            parameters: retention.fitted?.parameters ?? [],
            warnings: retention.fitted?.warnings ?? [],
          },
    holdout: retention?.holdout ?? null,
    survival: survivalOf(basis),
    incomeIn12,
  };
}

/** By whole periods: observed, and what the curve that holds expects of a new contract. */
function survivalOf({ period, lifetimes, retention }: Renewals["basis"]): SurvivalPoint[] {
  const { due, lost } = retentionCounts(lifetimes);
  if (lifetimes.length === 0) return [];
  const observed = kaplanMeier({
    durations: lifetimes.map(({ periods }) => periods),
    ended: lifetimes.map(({ isLost }) => isLost),
  });
  const last = Math.min(mostPeriods, due.length + (retention === null ? 0 : periodsAhead));
  return Array.from({ length: last + 1 }, (_, t) => {
    const isObserved = t <= due.length;
    const expected = expectedAt(t);
    return {
      period: t,
      atRisk: t === 0 ? lifetimes.length : (due[t - 1] ?? 0),
      ended: t === 0 ? 0 : (lost[t - 1] ?? 0),
      observed: isObserved ? observed.survivalAt(t) : null,
      standardError: isObserved ? observed.standardErrorAt(t) : null,
      expected: expected?.expected ?? null,
      expectedLow: expected?.low ?? null,
      expectedHigh: expected?.high ?? null,
    };
  });

  function expectedAt(t: number): Estimate | null {
    if (retention === null) return null;
    if (retention.fitted !== null) return retention.fitted.survival(t);
    const start: ContractStand = { age: 0, decisionIn: period.months, isAgreed: false };
    return retention.curve.estimate((ahead) => ahead(start)(t * period.months));
  }
}
