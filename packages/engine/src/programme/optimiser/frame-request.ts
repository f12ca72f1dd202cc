import type { Text } from "../../measures/measure-contract.ts";
import type { PlanningBase } from "../contracts/base-contract.ts";
import type { LeverOption } from "../contracts/option-contract.ts";
import { allSmall, type LeverPlan } from "../contracts/plan-contract.ts";
import type { UnitCandidates } from "./candidate-contract.ts";
import { alwaysIn, checkFixedChoices } from "./check-fixed-choices.ts";
import { type Nesting, nestSegments } from "./nest-segments.ts";
import { optionCandidates } from "./option-candidates.ts";
import type { FixedChoice, OptimiseRequest } from "./report-contract.ts";

/** Whether to grow is for the doubling test (CR11); the optimiser takes it up only where somebody names it. */
const growth = "L1a";

/** What is up for choice on a base: who, which options with which decisions, and what is decided already. */
export interface OptimiserFrame {
  readonly nesting: Nesting;
  /** By unit. */
  readonly candidates: readonly UnitCandidates[];
  readonly fixed: readonly FixedChoice[];
  /** Options that have to be in, by unit. */
  readonly always: readonly (readonly string[])[];
}

export interface DeclinedRequest {
  readonly code: string;
  readonly message: Text;
}

/** The options that a request allows, and those that its plan or its choices name. */
export function allowedOptions(
  { options, fixed }: Pick<OptimiseRequest, "options" | "fixed">,
  plan: LeverPlan,
  all: readonly LeverOption[],
): LeverOption[] {
  const named = new Set([...plan.assignments, ...fixed].map(({ option }) => option));
  return all.filter(({ code }) => named.has(code) || (options?.includes(code) ?? code !== growth));
}

/** Puts a request onto a base, or says which of its names or choices cannot be meant. */
export function frameRequest(
  request: Pick<OptimiseRequest, "segments" | "options" | "capacity" | "fixed" | "keepPlan">,
  plan: LeverPlan,
  base: PlanningBase,
  options: readonly LeverOption[],
): OptimiserFrame | DeclinedRequest {
  const declined = declineNames(request, base, options);
  if (declined !== null) return declined;
  const nesting = nestingOf(base, request.segments);
  const { nested } = nesting;
  const fixed = fixedOf(plan, request, nesting);
  const wrong = checkFixedChoices(fixed, nested, new Set(options.map(({ code }) => code)));
  if (wrong !== null) return wrong;
  const candidates = optionCandidates(nested, options, plan, base.asOf);
  const always = nested.map((_, unit) => alwaysIn(fixed, nested, unit));
  return { nesting, candidates, fixed, always };
}

/** Names that the base or the registry does not know. */
function declineNames(
  { segments = [], options = [], capacity = {} }: Pick<OptimiseRequest, "segments" | "options" | "capacity">,
  base: PlanningBase,
  known: readonly LeverOption[],
): DeclinedRequest | null {
  if (base.rows === 0)
    return {
      code: "noSmallCustomers",
      message: {
        de: "Es gibt keine Kleinkunden. Prüfen Sie die Grössenlinie (size.lineCents).",
        en: "There are no small customers. Check the size line (size.lineCents).",
      },
    };
  const asked = [
    { names: segments, known: base.segments, de: "Das Segment", en: "segment" },
    { names: options, known, de: "Die Option", en: "option" },
    { names: Object.keys(capacity), known: base.roles, de: "Die Rolle", en: "role" },
  ];
  for (const { names, known: there, de, en } of asked) {
    const codes = there.map(({ code }) => code);
    const name = names.find((one) => !codes.includes(one));
    if (name === undefined) continue;
    return {
      code: "optimiserNameUnknown",
      message: {
        de: `${de} «${name}» gibt es nicht; es gibt ${codes.join(", ")}.`,
        en: `There is no ${en} "${name}"; there are ${codes.join(", ")}.`,
      },
    };
  }
  return null;
}

/** All small customers, then the segments in the order asked. */
function nestingOf({ segments, segmentMask }: PlanningBase, asked: readonly string[] | undefined): Nesting {
  const bits = segments.map((segment, bit) => ({ ...segment, bit }));
  const wanted = (asked ?? bits.map(({ code }) => code)).filter((code) => code !== allSmall);
  const ordered = [allSmall, ...wanted].flatMap((code) => bits.filter((one) => one.code === code));
  return nestSegments(ordered, segmentMask);
}

/** The user's choices, and with `keepPlan` those of the plan. */
function fixedOf(
  plan: LeverPlan,
  { fixed, keepPlan }: Pick<OptimiseRequest, "fixed" | "keepPlan">,
  { nested }: Nesting,
): FixedChoice[] {
  const codes = nested.map(({ code }) => code);
  const kept = plan.assignments
    .filter(({ segment }) => keepPlan && codes.includes(segment))
    .map(({ segment, option }): FixedChoice => ({ segment, option, must: "in" }));
  const keyOf = ({ segment, option, must }: FixedChoice) => `${segment} ${option} ${must}`;
  return [...new Map([...fixed, ...kept].map((choice) => [keyOf(choice), choice])).values()];
}
