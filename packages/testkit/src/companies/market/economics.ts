/** Economics of one size of customers. All figures are assumptions in the shape of the reference world, never evidence. */
export interface SizeEconomics {
  /** Expected sales of the last twelve months over all customers of this size, present or not, CHF. */
  readonly meanSalesChfPerYear: number;
  /** Sigma of the logarithm of yearly sales. */
  readonly salesSigma: number;
  /** Order value of a customer: log-normal around this median, CHF, within the bounds. */
  readonly medianOrderChf: number;
  readonly orderSigma: number;
  readonly orderBoundsChf: readonly [number, number];
  /** Expected orders of the last twelve months over all customers of this size. */
  readonly meanOrdersPerYear: number;
  readonly maxOrdersPerYear: number;
  readonly grossMargin: {
    readonly mean: number;
    readonly sigma: number;
    readonly bounds: readonly [number, number];
  };
  /** How often an order comes in by channel, in the order of `channels`. */
  readonly channelWeights: readonly number[];
}

/** Entry channels, with the key that the export shows (`BSARK`). */
export const channels = [
  { name: "phone", key: "TELE" },
  { name: "mail", key: "MAIL" },
  { name: "web", key: "SHOP" },
  { name: "field", key: "AUSS" },
  { name: "edi", key: "DFUE" },
] as const;

export const smallEconomics: SizeEconomics = {
  meanSalesChfPerYear: 1_940,
  salesSigma: 1.25,
  medianOrderChf: 260,
  orderSigma: 0.75,
  orderBoundsChf: [15, 4_000],
  meanOrdersPerYear: 9.2,
  maxOrdersPerYear: 120,
  grossMargin: { mean: 0.38, sigma: 0.07, bounds: [0.1, 0.6] },
  channelWeights: [0.38, 0.27, 0.24, 0.08, 0.03],
};

export const largeEconomics: SizeEconomics = {
  meanSalesChfPerYear: 78_000,
  salesSigma: 0.9,
  medianOrderChf: 2_600,
  orderSigma: 0.6,
  orderBoundsChf: [200, 20_000],
  meanOrdersPerYear: 32,
  maxOrdersPerYear: 200,
  grossMargin: { mean: 0.26, sigma: 0.07, bounds: [0.04, 0.45] },
  channelWeights: [0.17, 0.23, 0.22, 0.2, 0.18],
};

/** How customers come and go. Shares of all customers; a customer can be new and lost, but has at most one pause. */
export const lifeCycleShares = {
  /** By nature; as many again have bought nothing only within the history, because they buy rarely or left early. */
  neverBought: 0.012,
  oneTime: 0.06,
  /** Joined within the history. */
  joined: 0.17,
  /** Left for good within the history. */
  left: 0.14,
  /** Interrupted once; some pauses are still open at asOf. */
  paused: 0.12,
} as const;

/** Share of the small customers that a dealer looks after, and of those how many it has not looked after for long. */
export const dealerShares = { covered: 0.07, neglected: 0.4 } as const;
export const dealerCount = 11;
export const fieldRepCount = 34;
/** A dealer's customer counts as without care when nothing was bought for so many days although the firm still works. */
export const withoutCareDays = 540;
