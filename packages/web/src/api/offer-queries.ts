import type {
  DecisionInput,
  DecisionList,
  ReviewInput,
} from "@kleinod/engine/programme/decisions/decision-contract.ts";
import type {
  DeviationInput,
  DeviationReport,
} from "@kleinod/engine/programme/deviations/deviation-contract.ts";
import type { CatalogueReport, OfferWithCheck } from "@kleinod/engine/programme/offers/catalogue-contract.ts";
import type { ElementProfile } from "@kleinod/engine/programme/offers/element-contract.ts";
import type { LeanOfferInput, PublishInput } from "@kleinod/engine/programme/offers/offer-contract.ts";
import type { OfferEvent } from "@kleinod/engine/programme/offers/offer-states-contract.ts";
import type { TransferInput, TransferReport } from "@kleinod/engine/programme/offers/transfer-contract.ts";
import { queryOptions } from "@tanstack/react-query";
import { call } from "./client.ts";
import type { Space } from "./types.ts";

/** First parts of the keys below: what a change of the catalogue or of the record makes stale. */
export const offersKey = "offers";

export const catalogueQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, offersKey, "catalogue"],
    queryFn: ({ signal }) => call<CatalogueReport>("/reports/catalogue", space, { signal }),
  });

export const deviationsQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, offersKey, "deviations"],
    queryFn: ({ signal }) => call<DeviationReport>("/reports/deviations", space, { signal }),
  });

export const decisionsQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, offersKey, "decisions"],
    queryFn: ({ signal }) => call<DecisionList>("/programme/decisions", space, { signal }),
  });

const post = <Answer>(path: string, space: Space, body?: unknown) =>
  call<Answer>(path, space, { method: "POST", ...(body === undefined ? {} : { body }) });
const remove = <Answer>(path: string, space: Space) => call<Answer>(path, space, { method: "DELETE" });

export const saveElementProfile = (space: Space, profile: ElementProfile) =>
  post<ElementProfile>("/programme/elements/profile", space, profile);

export const saveOffer = (space: Space, offer: LeanOfferInput) =>
  post<OfferWithCheck>("/programme/offers", space, offer);

export const changeOffer = (space: Space, code: string, event: OfferEvent, input: PublishInput = {}) =>
  post<OfferWithCheck>(`/programme/offers/${encodeURIComponent(code)}/${event}`, space, input);

export const addTransfer = (space: Space, transfer: TransferInput) =>
  post<TransferReport>("/programme/transfers", space, transfer);
export const undoTransfer = (space: Space, id: number) =>
  remove<TransferReport>(`/programme/transfers/${id}`, space);
export const restoreTransfer = (space: Space, id: number) =>
  post<TransferReport>(`/programme/transfers/${id}/restore`, space);

export const addDeviation = (space: Space, deviation: DeviationInput) =>
  post<DeviationReport>("/programme/deviations", space, deviation);
export const undoDeviation = (space: Space, id: number) =>
  remove<DeviationReport>(`/programme/deviations/${id}`, space);
export const restoreDeviation = (space: Space, id: number) =>
  post<DeviationReport>(`/programme/deviations/${id}/restore`, space);

export const addDecision = (space: Space, decision: DecisionInput) =>
  post<DecisionList>("/programme/decisions", space, decision);
export const undoDecision = (space: Space, id: number) =>
  remove<DecisionList>(`/programme/decisions/${id}`, space);
export const restoreDecision = (space: Space, id: number) =>
  post<DecisionList>(`/programme/decisions/${id}/restore`, space);
export const addReview = (space: Space, id: number, review: ReviewInput) =>
  post<DecisionList>(`/programme/decisions/${id}/reviews`, space, review);
export const undoReview = (space: Space, id: number) =>
  remove<DecisionList>(`/programme/reviews/${id}`, space);

/** Number of the newest entry: the one that was just added. */
export const newestId = (entries: readonly { readonly id: number }[]) =>
  Math.max(0, ...entries.map(({ id }) => id));
