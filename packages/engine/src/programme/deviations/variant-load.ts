import type { VariantLoad } from "./deviation-contract.ts";

/** The part of a published offer that makes variants. */
export interface OfferVariants {
  readonly degreesOfFreedom: readonly { readonly choices: readonly unknown[] }[];
}

/**
 * K26: live variants × cost per variant, and deviations per 1,000 orders. Every published offer is a variant, and so is every
 * choice beyond the first: that is what somebody keeps up. Combinations tell how many different things a customer can get.
 * @param everNoted deviations noted at any time; 0: nobody keeps the ledger, so the rate is unknown
 */
export function variantLoad(
  published: readonly OfferVariants[],
  centsPerVariant: number,
  orders: number,
  deviationsLast12: number,
  everNoted: number,
): VariantLoad {
  const liveVariants = published.reduce(
    (sum, offer) =>
      sum + offer.degreesOfFreedom.reduce((variants, { choices }) => variants + choices.length - 1, 1),
    0,
  );
  const combinations = published.reduce(
    (sum, offer) =>
      sum + offer.degreesOfFreedom.reduce((product, { choices }) => product * choices.length, 1),
    0,
  );
  return {
    liveOffers: published.length,
    liveVariants,
    combinations,
    centsPerVariant,
    cents: liveVariants * centsPerVariant,
    ordersLast12: orders,
    deviationsLast12,
    per1000Orders: orders === 0 || everNoted === 0 ? null : (1000 * deviationsLast12) / orders,
  };
}
