import type { ElementProposal, ElementRole } from "@kleinod/engine/programme/offers/offer-states-contract.ts";

/** Where an element begins in a new draft: nothing that may be a reason to stay, and nothing unclear, is left out. */
export function roleOfProposal(proposal: ElementProposal): ElementRole {
  switch (proposal) {
    case "core":
      return "core";
    case "drop":
      return "dropped";
    case "optIn":
    case "keepAsReasonToStay":
    case "unclear":
      return "optIn";
  }
}
