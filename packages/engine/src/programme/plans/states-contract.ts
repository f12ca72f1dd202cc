/** States of a version of a plan, and what a person can do with it. No zod here: the web app reads this list. */
export const planStates = ["draft", "active", "ended"] as const;
export type PlanState = (typeof planStates)[number];

export const planEvents = ["activate", "end", "restore"] as const;
export type PlanEvent = (typeof planEvents)[number];

/**
 * Where an event leads. One plan holds at a time, because coherence is judged over everything that holds: activating a
 * version ends the one that was active. `restore` takes back a version that was active before, which undoes both.
 */
export const planTransitions: Readonly<Record<PlanState, Readonly<Partial<Record<PlanEvent, PlanState>>>>> = {
  draft: { activate: "active" },
  active: { end: "ended" },
  ended: { restore: "active" },
};

/** Where a version begins. */
export const firstPlanState: PlanState = "draft";

/** The state after an event; null where the event is not possible in this state. */
export function nextPlanState(state: PlanState, event: PlanEvent): PlanState | null {
  return planTransitions[state][event] ?? null;
}
