/** States of a version of a lean offer, and what a person can do with it. No zod here: the web app reads this list. */
export const offerStates = ["draft", "published", "retired"] as const;
export type OfferState = (typeof offerStates)[number];

export const offerEvents = ["publish", "retire", "restore"] as const;
export type OfferEvent = (typeof offerEvents)[number];

/** Where an event leads. Publishing a version retires the one that was published; `restore` takes it back. */
export const offerTransitions: Readonly<
  Record<OfferState, Readonly<Partial<Record<OfferEvent, OfferState>>>>
> = {
  draft: { publish: "published", retire: "retired" },
  published: { retire: "retired" },
  retired: { restore: "published" },
};

/** Where a version begins. */
export const firstOfferState: OfferState = "draft";

/** The state after an event; null where the event is not possible in this state. */
export function nextOfferState(state: OfferState, event: OfferEvent): OfferState | null {
  return offerTransitions[state][event] ?? null;
}

/** What an element is in an offer: part of it, chosen in addition, or left out. */
export const elementRoles = ["core", "optIn", "dropped"] as const;
export type ElementRole = (typeof elementRoles)[number];

/** What the use of an element says about its place; `unclear`: nobody was asked why customers stay. */
export const elementProposals = ["core", "optIn", "drop", "keepAsReasonToStay", "unclear"] as const;
export type ElementProposal = (typeof elementProposals)[number];
