import type { CaseType } from "@kleinod/engine/measures/triangle/report-contract.ts";

/** Case types with the same reason and channel, whatever their need field: what the picture shows as one circle. */
export interface CaseGroup {
  readonly code: string;
  readonly types: readonly CaseType[];
  readonly contacts: number;
  readonly costCents: number;
  /** Weighted by contacts whose kind is known; null while none is known. */
  readonly failureShare: number | null;
  /** Weighted by cost. */
  readonly coordinates: CaseType["coordinates"];
}

export function groupCodeOf(type: Pick<CaseType, "reason" | "channel">): string {
  return `${type.reason ?? ""}|${type.channel ?? ""}`;
}

/** The groups, dearest first. */
export function caseGroups(types: readonly CaseType[]): readonly CaseGroup[] {
  const byCode = new Map<string, CaseType[]>();
  for (const type of types) {
    const code = groupCodeOf(type);
    byCode.set(code, [...(byCode.get(code) ?? []), type]);
  }
  return [...byCode]
    .map(([code, members]) => groupOf(code, members))
    .sort((a, b) => b.costCents - a.costCents || (a.code < b.code ? -1 : 1));
}

function groupOf(code: string, types: readonly CaseType[]): CaseGroup {
  const sum = (of: (type: CaseType) => number) => types.reduce((total, type) => total + of(type), 0);
  const knownContacts = (type: CaseType) =>
    type.failureShare === null ? 0 : type.contacts * (1 - (type.unknownShare ?? 0));
  const known = sum(knownContacts);
  const costCents = sum((type) => type.costCents);
  const weightOf = (type: CaseType) => (costCents > 0 ? type.costCents / costCents : 1 / types.length);
  const coordinate = (corner: keyof CaseType["coordinates"]) =>
    sum((type) => weightOf(type) * type.coordinates[corner]);
  return {
    code,
    types,
    contacts: sum((type) => type.contacts),
    costCents,
    failureShare: known <= 0 ? null : sum((type) => knownContacts(type) * (type.failureShare ?? 0)) / known,
    coordinates: { value: coordinate("value"), need: coordinate("need"), effort: coordinate("effort") },
  };
}
