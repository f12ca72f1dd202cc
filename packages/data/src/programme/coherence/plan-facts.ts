import { meansBySegment } from "@kleinod/engine/programme/base-means.ts";
import { leavesOf } from "@kleinod/engine/programme/coherence/asked-shares.ts";
import { lightOrderPath, scarcestRole, webOrders } from "@kleinod/engine/programme/coherence/base-facts.ts";
import type { SegmentFacts } from "@kleinod/engine/programme/coherence/evaluate-plan.ts";
import {
  type CoherenceFacts,
  type FactCode,
  type FactValue,
  factCodes,
  factSpecs,
} from "@kleinod/engine/programme/coherence/facts-contract.ts";
import type { PlanningBase } from "@kleinod/engine/programme/contracts/base-contract.ts";
import { allSmall, type LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import type { SegmentMeans } from "@kleinod/engine/programme/ledger/segment-means-contract.ts";
import type { ResolveSettings } from "@kleinod/engine/programme/resolve-plan.ts";
import { segmentsOf } from "@kleinod/engine/programme/segment-view.ts";
import { readSegments } from "../../segments/segment-store.ts";
import { reportContext } from "../../workspace/measure-context.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import type { Refused } from "../../workspace/refused.ts";
import { duplicateRatio, leakRatio } from "./company-facts.ts";
import { type CustomerFacts, customerFacts } from "./customer-facts.ts";
import { doublingFact } from "./doubling-fact.ts";
import type { RulesInForce } from "./rules-in-force.ts";

/** What is known beside a plan: for its rules by segment, and for its ledger. */
export interface PlanFacts {
  readonly factsOf: (segment: string) => SegmentFacts;
  readonly means: ReadonlyMap<string, SegmentMeans>;
}

export interface PlanFactsInput {
  readonly plan: LeverPlan;
  readonly inForce: RulesInForce;
  readonly settings: ResolveSettings;
  /** Declined where nothing is measured; then its facts are unknown. */
  readonly base: PlanningBase | Refused;
}

/** Reads the facts that the rules in force can ask of this plan; what nobody knows is null with the reason. */
export async function planFacts(workspace: Workspace, input: PlanFactsInput): Promise<PlanFacts> {
  const { plan, inForce, settings, base } = input;
  const means = "ok" in base ? new Map<string, SegmentMeans>() : meansBySegment(base);
  const ofCompany = await companyFacts(workspace, inForce);
  const ofCustomers = await factsOfCustomers(workspace, plan, inForce);
  const scarcest = "ok" in base ? declined(base) : scarcestRole(base.roles);
  // The doubling test is worth its time only where somebody wants to grow, or a rule of the company's own asks.
  const grows = plan.assignments.some(({ option }) => option === "L1a");
  const isAsked = inForce.rules.some(
    (rule) => !rule.code.startsWith("CR") && asks(rule, "doublingYearlyResultCents"),
  );
  const doubling =
    "ok" in base ? declined(base) : grows || isAsked ? doublingFact(base, plan, settings) : notAsked;
  const factsOf = (segment: string): SegmentFacts => {
    const mean = means.get(segment);
    const web = mean === undefined ? noCustomers : webOrders(mean);
    const customers = ofCustomers.get(segment);
    const measured: Partial<Record<FactCode, FactValue>> = {
      ...ofCompany,
      webOrderRatio: web,
      hasLightOrderPath: lightOrderPath(web),
      roleUtilisation: scarcest,
      doublingYearlyResultCents: doubling,
      ...(customers === undefined ? {} : { withoutCheaperPathRatio: customers.withoutCheaperPath }),
    };
    return {
      facts: withStatements(measured, inForce.statements),
      segmentShares: customers?.segmentShares ?? unknownShares,
    };
  };
  return { factsOf: remembered(factsOf), means };
}

/** A person's word where only people know, or know better; what the data tell everywhere else. */
function withStatements(
  measured: Partial<Record<FactCode, FactValue>>,
  statements: RulesInForce["statements"],
): CoherenceFacts {
  const entries = factCodes.map((code): [FactCode, FactValue] => {
    const stated = factSpecs[code].origin === "data" ? null : (statements[code] ?? null);
    if (stated !== null) return [code, { value: stated, note: byPerson }];
    return [code, measured[code] ?? nobodySaid];
  });
  return Object.fromEntries(entries) as Record<FactCode, FactValue>;
}

const byPerson = { de: "angegeben", en: "stated" };
const nobodySaid: FactValue = {
  value: null,
  note: { de: "niemand hat es angegeben", en: "nobody stated it" },
};
const notAsked: FactValue = {
  value: null,
  note: { de: "wird nur für Wachstum gerechnet", en: "is calculated for growth only" },
};
const noCustomers: FactValue = {
  value: null,
  note: { de: "keine gemessenen Kunden", en: "no measured customers" },
};
const declined = ({ message }: Refused): FactValue => ({ value: null, note: message });

/** Before anything is measured every share is unknown. */
const unknownShares: SegmentFacts["segmentShares"] = Object.assign(new Map<string, FactValue>(), {
  get: () => noCustomers,
});

function asks({ condition }: RulesInForce["rules"][number], fact: FactCode): boolean {
  return leavesOf(condition).some((leaf) => "fact" in leaf && leaf.fact === fact);
}

async function companyFacts(
  workspace: Workspace,
  { rules }: RulesInForce,
): Promise<Partial<Record<FactCode, FactValue>>> {
  const found = await reportContext(workspace, { stale: "latest" });
  return workspace.read(async (connection) => ({
    duplicateRatio: await duplicateRatio(connection),
    ...(!rules.some((rule) => asks(rule, "leakRatio"))
      ? {}
      : { leakRatio: found.ok ? await leakRatio(connection, found.context) : declined(found) }),
  }));
}

async function factsOfCustomers(
  workspace: Workspace,
  plan: LeverPlan,
  { rules }: RulesInForce,
): Promise<Map<string, CustomerFacts>> {
  const found = await reportContext(workspace, { stale: "latest" });
  if (!found.ok) return new Map();
  const segments = segmentsOf(plan);
  // Records take a moment to open; a plan for all small customers needs none of them.
  const stored = segments.every((code) => code === allSmall)
    ? []
    : await readSegments(await workspace.records());
  return workspace.read((connection) =>
    customerFacts(connection, { context: found.context, rules, segments, stored }),
  );
}

function remembered(factsOf: PlanFacts["factsOf"]): PlanFacts["factsOf"] {
  const known = new Map<string, SegmentFacts>();
  return (segment) => {
    const found = known.get(segment) ?? factsOf(segment);
    known.set(segment, found);
    return found;
  };
}
