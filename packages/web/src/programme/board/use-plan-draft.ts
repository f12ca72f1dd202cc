import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { useEffect, useReducer, useState } from "react";
import type { Space } from "../../api/types.ts";
import { draftAfter, draftOf, isSamePlan, type PlanDraft } from "./plan-draft.ts";

interface KeptDraft {
  /** Version of the plan that it began with. */
  readonly version: number;
  readonly plan: LeverPlan;
}

const keyOf = (space: Space, id: number) => `kleinod.planDraft.${space}.${id}`;

/** What is not saved yet stays on this machine, so that a reload or a closed lid loses nothing. */
export function usePlanDraft(space: Space, id: number, version: number, saved: LeverPlan) {
  const [kept] = useState(() => readDraft(space, id));
  const [begun, setBegun] = useState(kept?.version ?? version);
  const [draft, step] = useReducer(
    draftAfter,
    null,
    (): PlanDraft =>
      kept === null || isSamePlan(kept.plan, saved)
        ? draftOf(saved)
        : { past: [saved], present: kept.plan, future: [] },
  );
  const isChanged = !isSamePlan(draft.present, saved);
  if (!isChanged && begun !== version) setBegun(version);
  useEffect(() => {
    const key = keyOf(space, id);
    if (!isChanged) return window.localStorage.removeItem(key);
    const keeping: KeptDraft = { version: begun, plan: draft.present };
    window.localStorage.setItem(key, JSON.stringify(keeping));
  }, [space, id, begun, isChanged, draft.present]);
  // Somebody saved another version since: saving this one would go over it.
  return { draft, step, isChanged, isBehind: isChanged && begun < version };
}

/** Null where there is none, or one that this release cannot read. */
function readDraft(space: Space, id: number): KeptDraft | null {
  const text = window.localStorage.getItem(keyOf(space, id));
  if (text === null) return null;
  try {
    const { version, plan } = JSON.parse(text) as Partial<KeptDraft>;
    return typeof version === "number" && plan !== undefined && Array.isArray(plan.assignments)
      ? { version, plan }
      : null;
  } catch {
    return null;
  }
}
