import { customerColumn } from "@kleinod/engine/measures/customer-columns.ts";
import type {
  ConditionGroup,
  SegmentCondition,
  SegmentDefinition,
} from "@kleinod/engine/segments/builder/contract.ts";
import { operatorSpecs } from "@kleinod/engine/segments/builder/operators-contract.ts";

/** A definition while it is typed: the same shape, with values that may be missing still. */
export interface DraftCondition {
  readonly id: number;
  readonly column: string | null;
  readonly op: SegmentCondition["op"] | null;
  readonly value?: SegmentCondition["value"];
}

export interface DraftGroup {
  readonly id: number;
  readonly match: "all" | "any";
  readonly conditions: readonly DraftCondition[];
}

export interface DraftDefinition {
  readonly match: "all" | "any";
  readonly parts: readonly (DraftCondition | DraftGroup)[];
}

export const isGroup = (part: DraftCondition | DraftGroup): part is DraftGroup => "conditions" in part;

let lastId = 0;
/** Keeps rows apart while they move; means nothing besides. */
export const nextId = () => ++lastId;

export const emptyCondition = (): DraftCondition => ({ id: nextId(), column: null, op: null });
export const emptyDraft = (): DraftDefinition => ({ match: "all", parts: [emptyCondition()] });

export function draftOf(definition: SegmentDefinition): DraftDefinition {
  const condition = (one: SegmentCondition): DraftCondition => ({ id: nextId(), ...one });
  return {
    match: definition.match,
    parts: definition.conditions.map((part) =>
      "conditions" in part
        ? { id: nextId(), match: part.match, conditions: part.conditions.map(condition) }
        : condition(part),
    ),
  };
}

/** The definition that can be counted; null while something is missing. */
export function definitionOf(draft: DraftDefinition): SegmentDefinition | null {
  const conditions: (SegmentCondition | ConditionGroup)[] = [];
  for (const part of draft.parts) {
    if (!isGroup(part)) {
      const one = conditionOf(part);
      if (one === null) return null;
      conditions.push(one);
      continue;
    }
    const inner = part.conditions.map(conditionOf);
    if (inner.length === 0 || inner.some((one) => one === null)) return null;
    conditions.push({ match: part.match, conditions: inner.filter((one) => one !== null) });
  }
  return conditions.length === 0 ? null : { match: draft.match, conditions };
}

function conditionOf({ column, op, value }: DraftCondition): SegmentCondition | null {
  if (column === null || op === null || customerColumn(column) === null) return null;
  if (!isComplete(op, value)) return null;
  return value === undefined ? { column, op } : { column, op, value };
}

function isComplete(op: SegmentCondition["op"], value: SegmentCondition["value"]): boolean {
  switch (operatorSpecs[op].operand) {
    case "none":
      return true;
    case "list":
      return Array.isArray(value) && value.length > 0;
    case "pair":
      return Array.isArray(value) && value.length === 2 && value.every((one) => one !== "");
    default:
      return value !== undefined && value !== "" && !Array.isArray(value);
  }
}
