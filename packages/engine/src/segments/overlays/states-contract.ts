/** States of a version of a segment, and what a person can do with it. No zod here: the web app reads this list. */
export const segmentStates = ["draft", "active", "retired"] as const;
export type SegmentState = (typeof segmentStates)[number];

export const segmentEvents = ["activate", "retire", "restore"] as const;
export type SegmentEvent = (typeof segmentEvents)[number];

/**
 * Where an event leads. Activating a version retires the one that was active; `restore` takes a version that was active
 * before back, which undoes both activating its successor and retiring it.
 */
export const segmentTransitions: Readonly<
  Record<SegmentState, Readonly<Partial<Record<SegmentEvent, SegmentState>>>>
> = {
  draft: { activate: "active", retire: "retired" },
  active: { retire: "retired" },
  retired: { restore: "active" },
};

/** Where a version begins. */
export const firstSegmentState: SegmentState = "draft";

/** The state after an event; null where the event is not possible in this state. */
export function nextSegmentState(state: SegmentState, event: SegmentEvent): SegmentState | null {
  return segmentTransitions[state][event] ?? null;
}
