/** Whom to propose for a customer without a responsible: who looks after most comparable ones. */
import type { ResponsibleType } from "./rule-contract.ts";

/** Active customers of somebody in a group; branch or region null: over all of them. */
export interface NeighbourCount {
  readonly level: ProposalBasis;
  readonly branch: string | null;
  readonly region: string | null;
  readonly type: ResponsibleType;
  readonly name: string;
  readonly customers: number;
}

/** From close to far. */
export const proposalBases = ["branchRegion", "branch", "region", "all"] as const;
export type ProposalBasis = (typeof proposalBases)[number];

export interface Proposal {
  readonly type: ResponsibleType;
  readonly name: string;
  readonly neighbours: number;
  readonly shareRatio: number;
  readonly basis: ProposalBasis;
}

/** Fewer comparable customers say nothing: then a wider group is asked. */
const leastNeighbours = 3;
const mostProposals = 3;

/** Looks up proposals by branch and region; the same few answers serve many customers. */
export function proposer(
  counts: readonly NeighbourCount[],
): (branch: string | null, region: string | null) => Proposal[] {
  const groups = new Map<string, NeighbourCount[]>();
  for (const row of counts) {
    const key = keyOf(row.level, row.branch, row.region);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const known = new Map<string, Proposal[]>();
  return (branch, region) => {
    const asked = JSON.stringify([branch, region]);
    const found = known.get(asked) ?? nearest(groups, branch, region);
    known.set(asked, found);
    return found;
  };
}

function nearest(
  groups: ReadonlyMap<string, readonly NeighbourCount[]>,
  branch: string | null,
  region: string | null,
): Proposal[] {
  for (const basis of proposalBases) {
    if (branch === null && basis.startsWith("branch")) continue;
    if (region === null && (basis === "region" || basis === "branchRegion")) continue;
    const group = groups.get(keyOf(basis, branch, region)) ?? [];
    const total = group.reduce((sum, { customers }) => sum + customers, 0);
    if (total < leastNeighbours) continue;
    return [...group]
      .sort(
        (a, b) => b.customers - a.customers || a.name.localeCompare(b.name) || a.type.localeCompare(b.type),
      )
      .slice(0, mostProposals)
      .map(({ type, name, customers }) => ({
        type,
        name,
        neighbours: customers,
        shareRatio: customers / total,
        basis,
      }));
  }
  return [];
}

const keyOf = (level: ProposalBasis, branch: string | null, region: string | null) =>
  JSON.stringify([
    level,
    level.startsWith("branch") ? branch : null,
    level === "region" || level === "branchRegion" ? region : null,
  ]);
